"""A level of a framework as a row that can be pressed: who stands there, and what a competency looks like there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.shapes import dots_width, paint_dots
from leaderplan.ui.widgets.text import advance, paint_lines, paint_words, wrapped


class LevelRow(PressedArea):
    """Dots, the name of the level, ``aside`` at its right, and below it what the competency looks like there."""

    def __init__(
        self, rank: int, steps: int, title: str, text: str, aside: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rank, self._steps, self._text, self._aside = rank, steps, text, aside
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(", ".join(part for part in (str(rank), title, aside) if part))
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        type_ = current_theme().type
        return type_.line + 12 + len(self._lines(width)) * type_.small_line

    def sizeHint(self) -> QSize:
        wide = current_theme().type.px(400)
        return QSize(wide, self.heightForWidth(wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_ = theme.type
        painter = QPainter(self)
        self.paint_ground(painter)
        left = self._left()
        paint_dots(painter, self._rank, self._steps, 8, 6 + type_.line / 2, theme, type_.scale)
        font = type_.strong if self.isChecked() else type_.body
        room = self.width() - left - 8
        aside = min(advance(self._aside, type_.small), room // 2) if self._aside else 0
        end = paint_words(painter, QRect(left, 6, room - aside - 12, type_.line), self.text(), font, theme.text)
        place = QRect(left + end + 12, 6, aside + 1, type_.line)
        paint_words(painter, place, self._aside, type_.small, theme.muted)
        lines = self._lines(self.width())
        paint_lines(painter, lines, left, 6 + type_.line, type_.small_line, type_.small, theme.muted)

    def _left(self) -> int:
        return 8 + dots_width(self._steps, current_theme().type.scale) + 12

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._text, current_theme().type.small, max(width - self._left() - 8, 40)) if self._text else []
