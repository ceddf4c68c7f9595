"""A comment beside what it is about, with the fields in which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.cleaning import clean
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Comment, CommentKind, Level
from leaderplan.domain.review.book import says_something
from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.shortening import short
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from leaderplan.ui.widgets.writingbox import WritingBox

WIDTH: Final = 316
_BAR: Final = 2
_QUOTED: Final = 160

_KINDS: Final[Mapping[CommentKind, Message]] = {
    CommentKind.COMMENT: _("Comment"),
    CommentKind.SUGGESTION: _("Other words"),
    CommentKind.RATING: _("Rating"),
    CommentKind.TESTIMONIAL: _("Testimonial"),
}
_HINTS: Final[Mapping[CommentKind, Message]] = {
    CommentKind.COMMENT: _("What do you want to say?"),
    CommentKind.SUGGESTION: _("Why? It need not be said."),
    CommentKind.RATING: _("What made you choose it?"),
    CommentKind.TESTIMONIAL: _("What you would say of it to others. It may be quoted under your name."),
}
_NAMES: Final[Mapping[CommentKind, Message]] = {
    CommentKind.COMMENT: _("Your comment"),
    CommentKind.SUGGESTION: _("Why"),
    CommentKind.RATING: _("Why this level"),
    CommentKind.TESTIMONIAL: _("Your testimonial"),
}


class Card(QWidget):
    """One comment of the book. ``old`` is the text for which a suggestion proposes another."""

    focused = Signal()
    left = Signal()
    finished = Signal()
    """Enough was written: the keyboard goes back to what it is about."""
    remove_wanted = Signal(str)

    def __init__(self, sitting: Sitting, comment: Comment, old: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = sitting.language.say
        self.id, self._sitting, self._say = comment.id, sitting, say
        self._kind, self._old = comment.kind or CommentKind.COMMENT, comment.quote or old
        self._has_keyboard = False
        self._state = PlainLabel("", "small", "muted", shortens=True)
        self._remove = Button("", Kind.ICON, "trash-2", name=say(_("Remove this comment")), small=True)
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self.id))
        self._said: Paragraph | ChangedText | None = None
        self._new: WritingBox | None = None
        name, hint = say(_NAMES[self._kind]), say(_HINTS[self._kind])
        lines = 1 if self._kind is CommentKind.SUGGESTION else 3
        self._text = WritingBox(name, hint, comment.text, lines=lines, most=LONGEST_TEXT)
        self._lay_out(comment)
        for box in self.boxes():
            box.entered.connect(lambda: self._note_keyboard(True))
            box.left.connect(lambda: self._note_keyboard(False))
            box.done.connect(self.finished)
        self._text.edited.connect(lambda text: self._store(text=clean(text)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.refresh()

    @property
    def comment(self) -> Comment | None:
        """What it shows; None once that is gone."""
        return self._sitting.book.find(self.id)

    @property
    def has_keyboard(self) -> bool:
        """Whether one writes in it."""
        return self._has_keyboard

    def boxes(self) -> list[WritingBox]:
        """The fields, in the order in which they are written."""
        return [self._new, self._text] if self._new else [self._text]

    def stops(self) -> list[QWidget]:
        """Where Tab comes."""
        return [*(box.field for box in self.boxes()), self._remove]

    def write(self) -> None:
        """Put the keyboard into the first field; proposed words are all selected."""
        box = self.boxes()[0]
        box.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._new is not None:
            box.field.selectAll()

    def refresh(self) -> None:
        """Show it as it stands in the book."""
        comment = self.comment
        if comment is None:
            return
        self._text.set_text(comment.text)
        if self._new is not None:
            self._new.set_text(comment.proposed)
        self._show_state(comment)

    def settle(self) -> None:
        """Take it back where nothing was said; what was returned before stays as it was."""
        comment = self.comment
        if comment is None or comment.id in self._sitting.book.sent:
            return
        untouched = self._kind is CommentKind.SUGGESTION and comment.proposed == self._old and not comment.text.strip()
        if untouched or not says_something(comment):
            self._sitting.forget(self.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        colour = theme.accent if self._has_keyboard else theme.line
        QPainter(self).fillRect(0, 2, _BAR, self.height() - 4, colour)

    def _lay_out(self, comment: Comment) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self._say(_KINDS[self._kind]), "small_strong"))
        head.addWidget(self._state, 1)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR + 14, 0, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        if self._kind is CommentKind.SUGGESTION:
            self._add_new_words(column, comment)
        elif self._kind is CommentKind.RATING:
            self._said = Paragraph("", "strong")
            column.addWidget(self._said)
        elif comment.quote:
            column.addWidget(Paragraph(f"“{short(comment.quote, _QUOTED)}”", "small", "muted"))
        column.addWidget(self._text)

    def _add_new_words(self, column: QVBoxLayout, comment: Comment) -> None:
        self._said = ChangedText((), "")
        new = _("New words")
        self._new = WritingBox(
            self._say(new), self._say(_("Nothing: take them out")), comment.proposed, lines=1, most=LONGEST_TEXT
        )
        self._new.edited.connect(lambda text: self._store(proposed=clean(text)))
        column.addWidget(self._said)
        column.addWidget(self._new)

    def _store(self, **fields: str) -> None:
        self.id = self._sitting.change(self.id, self, **fields)
        if (comment := self.comment) is not None:
            self._show_state(comment)

    def _show_state(self, comment: Comment) -> None:
        if comment.id in self._sitting.book.sent:
            self._state.setText(self._say(_("returned")))
        elif comment.revises:
            self._state.setText(self._say(_("changed since you returned it")))
        else:
            self._state.setText("")
        if isinstance(self._said, ChangedText):
            self._said.set_pieces(_pieces(self._old, comment.proposed), self._change_in_words(comment.proposed))
        elif isinstance(self._said, Paragraph):
            level = self._sitting.plan.get(Level, comment.level)
            self._said.setText(level.title if level else "")

    def _change_in_words(self, new: str) -> str:
        old, new = short(self._old, _QUOTED), short(new, _QUOTED)
        said = _("“{old}” becomes “{new}”", old=old, new=new) if new else _("“{old}” is taken out", old=old)
        return self._say(said)

    def _note_keyboard(self, has: bool) -> None:
        self._has_keyboard = has
        self.update()
        if has:
            self.focused.emit()
        else:
            self._sitting.keep()
            self.left.emit()


def _pieces(old: str, new: str) -> list[Piece]:
    """The old words struck through before the new ones; nothing but the old while they are the same."""
    if new == old:
        return [Piece(PieceKind.SAME, old)]
    return [Piece(kind, text) for kind, text in ((PieceKind.OUT, old), (PieceKind.IN, new)) if text]
