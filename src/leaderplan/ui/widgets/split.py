"""Two parts side by side, parted by a hairline that can be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from leaderplan.ui.dress import current_theme


class _Handle(QSplitterHandle):
    """One pixel to see; Qt lets a handle this thin be grabbed from some pixels beside it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect().intersected(self.contentsRect()), current_theme().line)


class Split(QSplitter):
    """A list at the left that keeps its width, and what it leads to at the right."""

    def __init__(self, left: QWidget, right: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.handle(1).setAccessibleName(name)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
