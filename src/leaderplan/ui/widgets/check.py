"""A box to tick, with the words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import Pressed
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, paint_lines, wrapped

_GAP = 8


class Check(Pressed):
    """The words wrap; box and words are pressed alike."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # a fixed one would not wrap
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(len(self._lines(width)), 1) * current_theme().type.line + 4

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = type_.icon + _GAP + advance(self.text(), type_.body) + 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(120), type_.line + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_, side = theme.type, theme.type.icon
        box = QRect(0, 2 + (type_.line - side) // 2, side, side)
        if self.isChecked():
            paint_box(painter, box, theme.accent, radius=4)
            inner = round(side * 0.75)
            corner = QPointF(box.topLeft()) + QPointF((side - inner) / 2, (side - inner) / 2)
            icons.paint(painter, "check", corner, theme.on_accent, inner)
        else:
            paint_box(painter, box, theme.hover if self.underMouse() else theme.raised, theme.line_strong, radius=4)
        left = side + _GAP
        paint_lines(painter, self._lines(self.width()), left, 2, type_.line, type_.body, theme.text)

    def hitButton(self, pos) -> bool:
        return self.rect().contains(pos)

    def _lines(self, width: int) -> list[str]:
        type_ = current_theme().type
        return wrapped(self.text(), type_.body, max(width - type_.icon - _GAP, 1))
