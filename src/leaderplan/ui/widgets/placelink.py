"""Small quiet words that lead to a record, behind the shape of its mode."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import Pressed
from leaderplan.ui.widgets.shapes import MODE_WIDTH, is_mode, paint_mode
from leaderplan.ui.widgets.text import advance, as_tip, paint_words


class PlaceLink(Pressed):
    """Underlined under the pointer; where it leads nowhere it only says something. The words shorten."""

    def __init__(self, words: str, mark: str = "", *, leads: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setText(words)
        self.setAccessibleName(words)
        self.setEnabled(leads)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if leads:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(self._left() + advance(self.text(), type_.small) + 2, type_.small_line)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(60), current_theme().type.small_line)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        if is_mode(self._mark):
            paint_mode(painter, self._mark, 0, self.height() / 2, theme, theme.type.scale)
        font = QFont(theme.type.small)
        font.setUnderline(self.underMouse() and self.isEnabled())
        line = QRect(self._left(), 0, self.width() - self._left(), self.height())
        shown = paint_words(painter, line, self.text(), font, theme.muted)
        cut = shown < advance(self.text(), font)
        self.setToolTip(as_tip(self.text()) if cut else "")

    def _left(self) -> int:
        return current_theme().type.px(MODE_WIDTH) + 8 if is_mode(self._mark) else 0
