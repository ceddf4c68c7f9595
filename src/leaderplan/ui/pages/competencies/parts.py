"""Small widgets of the side panel: a story with its level, a point of a list, a headline with dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.marks import paint_mentor
from leaderplan.ui.pages.competencies.places import RING
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.shapes import MODE_WIDTH, Mode, dots_width, paint_dots, paint_mode
from leaderplan.ui.widgets.text import Paragraph, as_tip, paint_words

OUTSET = 8
"""How far the ground of a row reaches beyond its words on each side."""


Mark = Callable[[QPainter, float, float, Theme], None]
"""Paints a mark from a left edge on, centred on a height."""


class PanelRow(PressedArea):
    """A pressed row: a mark, words, a few more in muted, and a level as dots where ``steps``."""

    mark_width = MODE_WIDTH

    def __init__(
        self, words: str, mark: Mark | None, rank: int = 0, steps: int = 0, *, more: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self._mark, self._rank, self._steps, self._more = mark, rank, steps, more
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setToolTip(as_tip(name or words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(200), type_.line + 11)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_, painter, middle = theme.type, QPainter(self), self.height() / 2
        self.paint_ground(painter)
        left, right = OUTSET, self.width() - OUTSET
        if self._mark is not None:
            self._mark(painter, left, middle, theme)
        left += type_.px(self.mark_width) + 8
        if self._steps:
            right -= dots_width(self._steps, type_.scale)
            paint_dots(painter, self._rank, self._steps, right, middle, theme, type_.scale)
            right -= 12
        box = QRect(left, 0, right - left, self.height())
        end = paint_words(painter, box, self.text(), type_.body, theme.text)
        paint_words(painter, box.adjusted(end + 8, 0, 0, 0), self._more, type_.small, theme.muted)


class StoryRow(PanelRow):
    """An achievement: its mode, its title, and the level of a claim."""

    def __init__(self, title: str, mode: Mode | None, rank: int = 0, steps: int = 0, *, name: str = "") -> None:
        super().__init__(title, _mode_mark(mode) if mode else None, rank, steps, name=name)


class MentorRow(PanelRow):
    """A mentor: the ring of the matrix, the name, the day, and the level."""

    mark_width = RING

    def __init__(self, name: str, letters: str, day: str, rank: int, steps: int, said: str) -> None:
        super().__init__(name, _ring_mark(letters), rank, steps, more=day, name=said)


def _mode_mark(mode: Mode) -> Mark:
    return lambda painter, x, middle, theme: paint_mode(painter, mode, x, middle, theme, theme.type.scale)


def _ring_mark(letters: str) -> Mark:
    def paint(painter: QPainter, x: float, middle: float, theme: Theme) -> None:
        paint_mentor(painter, QPointF(x + RING / 2 * theme.type.scale, middle), letters, theme)

    return paint


class Dots(QWidget):
    """The level as dots, beside its name; ``name`` is for screen readers."""

    def __init__(self, rank: int, steps: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rank, self._steps = rank, steps
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(dots_width(self._steps, type_.scale) + 1, type_.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_dots(QPainter(self), self._rank, self._steps, 0, self.height() / 2, theme, theme.type.scale)


class Point(QWidget):
    """One point of a list: a middle dot and words that wrap."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(current_theme().type.px(14), 0, 0, 0)
        row.addWidget(Paragraph(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.muted)
        size = theme.type.px(4)
        painter.drawEllipse(2, (theme.type.line - size) // 2, size, size)
