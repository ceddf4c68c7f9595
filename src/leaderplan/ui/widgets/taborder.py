"""Tab goes through parts as one reads them, whatever the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def in_reading_order(part: QWidget | QLayout) -> Iterator[QWidget]:
    """``part`` and what lies in it, as far as Tab may come there."""
    if isinstance(part, QLayout):
        for place in range(part.count()):
            item = part.itemAt(place)
            if item is not None and (inner := item.widget() or item.layout()) is not None:
                yield from in_reading_order(inner)
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    content = part.widget() if isinstance(part, QScrollArea) else part.layout()
    if content is not None:
        yield from in_reading_order(content)


def chain(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through these one after the other; the first stays where it is."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
