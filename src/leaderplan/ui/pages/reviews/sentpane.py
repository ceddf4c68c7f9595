"""What was sent in a round, to be looked at: the same chapters that the mentor reads."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.review.reading import Piece, chapters
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.link import BackLink


class SentPane(QWidget):
    """Plain text that cannot be changed; ``left`` tells that the comments are wanted again."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back = BackLink(desk.say(_("Back to the comments")))
        self.back.clicked.connect(self.left)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("bare", True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(desk.say(_("What was sent")))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.back)
        column.addWidget(self.text, 1)

    def show_plan(self, sent: Plan | None) -> None:
        """Show a share; that it cannot be shown where there is none."""
        words = "\n".join(_lines(sent, self._desk.language)) if sent else self._desk.say(_("It is not here any more."))
        self.text.setPlainText(words)


def _lines(sent: Plan, language: Language) -> Iterator[str]:
    for chapter in chapters(sent, language):
        yield chapter.title.upper()
        yield ""
        for piece in chapter.pieces:
            yield from _piece(piece, 0)
            yield ""


def _piece(piece: Piece, depth: int) -> Iterator[str]:
    space = "    " * depth
    named = piece.name if piece.name == piece.kind else f"{piece.kind}: {piece.name}"
    yield f"{space}{named}"
    for passage in piece.passages:
        if not passage.title:
            yield f"{space}  {passage.label}: {passage.text}"
    for part in piece.parts:
        yield from _piece(part, depth + 1)
