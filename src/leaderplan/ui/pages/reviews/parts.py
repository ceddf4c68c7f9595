"""Small parts of a comment: who speaks, a level with its dots, and what stands indented behind a line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.reviews.about import Rank
from leaderplan.ui.widgets.shapes import dots_width, paint_dots
from leaderplan.ui.widgets.text import advance, paint_words

_DISC: Final = 24
_GAP: Final = 8


class Who(QWidget):
    """The initials in a disc, the name, and what they do; the name shortens."""

    def __init__(self, initials: str, name: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials, self._name, self._verb = initials, name, verb
        self.setAccessibleName(f"{name} {verb}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = type_.px(_DISC) + _GAP + advance(self._name, type_.body) + _GAP + advance(self._verb, type_.small)
        return QSize(wide + 2, max(type_.px(_DISC), type_.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_, side = theme.type, theme.type.px(_DISC)
        disc = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.line_strong if theme.dashed_when_disabled else theme.line, 1))
        painter.setBrush(theme.sunken)
        painter.drawEllipse(disc)
        painter.setFont(type_.small_strong)
        painter.setPen(theme.muted)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)
        verb = advance(self._verb, type_.small)
        line = self.rect().adjusted(side + _GAP, 0, 0, 0)
        wide = paint_words(painter, line.adjusted(0, 0, -verb - _GAP, 0), self._name, type_.body, theme.text)
        after = line.adjusted(wide + _GAP, 0, 2, 0)
        paint_words(painter, after, self._verb, type_.small, theme.muted)


class RankLine(QWidget):
    """Words, and the dots of a level."""

    def __init__(self, words: str, rank: Rank, strong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._rank, self._strong = words, rank, strong
        self.setAccessibleName(f"{words}, {rank.rank}/{rank.steps}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        font = type_.strong if self._strong else type_.body
        return QSize(advance(self._words, font) + 12 + dots_width(self._rank.steps, type_.scale), type_.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(80), current_theme().type.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_ = theme.type
        dots = dots_width(self._rank.steps, type_.scale)
        room = self.rect().adjusted(0, 0, -dots - 12, 0)
        font = type_.strong if self._strong else type_.body
        wide = paint_words(painter, room, self._words, font, theme.text)
        paint_dots(
            painter, self._rank.rank, self._rank.steps, wide + 12, self.height() / 2, theme, type_.scale
        )  # fmt: skip


class Behind(QWidget):
    """A column that stands ``indent`` behind a line of two pixels, which is in the accent while it is current."""

    def __init__(self, indent: int, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 + indent, 0, 0, 0)
        self.column.setSpacing(gap)

    def set_current(self, current: bool) -> None:
        """Whether it is the one that is dealt with now."""
        self._current = current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        QPainter(self).fillRect(0, 0, 2, self.height(), theme.accent if self._current else theme.line)
