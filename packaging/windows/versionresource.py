"""What Windows shows of an executable under Properties, Details: the text that PyInstaller's EXE(version=…) reads.

PyInstaller evaluates that text on Windows with its own classes in reach; making the text needs none of them. See
https://pyinstaller.org/en/stable/usage.html#capturing-windows-version-data
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from facts import Facts, parts

_ENGLISH_UNICODE: Final = (0x0409, 1200)
"""The language (US English) and code page (UTF-16) of the strings."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares: "0.1.0" is (0, 1, 0, 0)."""
    first, second, third, fourth, *_ = (*parts(version), 0, 0, 0, 0)
    return first, second, third, fourth


def text(facts: Facts, executable: str) -> str:
    """The resource of the executable of this file name."""
    program = facts.program
    strings = {
        "CompanyName": program.maintainer.partition(" <")[0],
        "FileDescription": program.name,  # what the task manager and the taskbar call it
        "FileVersion": facts.version,
        "InternalName": program.command,
        "LegalCopyright": f"{program.maintainer.partition(' <')[0]}, MIT License",
        "OriginalFilename": executable,
        "ProductName": program.name,
        "ProductVersion": facts.version,
    }
    language, page = _ENGLISH_UNICODE
    table = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers(facts.version)}, prodvers={numbers(facts.version)}, mask=0x3F,\n"
        "    flags=0, OS=0x40004, fileType=0x1, subtype=0, date=(0, 0)),\n"
        "  kids=[\n"
        f"    StringFileInfo([StringTable('{language:04X}{page:04X}', [{table}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{language}, {page}])]),\n"
        "  ],\n"
        ")\n"
    )


def write(facts: Facts, executable: str, folder: Path) -> Path:
    """The resource as a file in ``folder``, as PyInstaller wants it; the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{executable}.version"
    file.write_text(text(facts, executable), encoding="utf-8")
    return file
