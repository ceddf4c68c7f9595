"""Before an answer comes into the plan: whose it says it is, of which round, and what of it is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from leaderplan.domain.edits import called
from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.merging import Merge, Offered, reasons
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.reviewing import Reviewing
from leaderplan.ui.shortening import short
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 600
_LINES: Final = 400
_SHORT: Final = 160


class AnswerPreview(Sheet):
    """*Take in* stores it as one step, in a task; ``taken`` then tells the Merge and the Offered that it came of."""

    taken = Signal(object, object)

    def __init__(self, desk: Desk, reviews: Reviewing, window: QWidget, offer: Offered) -> None:
        say = desk.say
        super().__init__(window, say(_("An answer")), _WIDE)
        self._desk, self._reviews, self._offer = desk, reviews, offer
        self._merge: Merge | None = None
        self._error: UserError | None = None
        self._is_busy = False
        merge = offer.merge
        self.facts = [say(fact) for fact in facts(merge)]
        self.lines = QListWidget()
        self.trouble = Paragraph("", "body", "bad")
        self.trouble.hide()
        self.leave = Button(say(_("Leave it")) if _brings(merge) else say(_("Close")))
        self.leave.clicked.connect(self.close)
        self.take = Button(say(_("Take in")) if merge.new else say(_("Keep aside")), Kind.PRIMARY)
        self.take.clicked.connect(self._take)
        first = self.take if _brings(merge) else self.leave
        self._lay_out(merge)
        self.take.setVisible(_brings(merge))  # not before it has its place, lest it be a window of its own
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, merge: Merge) -> None:
        say, answer = self._desk.say, merge.answer
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(say(_("An answer from {author}", author=answer.author)), "heading", shortens=True))
        told = QWidget()
        inner = QVBoxLayout(told)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(Paragraph(say(_where_from(merge, self._offer.name)), "body", "muted"))
        for fact in self.facts:
            inner.addWidget(Paragraph(fact))
        for reason in reasons(merge.rejected):
            inner.addWidget(Paragraph(say(reason), "small", "muted"))
        if merge.rejected:
            inner.addWidget(Paragraph(say(_ASIDE), "small", "muted"))
        column.addWidget(Scrolled(told, say(_("What it brings"))))
        if merge.new:
            self._list(merge)
            column.addWidget(self.lines)
        column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        column.addLayout(foot)

    def _list(self, merge: Merge) -> None:
        self.lines.setAccessibleName(self._desk.say(_("New comments")))
        self.lines.setUniformItemSizes(True)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setSpacing(2)
        self.lines.setMinimumHeight(140)
        for comment in merge.new[:_LINES]:
            self.lines.addItem(QListWidgetItem(self._desk.say(line_of(self._desk.plan, comment))))
        if len(merge.new) > _LINES:
            self.lines.addItem(QListWidgetItem(self._desk.say(_("and {count} more", count=len(merge.new) - _LINES))))

    def reject(self) -> None:
        """Stay until it is known what came of it."""
        if not self._is_busy:
            super().reject()

    def _take(self) -> None:
        reviews, offer = self._reviews, self._offer
        self._merge, self._error = None, None
        self.trouble.hide()
        self._hold(True)

        def work(_progress: object, _cancelled: object) -> None:
            self._merge = reviews.take_in(offer)

        task = self._desk.tasks.start(_("Taking in {file}", file=offer.name), work, self._pass_over, self._keep_error)
        task.ended.connect(self._end)

    def _pass_over(self, _nothing: object) -> None:
        """What was stored is told at the end, since a task that is cancelled too late tells nothing."""

    def _keep_error(self, error: UserError) -> None:
        self._error = error

    def _end(self) -> None:
        self._hold(False)
        if self._error is not None:
            self.trouble.setText(self._desk.say(sentences(self._error)))
            self.trouble.show()
            self.fit_soon()
        elif self._merge is not None:
            self._desk.toast(_done(self._merge))
            self.close()
            self.taken.emit(self._merge, self._offer)

    def _hold(self, busy: bool) -> None:
        self._is_busy = busy
        self.take.setEnabled(not busy)
        self.leave.setEnabled(not busy)
        if not busy:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)


_ASIDE: Final = _(
    "What does not match does not become part of your plan. The whole file is kept aside on this page, so that you can"
    " read it and ask."
)


def facts(merge: Merge) -> Iterator[Message]:
    """How many comments are new, known, without a place, and rejected."""
    if merge.new:
        yield _n("{count} new comment.", "{count} new comments.", len(merge.new))
    if merge.known:
        yield _n("{count} comment is in your plan already.", "{count} comments are in your plan already.", merge.known)
    if merge.unplaced and len(merge.new) == 1:
        yield _("It is about something that is gone: it waits for a place.")
    elif merge.unplaced:
        yield _n("{count} of them is about something that is gone: it waits for a place.",
                 "{count} of them are about something that is gone: they wait for a place.",
                 merge.unplaced)  # fmt: skip
    if merge.rejected:
        yield _n("{count} comment does not match.", "{count} comments do not match.", len(merge.rejected))
    if not merge.in_file:
        yield _("It holds no comment. There is nothing to take in.")
    elif not _brings(merge):
        yield _("You have all of it already. There is nothing to take in.")


def line_of(plan: Plan, comment: Comment) -> Message:
    """``suggestion on Claims decided in four days, Result: Nine of ten …``."""
    words = short(comment.text or comment.proposed or comment.quote, _SHORT)
    kind = comment.kind.label if comment.kind else _("comment")
    record = plan.find(comment.record)
    if comment.kind is CommentKind.WITHDRAWN:
        return _("withdrawn: a comment on {name}", name=called(record) if record else _("the plan"))
    if not comment.record:
        return _("{kind} on the plan as a whole: {words}", kind=kind, words=words)
    if record is None:
        return _("{kind} on something that is gone: {words}", kind=kind, words=words)
    spec = specs(type(record)).get(comment.field)
    if spec is None:
        return _("{kind} on {name}: {words}", kind=kind, name=called(record), words=words)
    return _("{kind} on {name}, {field}: {words}", kind=kind, name=called(record), field=spec.label, words=words)


def _brings(merge: Merge) -> bool:
    return bool(merge.new or merge.rejected)


def _where_from(merge: Merge, name: str) -> Message:
    """The round, the day and the file; the name is only what the file states."""
    written = merge.answer.written_at
    if merge.round is None:
        return _("{file}, written {day}. It answers no round of this plan. The name is what the file says.",
                 file=name, day=written)  # fmt: skip
    return _("{file}, written {day}, for {round}. The name is what the file says.",
             file=name, day=written, round=merge.round.title)  # fmt: skip


def _done(merge: Merge) -> Message:
    if merge.new:
        return _n("{count} new comment of {author} is here.", "{count} new comments of {author} are here.",
                  len(merge.new), author=merge.answer.author)  # fmt: skip
    return _("The answer is kept aside.")
