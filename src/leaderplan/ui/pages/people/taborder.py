"""The order in which Tab reaches parts that are made later than what stands around them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def follow(first: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab lead from ``first`` through ``parts``."""
    before = first
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
