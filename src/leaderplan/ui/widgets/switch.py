"""A switch between views of the same thing: words side by side in one box, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import Pressed
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance


class Segment(Pressed):
    """One of the views."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(advance(self.text(), type_.strong) + 26, type_.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        inner = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked():
            paint_box(painter, inner, theme.selected, radius=5)
        elif self.underMouse():
            paint_box(painter, inner, theme.hover, radius=5)
        painter.setFont(theme.type.strong if self.isChecked() else theme.type.body)
        painter.setPen(theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.text())


class Switch(QWidget):
    """``chosen`` tells the number of the view, when a person chose it."""

    chosen = Signal(int)

    def __init__(self, views: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.segments = [Segment(words) for words in views]
        for number, segment in enumerate(self.segments):
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self.segments[0].setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def show_choice(self, number: int) -> None:
        """Mark a view without telling anyone."""
        self.segments[number].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), theme.raised, theme.line)
