"""A text with what was taken out struck through and what was put in underlined, as high as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme

_LINE = "\u2028"  # Qt's own sign for a new line within a paragraph
_RETURN = "↵"
_THIN = "\u2009"  # a thin space
_Shown = tuple[PieceKind, str]


class ChangedText(QWidget):
    """``name`` says in words what changed; a break of a line that was taken out or put in is shown as a sign."""

    def __init__(self, pieces: Sequence[Piece], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces = _parted([(kind, _shown(kind, text)) for kind, text in pieces])
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Sequence[Piece], name: str) -> None:
        """Show another change."""
        self._pieces = _parted([(kind, _shown(kind, text)) for kind, text in pieces])
        self._heights.clear()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything that it shows."""
        return "".join(text for _kind, text in self._pieces).replace(_LINE, "\n")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            layout = self._layout(width)
            self._heights[width] = max(layout.lineCount(), 1) * current_theme().type.line
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, current_theme().type.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().text)
        self._layout(self.width()).draw(painter, QPointF(0, 0))

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._heights.clear()
            self.updateGeometry()

    def _layout(self, width: int) -> QTextLayout:
        """The text on lines of the height of body text."""
        theme = current_theme()
        layout = QTextLayout("".join(text for _kind, text in self._pieces), theme.type.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_ranges(self._pieces, theme))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y + (theme.type.line - line.height()) / 2))
            y += theme.type.line
        layout.endLayout()
        return layout


def _shown(kind: PieceKind, text: str) -> str:
    """A break of a line that changed is to be seen; one that was taken out breaks no line any more."""
    match kind:
        case PieceKind.OUT:
            return text.replace("\n", _RETURN)
        case PieceKind.IN:
            return text.replace("\n", _RETURN + _LINE)
    return text.replace("\n", _LINE)


def _parted(pieces: Sequence[_Shown]) -> list[_Shown]:
    """Two words of which one took the other's place do not touch."""
    made: list[_Shown] = []
    for kind, text in pieces:
        if made and kind is PieceKind.IN and made[-1][0] is PieceKind.OUT and not made[-1][1].endswith(" "):
            made.append((PieceKind.GAP, _THIN))
        made.append((kind, text))
    return made


def _ranges(pieces: Sequence[_Shown], theme: Theme) -> list[QTextLayout.FormatRange]:
    """The marks, counted as Qt counts, in UTF-16 units."""
    ranges, start = [], 0
    for kind, text in pieces:
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if kind in (PieceKind.OUT, PieceKind.IN):
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = start, length, _format(kind, theme)
            ranges.append(marked)
        start += length
    return ranges


def _format(kind: PieceKind, theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    if kind is PieceKind.OUT:
        made.setForeground(theme.bad)
        made.setFontStrikeOut(True)
    else:
        made.setBackground(theme.transform_soft)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.transform)
        made.setFontUnderline(True)
    return made
