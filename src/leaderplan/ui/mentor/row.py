"""A text of the plan with what the mentor says about it, beside it or below it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Comment, CommentKind, Round
from leaderplan.domain.review.anchor import Span, around, find
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import Card
from leaderplan.ui.mentor.margin import Margin
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.passage import PassageText
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.mentor.spots import Spot
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.taborder import chain
from leaderplan.ui.widgets.text import Paragraph, line_of

TEXT: Final = 720
LABEL: Final = 128
GAP: Final = 24
_INDENT: Final = 16


class Row(Part):
    """One spot, beside others of its record that show these ``fields``.

    ``offer_wanted`` asks for what can be said of it, with whether a key asked.
    """

    offer_wanted = Signal(object, bool)

    def __init__(
        self, sitting: Sitting, spot: Spot, fields: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sitting, self.spot, self._fields = sitting, spot, fields
        say = sitting.language.say
        name = f"{spot.label}: {spot.text}" if spot.label else spot.text
        self._words = QWidget(self)
        hint = say(_("Enter: say something about it"))
        self.passage = PassageText(spot.text, spot.role, name, hint, self._words)
        self.passage.offered.connect(lambda by_key: self.offer_wanted.emit(self, by_key))
        self.passage.focused.connect(self._hint)
        self.margin = Margin(self._card, self)
        self.margin.turned.connect(self._mark)
        self.margin.finished.connect(self._go_back)
        self.margin.remove_wanted.connect(self._remove)
        self._plus: Button | None = None
        self._wide = True
        self._buttons: list[QWidget] = []
        self._lay_out()
        self.refresh()

    def takes(self, comment: Comment) -> bool:
        """Whether a comment stands here: on this field, or on a part of the record that no other row shows."""
        if comment.record != self.spot.record or comment.parent:
            return False
        return comment.field == self.spot.field or (self.spot.head and comment.field not in self._fields)

    def show_comments(self, comments: list[Comment]) -> None:
        """Show the comments that stand here."""
        if self.margin.show_comments(comments):
            chain(self.stops())
        self.margin.setVisible(bool(comments) or self._wide)
        self._mark()
        self._hint()

    def refresh(self) -> None:
        self.show_comments([comment for comment in self._sitting.on(self.spot.record) if self.takes(comment)
                            and comment.kind is not CommentKind.RATING])  # fmt: skip

    def settle(self) -> None:
        for card in list(self.margin.cards):
            card.settle()

    def begin(self, kind: CommentKind, _checked: bool = False) -> Card | None:
        """Begin to say something of the words that are selected, else of the whole."""
        spot, fields = self.spot, self._about()
        if kind is CommentKind.SUGGESTION:
            fields["proposed"] = fields.get("quote") or spot.text
        if kind is CommentKind.TESTIMONIAL:
            fields = {"record": spot.record, "of_table": spot.table}
        self.passage.clear_selection()
        id = self._sitting.add(kind, **fields)
        card = self.margin.card_of(id)
        if card is not None:
            card.write()
        return card

    def set_wide(self, wide: bool) -> None:
        self._wide = wide
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self._box.setSpacing(GAP if wide else 4)
        self.margin.set_wide(wide)
        type_ = current_theme().type
        left = 0 if wide else self._left() + 8
        self._beside.setContentsMargins(left, 0, 0, 0)
        self.margin.setVisible(wide or bool(self.margin.cards))
        self._words.setContentsMargins(0, 0, 0 if wide else type_.px(34), 0)
        self._place_plus()

    def stops(self) -> list[QWidget]:
        return [self.passage.words, *self._buttons, *(stop for card in self.margin.cards for stop in card.stops())]

    def margin_stop(self) -> QWidget | None:
        return self.margin.cards[0].stops()[0] if self.margin.cards else None

    def place_of_offer(self) -> QPoint:
        """Where the offer belongs: below the words that are selected, else below the start."""
        words = self.passage.words
        cursor = words.textCursor()
        rect = words.cursorRect(cursor) if cursor.hasSelection() else words.cursorRect()
        return words.viewport().mapTo(self, rect.bottomLeft())

    def enterEvent(self, event) -> None:
        self._hint()

    def leaveEvent(self, event) -> None:
        self._hint()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._place_plus()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()
            self._mark()

    def _card(self, comment: Comment) -> Card:
        return Card(self._sitting, comment, self.spot.text)

    def _about(self) -> dict[str, Any]:
        spot, span = self.spot, self.passage.selected
        made: dict[str, Any] = {"record": spot.record, "of_table": spot.table, "field": spot.field}
        if spot.quotable and span is not None:
            made["quote"], made["prefix"], made["suffix"] = around(spot.text, span.start, span.end)
        return made

    def _mark(self) -> None:
        current: Span | None = None
        spans = []
        for card in self.margin.cards:
            comment = card.comment
            span = find(self.spot.text, comment.quote, comment.prefix, comment.suffix) if comment else None
            if span is not None:
                spans.append(span)
                current = span if card.has_keyboard else current
        self.passage.mark(spans, current)

    def _hint(self) -> None:
        """The button shows where one points or reads, as long as nothing stands in its place."""
        here = self.underMouse() or self.passage.words.hasFocus()
        wanted = here and not (self._wide and self.margin.cards)
        if wanted and self._plus is None:
            self._plus = self._make_plus()
        if self._plus is not None:
            self._plus.setVisible(wanted)
        self._place_plus()

    def _make_plus(self) -> Button:
        name = self._sitting.language.say(_("Say something about it"))
        plus = Button("", Kind.ICON, "message-square-plus", name=name, small=True, parent=self)
        plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter in the passage does the same
        plus.clicked.connect(lambda: self.offer_wanted.emit(self, False))
        return plus

    def _place_plus(self) -> None:
        plus = self._plus
        if plus is None or plus.isHidden():
            return
        plus.resize(plus.sizeHint())
        x = self.margin.x() + 8 if self._wide else self.width() - plus.width()
        high = line_of(self.spot.role, current_theme().type)
        plus.move(x, self._words.y() + self.passage.y() + 4 + (high - plus.height()) // 2)

    def _go_back(self) -> None:
        self.settle()
        self.passage.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, id: str) -> None:
        self.passage.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(id)

    def _left(self) -> int:
        """Where the text begins."""
        type_ = current_theme().type
        indent = _INDENT * max(self.spot.depth - 1, 0)
        return 0 if self.spot.role == "heading" else type_.px(LABEL) + indent

    def _lay_out(self) -> None:
        role = "small" if self.spot.role == "heading" else "body"
        self._label = Paragraph(self.spot.label, "small", "muted", self._words)
        self._above = QVBoxLayout()
        self._above.addWidget(self._label)
        self._above.addStretch()
        way = QBoxLayout.Direction.TopToBottom if role == "small" else QBoxLayout.Direction.LeftToRight
        words = QBoxLayout(way, self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0 if role == "small" else 8)
        words.addLayout(self._above)
        words.addWidget(self.passage, 1)
        if role == "small" and self.spot.table != Round.table:  # a round is gone on with comment by comment
            words.addWidget(self._ways())
        self._beside = QHBoxLayout()
        self._beside.addWidget(self.margin)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._words, 1)
        self._box.addLayout(self._beside)
        self._fit()

    def _ways(self) -> QWidget:
        """What can be said of a record as a whole, for whoever looks for it."""
        say, made = self._sitting.language.say, QWidget(self._words)
        flow = FlowLayout(made, gap=8)
        flow.setContentsMargins(0, 2, 0, 8)
        ways = [(CommentKind.COMMENT, "message-square-plus", _("Comment"))]
        ways += [(CommentKind.TESTIMONIAL, "quote", _("Give a testimonial"))] if self.spot.praised else []
        for kind, icon, words in ways:
            button = Button(say(words), Kind.ADD, icon, parent=made)
            button.clicked.connect(partial(self.begin, kind))
            self._buttons.append(button)
            flow.addWidget(button)
        return made

    def _fit(self) -> None:
        type_, spot = current_theme().type, self.spot
        self._words.setMaximumWidth(type_.px(TEXT))
        between = 4 if spot.quotable else 0
        above = {"strong": 12, "body": 8 if spot.depth == 1 else 0}.get(spot.role, 0) if spot.head else between
        self._box.setContentsMargins(0, above, 0, between)
        if spot.role == "heading":
            self._above.setContentsMargins(4, 0, 0, 0)
            return
        indent = _INDENT * max(spot.depth - 1, 0)
        self._above.setContentsMargins(4 + indent, 7 + (type_.line - type_.small_line) // 2, 0, 4)
        self._label.setFixedWidth(self._left() - 12 - indent)
        self._above.setSpacing(0)
