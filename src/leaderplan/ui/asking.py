"""Asking for the file that is to be written: its ending is there before it is asked whether it may be written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QFileDialog, QWidget

AskTarget: TypeAlias = Callable[[QWidget, str, str, str, str], Path | None]
"""Called with parent, title, the name that is offered, what such files are called, and their ending."""


def ask_target(parent: QWidget, title: str, name: str, kind: str, suffix: str) -> Path | None:
    """The file that the person chose, with its ending; None where they chose none.

    The dialog asks only about the name that was typed. Where the name with its ending is taken, it comes up again with
    that one in it, and asks.
    """
    offered = Path.home() / name
    while True:
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(offered), f"{kind} (*{suffix})")
        if not chosen:
            return None
        typed = Path(chosen)
        offered = ended(typed, suffix)
        if offered == typed or not offered.exists():
            return offered


def ended(typed: Path, suffix: str) -> Path:
    """The file that is meant, whatever ending was typed."""
    return typed if typed.name.lower().endswith(suffix) else typed.with_name(typed.name + suffix)
