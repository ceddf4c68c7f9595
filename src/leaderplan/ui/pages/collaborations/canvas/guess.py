"""The guess as one sentence, if … then … because …, which opens into its three parts to be edited."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.pressed import PressedArea

Piece = tuple[str, str]
"""(muted word, what follows it)"""


class GuessView(PressedArea):
    """Pressed to edit; the words between the parts are muted."""

    edits = True
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._pieces: tuple[Piece, ...] = ()
        self._heights: dict[tuple[int, float], int] = {}
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.opened)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Say this sentence."""
        if pieces == self._pieces:
            return
        self._pieces = pieces
        self._heights.clear()
        self.setAccessibleName(f"{self._name}: {self._sentence()}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        type_ = current_theme().type
        key = (width, type_.scale)
        if key not in self._heights:
            self._heights[key] = self._laid(width).lineCount() * type_.line + 8
        return self._heights[key]

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, current_theme().type.line + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        self.paint_ground(painter)
        painter.setPen(theme.text)
        self._laid(self.width()).draw(painter, QPointF(OUTSET, 4))

    def _sentence(self) -> str:
        return ", ".join(f"{word} {text}" for word, text in self._pieces) + "."

    def _laid(self, width: int) -> QTextLayout:
        theme = current_theme()
        text = self._sentence()
        layout, option = QTextLayout(text, theme.type.body), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        muted, start, ranges = QTextCharFormat(), 0, []
        muted.setForeground(theme.muted)
        for word, said in self._pieces:
            ranges.append(_range(start, len(word.encode("utf-16-le")) // 2, muted))
            start += len(f"{word} {said}, ".encode("utf-16-le")) // 2
        layout.setFormats(ranges)
        layout.beginLayout()
        height, top = theme.type.line, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - 2 * OUTSET, 40))
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made
