"""What Windows shows of an executable under Properties, Details: as PyInstaller's own classes read it."""

from __future__ import annotations

import dataclasses
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import facts
from windows import versionresource

Read = Callable[[facts.Facts, str], Any]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Read:
    """The resource of an executable, as PyInstaller loads it; what its module needs of Windows has no part in that."""
    monkeypatch.setitem(sys.modules, "pefile", ModuleType("pefile"))
    monkeypatch.setattr(importlib.import_module("PyInstaller.compat"), "win32api", None, raising=False)
    module = importlib.import_module("PyInstaller.utils.win32.versioninfo")

    def load(known: facts.Facts, executable: str) -> Any:
        return module.load_version_info_from_text_file(str(versionresource.write(known, executable, tmp_path / "new")))

    return load


def strings(resource: Any) -> dict[str, str]:
    (table,) = resource.kids[0].kids
    return {one.name: one.val for one in table.kids}


def test_it_names_the_program_the_version_and_the_file(known: facts.Facts, read: Read) -> None:
    shown = strings(read(known, "leaderplanw.exe"))
    assert shown["FileDescription"] == shown["ProductName"] == "LeaderPlan"
    assert shown["FileVersion"] == shown["ProductVersion"] == known.version
    assert shown["OriginalFilename"] == "leaderplanw.exe"
    assert "@" not in shown["CompanyName"]


def test_it_is_what_an_executable_holds(known: facts.Facts, read: Read) -> None:
    raw = read(known, "leaderplan.exe").toRaw()
    assert "VS_VERSION_INFO".encode("utf-16le") in raw
    assert "leaderplan.exe".encode("utf-16le") in raw


def test_strings_and_translation_name_the_same_language(known: facts.Facts, read: Read) -> None:
    table, translation = (kid.kids[0] for kid in read(known, "leaderplan.exe").kids)
    language, page = translation.kids
    assert table.name == f"{language:04X}{page:04X}"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.0rc1", (2, 0, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
)
def test_the_numbers_are_four(known: facts.Facts, read: Read, version: str, numbers: tuple[int, ...]) -> None:
    fixed = read(dataclasses.replace(known, version=version), "leaderplan.exe").ffi
    parts = (fixed.fileVersionMS, fixed.fileVersionLS)
    assert tuple(half for part in parts for half in (part >> 16, part & 0xFFFF)) == numbers
    assert (fixed.productVersionMS, fixed.productVersionLS) == parts


def test_a_quotation_mark_in_a_name_does_no_harm(known: facts.Facts, read: Read) -> None:
    program = dataclasses.replace(known.program, name='Leader\'s "Plan"')
    shown = strings(read(dataclasses.replace(known, program=program), "leaderplan.exe"))
    assert shown["ProductName"] == 'Leader\'s "Plan"'
