"""What Finder reads of the program."""

from __future__ import annotations

import dataclasses
import plistlib

import pytest

import facts
from macos import infoplist


@pytest.fixture
def shown() -> dict[str, object]:
    """The values as macOS reads them: written out and read in again."""
    read = plistlib.loads(plistlib.dumps(infoplist.values(facts.read(), "program.icns")))
    assert isinstance(read, dict)
    return read


def test_it_names_the_program_and_its_version(shown: dict[str, object]) -> None:
    known = facts.read()
    assert shown["CFBundleIdentifier"] == known.program.id
    assert shown["CFBundleName"] == known.program.name
    assert shown["CFBundleShortVersionString"] == known.version


def test_a_release_candidate_has_a_version_that_macos_can_compare() -> None:
    known = dataclasses.replace(facts.read(), version="1.2.0rc1")
    assert infoplist.values(known, "x.icns")["CFBundleVersion"] == "1.2.0"


def test_the_window_is_in_the_dock_and_sharp(shown: dict[str, object]) -> None:
    assert shown["LSBackgroundOnly"] is False
    assert shown["NSHighResolutionCapable"] is True


def test_every_file_type_is_declared_and_claimed(shown: dict[str, object]) -> None:
    documents, types = shown["CFBundleDocumentTypes"], shown["UTExportedTypeDeclarations"]
    assert isinstance(documents, list) and isinstance(types, list)
    known = facts.read().file_types
    assert len(documents) == len(types) == len(known) > 0
    for file_type, document, declared in zip(known, documents, types, strict=True):
        assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
        tags = declared["UTTypeTagSpecification"]
        assert tags == {
            "public.filename-extension": [file_type.suffix[1:]],
            "public.mime-type": [file_type.mime],
        }
        assert document["CFBundleTypeName"] == declared["UTTypeDescription"] == file_type.name


def test_nothing_is_said_of_a_network(shown: dict[str, object]) -> None:
    assert not [key for key in shown if "Network" in key or "Transport" in key]
