"""A milestone on its piece of the line: a disc that is pressed when it is reached, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Milestone
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import paint_lines, paint_words, wrapped

_WIDE, _DISC = 118, 12


class Disc(PressedArea):
    """A disc on its piece of the line, filled once the milestone is reached."""

    def __init__(self) -> None:
        super().__init__()
        self._after: bool | None = None
        self._last = True
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, name: str, *, done: bool, after: bool | None, last: bool) -> None:
        """``after`` says whether the one before is reached; None for the first."""
        self._after, self._last = after, last
        self.setChecked(done)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(_WIDE), type_.px(_DISC) + 12)

    def hitButton(self, place) -> bool:
        return place.x() <= current_theme().type.px(_DISC) + 16

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = theme.type.px(_DISC), self.height() / 2
        if self._after is not None:
            self._paint_line(painter, 0, 8, self._after, theme)
        if not self._last:
            self._paint_line(painter, 8 + size, self.width(), self.isChecked(), theme)
        painter.setPen(QPen(theme.accent if self.isChecked() or self.underMouse() else theme.line_strong, 1.4))
        painter.setBrush(theme.accent if self.isChecked() else theme.surface)
        painter.drawEllipse(QRectF(8, middle - size / 2, size, size).adjusted(1, 1, -1, -1))
        if wants_ring(self):
            box = QRectF(8, middle - size / 2, size, size).toRect().adjusted(-4, -4, 4, 4)
            paint_box(painter, box, None, theme.focus, width=2)

    def _paint_line(self, painter: QPainter, left: float, right: float, reached: bool, theme: Theme) -> None:
        painter.setPen(QPen(theme.accent if reached else theme.line_strong, 2 if reached else 1))
        painter.drawLine(QPointF(left, self.height() / 2), QPointF(right, self.height() / 2))


class Words(PressedArea):
    """Date and title below a disc; pressed to edit."""

    edits = True

    def __init__(self) -> None:
        super().__init__()
        self._day = self._title = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, day: str, title: str) -> None:
        """Say this."""
        self._day, self._title = day, title
        self.setAccessibleName(", ".join(filter(None, (title, day))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(_WIDE), (1 + len(self._lines())) * type_.small_line + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_ = theme.type
        self.paint_ground(painter)
        day = self.rect().adjusted(8, 2, -4, 0)
        day.setHeight(type_.small_line)
        paint_words(painter, day, self._day, type_.small, theme.muted)
        paint_lines(painter, self._lines(), 8, 2 + type_.small_line, type_.small_line, type_.small, theme.text)

    def _lines(self) -> list[str]:
        type_ = current_theme().type
        return wrapped(self._title, type_.small, type_.px(_WIDE) - 16)


@dataclass(frozen=True)
class Shown:
    """A milestone with its day in words, whether the one before is reached, and whether it is the last."""

    milestone: Milestone
    day: str
    after: bool | None
    last: bool


class Stop(QWidget):
    """A disc with its words."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet, self.disc, self.words = sheet, Disc(), Words()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.disc)
        self._column.addWidget(self.words)
        self._column.addStretch()

    def wished_height(self) -> int:
        """How high it is by itself; all of a line are as high as the highest."""
        return self._column.sizeHint().height()

    def show_milestone(self, shown: Shown) -> None:
        """Show it."""
        milestone = shown.milestone
        name = self._sheet.say(_("{name}: reached", name=milestone.title))
        self.disc.show_state(name, done=milestone.done_on is not None, after=shown.after, last=shown.last)
        self.words.show_words(shown.day, milestone.title)
