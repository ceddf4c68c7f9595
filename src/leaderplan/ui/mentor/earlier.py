"""An earlier round: what the mentor said then, what became of it, what was answered, and how one goes on with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.edits import called
from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Comment, CommentKind, Fate, Level
from leaderplan.domain.review.threads import Thread
from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import Card
from leaderplan.ui.mentor.margin import Margin
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.row import TEXT
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.taborder import chain
from leaderplan.ui.widgets.text import Paragraph, wrapped

_FATES: Final[Mapping[Fate, tuple[str, Message]]] = {
    Fate.OPEN: ("circle-dashed", _("open")),
    Fate.ACCEPTED: ("circle-check", _("accepted")),
    Fate.DECLINED: ("circle-x", _("declined")),
    Fate.DONE: ("circle-check", _("done")),
}
_SAID: Final[Mapping[CommentKind, Message]] = {
    CommentKind.SUGGESTION: _("{author} suggested other words"),
    CommentKind.RATING: _("{author} rated"),
    CommentKind.TESTIMONIAL: _("{author} gave a testimonial"),
    CommentKind.THREE_WORDS: _("{author} gave three words"),
}


class FateLine(QWidget):
    """An icon and what became of a comment, with the reason."""

    def __init__(self, icon: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words = icon, words
        self.setAccessibleName(words)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * current_theme().type.small_line

    def minimumSizeHint(self):
        return super().minimumSizeHint().expandedTo(self.fontMetrics().size(0, " "))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_ = theme.type
        painter = QPainter(self)
        icons.paint(painter, self._icon, QPointF(0, 1), theme.muted, type_.px(14))
        painter.setFont(type_.small)
        painter.setPen(theme.muted)
        for place, line in enumerate(self._lines(self.width())):
            rect = self.rect().adjusted(type_.px(14) + 6, place * type_.small_line, 0, 0)
            painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, line)

    def _lines(self, width: int) -> list[str]:
        type_ = current_theme().type
        return wrapped(self._words, type_.small, max(width - type_.px(14) - 6, 40))


class ThreadPart(Part):
    """One comment of an earlier round."""

    def __init__(self, sitting: Sitting, thread: Thread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._thread = sitting, thread
        self._known = {comment.id for comment in (*thread.versions, *thread.answers)}
        self.margin = Margin(lambda comment: Card(sitting, comment))
        self.margin.set_wide(False)
        self.margin.finished.connect(self._finish)
        self.margin.remove_wanted.connect(self.removed)
        self.answer = Button(sitting.language.say(_("Answer")), small=True)
        self.answer.clicked.connect(self.begin)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        comments = [comment for comment in self._sitting.book.current if comment.parent in self._known]
        self.margin.show_comments(comments)
        self.margin.setVisible(bool(comments))
        chain(self.stops())

    def settle(self) -> None:
        for card in list(self.margin.cards):
            card.settle()

    def stops(self) -> list[QWidget]:
        return [*(stop for card in self.margin.cards for stop in card.stops()), self.answer]

    def margin_stop(self) -> QWidget | None:
        return self.margin.cards[0].stops()[0] if self.margin.cards else None

    def begin(self) -> None:
        """Go on with what was said last, by the planner where they answered."""
        last = self._thread.answers[-1] if self._thread.answers else self._thread.latest
        about = self._sitting.plan.find(last.record)
        fields = {"record": last.record, "of_table": last.of_table, "field": last.field} if about else {}
        card = self.margin.card_of(self._sitting.add(CommentKind.COMMENT, parent=last.id, **fields))
        if card is not None:
            card.write()

    def _lay_out(self) -> None:
        say, thread = self._sitting.language.say, self._thread
        said = thread.said
        column = self._column
        column.setContentsMargins(4, 14, 0, 6)
        column.setSpacing(4)
        self.setMaximumWidth(current_theme().type.px(TEXT))
        kind = _SAID.get(said.kind or CommentKind.COMMENT, _("{author} commented"))
        head = [say(Message(kind.id, (("author", said.author or say(_("You"))),))), self._about(said)]
        column.addWidget(Paragraph(" · ".join(each for each in head if each), "small", "muted"))
        self._add_words(said)
        column.addWidget(FateLine(*self._fate()))
        for answer in thread.answers:
            column.addSpacing(4)
            name = answer.author or self._sitting.head.sender
            column.addWidget(Paragraph(say(_("{author} answered", author=name)), "small", "muted"))
            column.addWidget(Paragraph(answer.text))
        column.addWidget(self.margin)
        column.addWidget(self.answer)

    def _add_words(self, said: Comment) -> None:
        level = self._sitting.plan.get(Level, said.level)
        if said.kind is CommentKind.SUGGESTION:
            pieces = [Piece(kind, text) for kind, text in ((PieceKind.OUT, said.quote), (PieceKind.IN, said.proposed))
                      if text]  # fmt: skip
            self._column.addWidget(ChangedText(pieces, f"{said.quote} → {said.proposed}"))
        elif level is not None:
            self._column.addWidget(Paragraph(level.title, "strong"))
        elif said.quote:
            self._column.addWidget(Paragraph(f"“{said.quote}”", "small", "muted"))
        if said.text:
            self._column.addWidget(Paragraph(said.text))

    def _about(self, said: Comment) -> str:
        say, record = self._sitting.language.say, self._sitting.plan.find(said.record)
        if record is None:
            return "" if said.record else say(_("the whole plan"))
        found = called(record)
        name = (found if isinstance(found, str) else say(found)).strip()
        spec = specs(type(record)).get(said.field)
        return f"{name} · {say(spec.label)}" if spec else name

    def _fate(self) -> tuple[str, str]:
        say, latest = self._sitting.language.say, self._thread.latest
        if self._thread.withdrawn:
            return "undo-2", say(_("withdrawn"))
        icon, words = _FATES[self._thread.fate]
        return icon, say(_("{fate}: {reason}", fate=words, reason=latest.reason)) if latest.reason else say(words)

    def _finish(self) -> None:
        self.settle()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
