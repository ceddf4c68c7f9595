"""A row of the record: a label as wide as those of the story, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.text import PlainLabel

_LABEL, _GAP = 72, 16


class LabelledRow(QWidget):
    """A hairline, and below it a label beside ``content``; the label stands ``drop`` lower than the content.

    The content begins ``OUTSET`` before its words, so that the ground of what is pressed reaches beyond them.
    """

    def __init__(self, label: str, content: QLayout, drop: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = PlainLabel(label, "small", "muted")
        words.setContentsMargins(0, drop, 0, 0)
        words.setFixedWidth(current_theme().type.px(_LABEL))
        words.setFixedHeight(current_theme().type.small_line + drop)
        words.setAlignment(Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.setContentsMargins(OUTSET, 10, 0, 10)
        line.setSpacing(_GAP - OUTSET)
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(content, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule = QHBoxLayout()
        rule.setContentsMargins(OUTSET, 0, OUTSET, 0)
        rule.addWidget(Hairline())
        column.addLayout(rule)
        column.addLayout(line)


def widgets_in(layout: QLayout) -> Iterator[QWidget]:
    """The widgets that a layout holds, in order."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget


def exchange(layout: QLayout, insert: Callable[[int, QWidget], object], old: list, new: list) -> None:
    """Put the widgets ``new`` at the front of a layout in place of ``old``; the keyboard stays at its place."""
    layout.setContentsMargins(
        OUTSET if new else 0, 0, OUTSET, 0
    )  # a button alone has its words where chips have theirs
    had = next((place for place, widget in enumerate(old) if widget.hasFocus()), -1)
    for widget in old:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    for place, widget in enumerate(new):
        insert(place, widget)
    if had >= 0 and new:
        new[min(had, len(new) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def empty_out(layout: QLayout) -> None:
    """Take every widget out of a layout, and let it go."""
    for widget in list(widgets_in(layout)):
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
