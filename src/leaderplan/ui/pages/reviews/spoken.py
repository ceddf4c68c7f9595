"""The words of one version of a comment: a level, what is to go and to come, and the text."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.worddiff import PieceKind
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.about import Text
from leaderplan.ui.pages.reviews.left import LongText
from leaderplan.ui.pages.reviews.parts import RankLine
from leaderplan.ui.pages.reviews.said import Words
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.text import Paragraph


class Spoken(QWidget):
    """In the colour of text, or ``quiet`` in that of what is over."""

    def __init__(self, desk: Desk, words: Words, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if words.rank is not None:
            column.addWidget(RankLine(words.rank.title, words.rank, strong=True))
        if words.change:
            column.addWidget(ChangedText(words.change, _change_in_words(desk, words)))
            if all(kind is PieceKind.OUT for kind, _text in words.change):
                column.addWidget(Paragraph(desk.say(_("Take these words out.")), "small", "muted"))
        if words.text:
            text = f"“{words.text}”" if words.quoted else words.text
            column.addWidget(LongText(desk, Text(text), "muted" if quiet else "text"))


def _change_in_words(desk: Desk, words: Words) -> str:
    """The change as a screen reader says it."""
    out = "".join(text for kind, text in words.change if kind is not PieceKind.IN)
    new = "".join(text for kind, text in words.change if kind is not PieceKind.OUT)
    if not new.strip():
        return desk.say(_("Take out: {words}", words=out))
    return desk.say(_("Instead of “{old}”: {new}", old=out, new=new)) if out.strip() else new
