"""A small record as a block that is pressed to open it: its title, and lines of small print with an icon."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.text import paint_lines, wrapped

OUTSET = 8
SmallLine: TypeAlias = tuple[str, str]
"""(icon, words)"""


class Block(PressedArea):
    """As high as its words need."""

    edits = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._lines: tuple[SmallLine, ...] = ()
        self._known: dict[tuple[int, float], tuple[list[str], list[tuple[str, list[str]]]]] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, title: str, lines: tuple[SmallLine, ...]) -> None:
        """Say this."""
        self._title, self._lines = title, lines
        self._known.clear()
        self.setAccessibleName(", ".join((title, *(words for _icon, words in lines))))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        type_ = current_theme().type
        title, small = self._broken(width)
        return len(title) * type_.line + sum(len(lines) for _icon, lines in small) * (type_.small_line + 1) + 8

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, current_theme().type.line + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_ = theme.type
        self.paint_ground(painter)
        title, small = self._broken(self.width())
        paint_lines(painter, title, OUTSET, 4, type_.line, type_.body, theme.text)
        top, size = 4 + len(title) * type_.line, type_.px(13)
        for icon, lines in small:
            icons.paint(painter, icon, QPointF(OUTSET, top + 2), theme.muted, size)
            paint_lines(painter, lines, OUTSET + size + 7, top, type_.small_line + 1, type_.small, theme.muted)
            top += len(lines) * (type_.small_line + 1)

    def _broken(self, width: int) -> tuple[list[str], list[tuple[str, list[str]]]]:
        type_ = current_theme().type
        if (width, type_.scale) in self._known:
            return self._known[width, type_.scale]
        room = max(width - 2 * OUTSET, 40)
        small = [(icon, wrapped(words, type_.small, room - type_.px(13) - 7)) for icon, words in self._lines]
        self._known[width, type_.scale] = (wrapped(self._title, type_.body, room), small)
        return self._known[width, type_.scale]
