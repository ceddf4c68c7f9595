"""Whom an installation is for: one person, without an administrator, or everybody on the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scope:
    """One of the two; there is a file for each.

    One file that asks would need ALLUSERS=2, and Windows then writes the entry under Apps for everybody even if the
    program was installed for one person.
    """

    name: str
    """In file names and in what identifies the product."""
    install_scope: str
    """WiX's word for it: it decides whether Windows asks for an administrator."""
    root: str
    """Where the registry is written."""
    parents: tuple[tuple[str, str], ...]
    """The folders above the program's own, outermost first: identifier and name. Windows' own have no name."""


USER: Final = Scope("user", "perUser", "HKCU", (("LocalAppDataFolder", ""), ("PROGRAMS", "Programs")))
MACHINE: Final = Scope("machine", "perMachine", "HKLM", (("ProgramFiles64Folder", ""),))
SCOPES: Final = (USER, MACHINE)
