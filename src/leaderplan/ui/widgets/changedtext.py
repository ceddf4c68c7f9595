"""A text with what was taken out struck through and what was put in underlined, as high as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.laidtext import LINE, LaidText, ranges

_RETURN = "↵"
_THIN = "\u2009"  # a thin space
_Shown = tuple[PieceKind, str]


class ChangedText(LaidText):
    """``name`` says in words what changed; a break of a line that was taken out or put in is shown as a sign."""

    def __init__(self, pieces: Sequence[Piece], name: str, parent: QWidget | None = None) -> None:
        self._pieces = _parted([(kind, _shown(kind, text)) for kind, text in pieces])
        super().__init__("".join(text for _kind, text in self._pieces), name, parent=parent)

    def formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        return ranges([(text, _format(kind, theme)) for kind, text in self._pieces])

    def set_pieces(self, pieces: Sequence[Piece], name: str) -> None:
        """Show another change."""
        self._pieces = _parted([(kind, _shown(kind, text)) for kind, text in pieces])
        self.lay("".join(text for _kind, text in self._pieces), name)


def _shown(kind: PieceKind, text: str) -> str:
    """A break of a line that changed is to be seen; one that was taken out breaks no line any more."""
    match kind:
        case PieceKind.OUT:
            return text.replace("\n", _RETURN)
        case PieceKind.IN:
            return text.replace("\n", _RETURN + LINE)
    return text.replace("\n", LINE)


def _parted(pieces: Sequence[_Shown]) -> list[_Shown]:
    """Two words of which one took the other's place do not touch."""
    made: list[_Shown] = []
    for kind, text in pieces:
        if made and kind is PieceKind.IN and made[-1][0] is PieceKind.OUT and not made[-1][1].endswith(" "):
            made.append((PieceKind.GAP, _THIN))
        made.append((kind, text))
    return made


def _format(kind: PieceKind, theme: Theme) -> QTextCharFormat | None:
    if kind not in (PieceKind.OUT, PieceKind.IN):
        return None
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
