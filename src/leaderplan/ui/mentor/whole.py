"""The first thing in a review: what the planner asks, under which name one answers, and what one says of it all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.exchange.guard import one_line
from leaderplan.exchange.review.layout import LONGEST_LINE
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import Card
from leaderplan.ui.mentor.margin import Margin
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.taborder import chain
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 560
_WORDS: Final = 3
_LONGEST_WORD: Final = 60


class WholePart(Part):
    """A calm column: read, then write."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        say = sitting.language.say
        self.name = QLineEdit(sitting.book.author)
        self.name.setAccessibleName(say(_("Your name")))
        self.name.setMaxLength(LONGEST_LINE)
        self.name.textEdited.connect(lambda text: sitting.name(one_line(text), self))
        self._fixed = Paragraph("", "small", "muted")
        self.words = [self._word(number) for number in range(_WORDS)]
        self.margin = Margin(lambda comment: Card(sitting, comment))
        self.margin.finished.connect(self._finish)
        self.margin.remove_wanted.connect(self.removed)
        self.say_more = Button(say(_("Say something about the whole")), Kind.PLAIN, "message-square-plus")
        self.say_more.clicked.connect(self.begin)
        for field in (self.name, *self.words):
            field.editingFinished.connect(sitting.keep)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        book = self._sitting.book
        self.margin.show_comments([c for c in self._sitting.on(None) if c.kind is CommentKind.COMMENT])
        self.margin.setVisible(bool(self.margin.cards))
        if not self.name.hasFocus():
            self.name.setText(book.author)
        self.name.setReadOnly(bool(book.sent))
        say = self._sitting.language.say
        fixed = _("You returned an answer under this name, so it stays.")
        usual = _(
            "{sender} sees your comments under this name.", sender=self._sitting.head.sender or say(_("The sender"))
        )
        self._fixed.setText(say(fixed if book.sent else usual))
        if not any(field.hasFocus() for field in self.words):
            self._show_words()
        chain(self.stops())

    def settle(self) -> None:
        for card in list(self.margin.cards):
            card.settle()
        comment = self._three()
        if comment is not None and not comment.text and comment.id not in self._sitting.book.sent:
            self._sitting.forget(comment.id)

    def set_wide(self, wide: bool) -> None:
        self.margin.set_wide(False)

    def stops(self) -> list[QWidget]:
        cards = [stop for card in self.margin.cards for stop in card.stops()]
        return [self.name, *self.words, *cards, self.say_more]

    def margin_stop(self) -> QWidget | None:
        return self.margin.cards[0].stops()[0] if self.margin.cards else None

    def begin(self) -> None:
        """Begin a comment on the plan as a whole."""
        card = self.margin.card_of(self._sitting.add(CommentKind.COMMENT))
        if card is not None:
            card.write()

    def ask_name(self) -> None:
        """Put the keyboard where the name is missing."""
        mark_wrong(self.name, True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self.setMaximumWidth(current_theme().type.px(_WIDE))

    def _lay_out(self) -> None:
        head, say = self._sitting.head, self._sitting.language.say
        column = self._column
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(6)
        self.setMaximumWidth(current_theme().type.px(_WIDE))
        sender = head.sender or say(_("The sender"))
        if head.message:
            column.addWidget(PlainLabel(say(_("{sender} asks", sender=sender)), "small", "muted", shortens=True))
            column.addWidget(Paragraph(head.message))
        else:
            column.addWidget(Paragraph(say(_("{sender} asks you to read this and to say what you think.",
                                             sender=sender))))  # fmt: skip
        how = _("Choose a part at the left. Select words in it, or press Enter where you read, to say something"
                " about it. All of it stays on this computer until you return it.")  # fmt: skip
        column.addWidget(Paragraph(say(how), "small", "muted"))
        self._begin_part(_("Your name"))
        column.addWidget(self.name)
        column.addWidget(self._fixed)
        self._begin_part(_("Three words for {sender}", sender=sender))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, field in enumerate(self.words):
            grid.addWidget(field, 0, place)
        column.addLayout(grid)
        column.addWidget(Paragraph(say(_("How you would describe them to somebody who has never met them.")), "small",
                                   "muted"))  # fmt: skip
        self._begin_part(_("The plan as a whole"))
        column.addWidget(self.margin)
        column.addWidget(self.say_more)
        column.addStretch()

    def _begin_part(self, words: Message) -> None:
        self._column.addSpacing(18)
        self._column.addWidget(PlainLabel(self._sitting.language.say(words), "strong"))

    def _word(self, number: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self._sitting.language.say(_("Word {number} of 3", number=number + 1)))
        field.setMaxLength(_LONGEST_WORD)
        field.textEdited.connect(self._store_words)
        return field

    def _store_words(self, _text: str = "") -> None:
        text = ", ".join(word for field in self.words if (word := one_line(field.text().replace(",", " "))))
        comment = self._three()
        if comment is not None:
            self._sitting.change(comment.id, self, text=text)
        elif text:
            self._sitting.add(CommentKind.THREE_WORDS, self, text=text)

    def _show_words(self) -> None:
        comment = self._three()
        found = comment.text.split(", ") if comment else []
        for place, field in enumerate(self.words):
            field.setText(found[place] if place < len(found) else "")

    def _three(self) -> Comment | None:
        return next((c for c in self._sitting.on(None) if c.kind is CommentKind.THREE_WORDS), None)

    def _finish(self) -> None:
        self.settle()
        self.say_more.setFocus(Qt.FocusReason.OtherFocusReason)
