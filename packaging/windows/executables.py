"""The two executables of a Windows bundle: as with python and pythonw, one has a console and one has not."""

from __future__ import annotations

from facts import Program


def console(program: Program) -> str:
    """The name of the executable for commands: it prints where it was called."""
    return f"{program.command}.exe"


def windowed(program: Program) -> str:
    """The name of the executable for the window: it opens no console beside it."""
    return f"{program.command}w.exe"
