"""Chips: a mode, a state, a claim with its level, something understood that can be taken away again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.pressed import Pressed
from leaderplan.ui.widgets.shapes import MODE_WIDTH, Mode, dots_width, is_mode, paint_dots, paint_mode
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, as_tip


@dataclass(frozen=True)
class Level:
    """``level`` of ``steps``, drawn as dots."""

    level: int
    steps: int


class Chip(Pressed):
    """A small box with a mark (a mode, or an icon by name), words, level dots, and × where it is ``removable``.

    ``ground`` is the token of a filled chip; without one it has an outline. ``name`` is what a screen reader says.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        mark: str = "",
        *,
        level: Level | None = None,
        ground: str = "",
        removable: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._mark, self._level, self._ground, self._removable = mark, level, ground, removable
        self.setAccessibleName(name or text)
        self.setToolTip(as_tip(name) if name and name != text else "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = 18 + advance(self.text(), type_.small)
        if self._mark:
            wide += self._mark_width() + 4
        if self._level:
            wide += 8 + dots_width(self._level.steps, type_.scale)
        if self._removable:
            wide += 8 + type_.px(14)
        return QSize(wide, type_.chip + (4 if self._removable else 0))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 80), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        self._paint_ground(painter, theme)
        middle = self.height() / 2
        x = 9
        if self._mark:
            self._paint_mark(painter, x, middle, theme)
            x += self._mark_width() + 4
        painter.setFont(theme.type.small)
        painter.setPen(theme.text if self.isEnabled() else theme.muted)
        room = self.width() - x - 9 - self._tail(theme)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(x, 0, room + 4, self.height()), flags, text)
        if self._level:
            left = x + min(room, advance(text, theme.type.small)) + 8
            paint_dots(painter, self._level.level, self._level.steps, left, middle, theme, theme.type.scale)
        if self._removable:
            cross = self._cross()
            icons.paint(painter, "x", QPointF(cross.topLeft()), theme.muted, cross.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        outlined = not self._ground or theme.colour(self._ground) == theme.surface
        ground = theme.colour(self._ground) if self._ground else None
        if self.isChecked() or self.isDown():
            ground, outlined = theme.selected, True
        elif self.underMouse() and not self._ground:
            ground = theme.hover
        line = theme.accent if self.isChecked() else theme.line
        paint_box(painter, self.rect(), ground, line if outlined else None)

    def _paint_mark(self, painter: QPainter, x: int, middle: float, theme: Theme) -> None:
        if is_mode(self._mark):
            paint_mode(painter, self._mark, x, middle, theme, theme.type.scale)
            return
        size = self._mark_width()
        icons.paint(painter, self._mark, QPointF(x, round(middle - size / 2)), theme.text, size)

    def _mark_width(self) -> int:
        return current_theme().type.px(MODE_WIDTH if is_mode(self._mark) else 13)

    def _tail(self, theme: Theme) -> int:
        dots = 8 + dots_width(self._level.steps, theme.type.scale) if self._level else 0
        return dots + (8 + theme.type.px(14) if self._removable else 0)

    def _cross(self) -> QRect:
        size = current_theme().type.px(14)
        return QRect(self.width() - 9 - size, (self.height() - size) // 2, size, size)


def mode_chip(mode: Mode, word: str, parent: QWidget | None = None) -> Chip:
    """The chip of RUN, CHANGE or TRANSFORM on its soft ground."""
    return Chip(word, mode, ground=f"{mode}_soft", parent=parent)
