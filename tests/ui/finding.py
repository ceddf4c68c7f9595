"""Finds widgets by their kind, and insists on them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def the(kind: type[T], parent: QObject) -> T:
    """The first of its kind within ``parent``."""
    found = parent.findChild(kind)
    assert found is not None, f"no {kind.__name__}"
    return found
