"""Links: words that lead somewhere inside the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import Pressed
from leaderplan.ui.widgets.text import advance

_LEAST: Final = 80


class _Words(Pressed):
    """Pressed words of no more room than they need."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Link(_Words):
    """Words in the accent, or in ``token``; underlined under the pointer."""

    def __init__(
        self, text: str = "", *, small: bool = False, token: str = "accent", parent: QWidget | None = None
    ) -> None:
        self._small, self._token = small, token
        super().__init__(text, parent)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        font = type_.small if self._small else type_.body
        return QSize(advance(self.text(), font) + 1, type_.small_line if self._small else type_.line)

    def minimumSizeHint(self) -> QSize:
        """In a flowing row that is narrower than its words, the words shorten."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current_theme().type.px(_LEAST)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        font = QFont(theme.type.small if self._small else theme.type.body)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.colour(self._token))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() + 1)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


class BackLink(_Words):
    """A chevron and the name of the list it leads back to, in small print."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(advance(self.text(), type_.small) + type_.px(14) + 5, type_.small_line + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        size = theme.type.px(14)
        icons.paint(painter, "chevron-left", QPointF(0, (self.height() - size) // 2), theme.accent, size)
        font = QFont(theme.type.small)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.accent)
        rect = QRect(size + 4, 0, self.width() - size - 4, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())


class Why(_Words):
    """*Why*, in small print on a dotted line: opens a reason and closes it again."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(advance(self.text(), type_.small) + 1, type_.small_line + 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.type.small)
        painter.setPen(theme.text if self.underMouse() or self.isChecked() else theme.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        painter.setPen(QPen(theme.line_strong, 1, Qt.PenStyle.DotLine))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
