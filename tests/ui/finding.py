"""Finds widgets by their kind, and insists on them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T", bound=QObject)
W = TypeVar("W", bound=QWidget)


def the(kind: type[T], parent: QObject) -> T:
    """The first of its kind within ``parent``."""
    found = parent.findChild(kind)
    assert found is not None, f"no {kind.__name__}"
    return found


def focused(kind: type[W]) -> W:
    """The widget that has the keyboard, which is of this kind."""
    found = QApplication.focusWidget()
    assert isinstance(found, kind), f"{type(found).__name__} has the keyboard"
    return found
