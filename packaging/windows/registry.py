"""What the installer writes into the registry, and takes out again: file types, and where the program is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facts import Facts, FileType, Program
from windows.executables import console, windowed
from windows.tree import file_key


@dataclass(frozen=True, slots=True)
class Value:
    """A text in the registry below HKCU or HKLM, as the scope says; without a name, the key's default.

    ``[#…]`` in ``data`` is the path of a file, which the installer puts in.
    """

    key: str
    name: str
    data: str


def values(facts: Facts) -> Iterator[Value]:
    """All of them."""
    for file_type in facts.file_types:
        yield from _file_type(facts.program, file_type)
    yield from _found(facts.program)


def progid(program: Program, file_type: FileType) -> str:
    """How Windows calls a kind of file of this program."""
    return f"{program.name}{file_type.suffix}"


def _window(program: Program) -> str:
    return f"[#{file_key(windowed(program))}]"


def _file_type(program: Program, file_type: FileType) -> Iterator[Value]:
    kind = f"Software\\Classes\\{progid(program, file_type)}"
    yield Value(kind, "", file_type.name)
    yield Value(f"{kind}\\DefaultIcon", "", f"{_window(program)},0")
    # In quotation marks, or a path with a space would arrive in pieces.
    yield Value(f"{kind}\\shell\\open\\command", "", f'"{_window(program)}" open "%1"')
    suffix = f"Software\\Classes\\{file_type.suffix}"
    yield Value(suffix, "", progid(program, file_type))
    yield Value(suffix, "Content Type", file_type.mime)
    yield Value(f"{suffix}\\OpenWithProgids", progid(program, file_type), "")


def _found(program: Program) -> Iterator[Value]:
    """Win+R and ``start`` find both executables by name; PATH is left as it is, being the person's own."""
    for executable in (console(program), windowed(program)):
        place = f"Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\{executable}"
        yield Value(place, "", f"[#{file_key(executable)}]")
