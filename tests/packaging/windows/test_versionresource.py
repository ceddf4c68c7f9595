"""What Windows shows of an executable under Properties, Details."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

import facts
from windows import versionresource


class Said:
    """Stands for each of PyInstaller's classes, which exist on Windows only: remembers what it was told."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.args, self.kwargs = args, kwargs


CLASSES = "VSVersionInfo FixedFileInfo StringFileInfo StringTable StringStruct VarFileInfo VarStruct".split()


def evaluated(text: str) -> Said:
    """As PyInstaller does it."""
    said = eval(text, {name: type(name, (Said,), {}) for name in CLASSES})
    assert isinstance(said, Said)
    return said


def strings(said: Said) -> dict[str, str]:
    (table,) = said.kwargs["kids"][0].args[0]
    return {one.args[0]: one.args[1] for one in table.args[1]}


def test_it_names_the_program_the_version_and_the_file(known: facts.Facts, tmp_path: Path) -> None:
    file = versionresource.write(known, "leaderplanw.exe", tmp_path / "new")
    shown = strings(evaluated(file.read_text("utf-8")))
    assert shown["FileDescription"] == shown["ProductName"] == "LeaderPlan"
    assert shown["FileVersion"] == shown["ProductVersion"] == known.version
    assert shown["OriginalFilename"] == "leaderplanw.exe"
    assert "@" not in shown["CompanyName"]


def test_strings_and_translation_name_the_same_language(known: facts.Facts) -> None:
    kids = evaluated(versionresource.text(known, "leaderplan.exe")).kwargs["kids"]
    language, page = kids[1].args[0][0].args[1]
    assert kids[0].args[0][0].args[0] == f"{language:04X}{page:04X}"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.0rc1", (2, 0, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
)
def test_the_numbers_are_four(known: facts.Facts, version: str, numbers: tuple[int, ...]) -> None:
    text = versionresource.text(dataclasses.replace(known, version=version), "leaderplan.exe")
    fixed = evaluated(text).kwargs["ffi"]
    assert isinstance(fixed, Said)
    assert fixed.kwargs["filevers"] == fixed.kwargs["prodvers"] == numbers


def test_a_quotation_mark_in_a_name_does_no_harm(known: facts.Facts) -> None:
    program = dataclasses.replace(known.program, name='Leader\'s "Plan"')
    text = versionresource.text(dataclasses.replace(known, program=program), "leaderplan.exe")
    assert strings(evaluated(text))["ProductName"] == 'Leader\'s "Plan"'
