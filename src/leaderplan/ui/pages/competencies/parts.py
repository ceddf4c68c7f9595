"""Small widgets of the side panel: a story with its level, a point of a list, a headline with dots."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.shapes import MODE_WIDTH, Mode, dots_width, paint_dots, paint_mode
from leaderplan.ui.widgets.surface import paint_row
from leaderplan.ui.widgets.text import Paragraph, as_tip, paint_words

OUTSET = 8
"""How far the ground of a row reaches beyond its words on each side."""


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and away."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


class StoryRow(QAbstractButton):
    """A pressed row: the mode of an achievement, its title, and the level of a claim as dots where ``steps``."""

    def __init__(
        self,
        title: str,
        mode: Mode | None,
        rank: int = 0,
        steps: int = 0,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode, self._rank, self._steps = mode, rank, steps
        self.setText(title)
        self.setAccessibleName(name or title)
        self.setToolTip(as_tip(title))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ownFocus", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(200), type_.line + 11)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_, painter, middle = theme.type, QPainter(self), self.height() / 2
        paint_row(painter, self.rect(), theme, hovered=self.underMouse(), focused=wants_ring(self))
        left, right = OUTSET, self.width() - OUTSET
        if self._mode is not None:
            paint_mode(painter, self._mode, left, middle, theme, type_.scale)
        left += type_.px(MODE_WIDTH) + 8
        if self._steps:
            right -= dots_width(self._steps, type_.scale)
            paint_dots(painter, self._rank, self._steps, right, middle, theme, type_.scale)
            right -= 12
        paint_words(painter, QRect(left, 0, right - left, self.height()), self.text(), type_.body, theme.text)


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
