"""The order in which Tab goes through parts that come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def in_reading_order(layout: QLayout) -> Iterator[QWidget]:
    """Every widget in a layout, and in those within it, that the keyboard can reach."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        inner = widget.layout() if widget is not None else item.layout() if item is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        if inner is not None:
            yield from in_reading_order(inner)


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through these one after the other; the first stays where it is."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
