"""What can be made of a comment: which acts are offered, and each as a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import called
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Action, Comment, CommentKind
from leaderplan.domain.review import working
from leaderplan.domain.review.anchor import anchor
from leaderplan.errors import UserError
from leaderplan.store.steps import now
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.said import Said


class Act(Enum):
    """Something that a button does. Those that need words open a line to write in."""

    ACCEPT = _("Accept")
    BESIDE = _("Put beside mine")
    CONFIRM = _("Confirm")
    EDIT = _("Edit the text")
    DONE = _("Mark done")
    ANSWER = _("Answer")
    DECLINE = _("Decline…")
    ACTION = _("Make an action…")
    REOPEN = _("Open again")


WRITES: Final = frozenset({Act.ANSWER, Act.DECLINE, Act.ACTION})
"""Those that need words first."""

_FIRST: Final[Mapping[CommentKind, tuple[Act, ...]]] = {
    CommentKind.SUGGESTION: (Act.ACCEPT, Act.ANSWER, Act.DECLINE),
    CommentKind.RATING: (Act.BESIDE, Act.ANSWER),
    CommentKind.TESTIMONIAL: (Act.CONFIRM, Act.ANSWER, Act.DECLINE),
    CommentKind.THREE_WORDS: (Act.DONE, Act.ANSWER),
}
_USUAL: Final = (Act.DONE, Act.ANSWER, Act.DECLINE)
_HINDERED: Final = (Act.EDIT, Act.DONE, Act.ANSWER)


def first_acts(said: Said) -> tuple[Act, ...]:
    """What is offered as buttons; nothing for what is dealt with or withdrawn."""
    if not said.waits:
        return ()
    if said.hindered:
        return _HINDERED
    return _FIRST.get(said.comment.kind or CommentKind.COMMENT, _USUAL)


def more_acts(said: Said) -> tuple[Act, ...]:
    """What is offered in the menu beside the name."""
    if said.withdrawn:
        return ()
    if not said.waits:
        return Act.REOPEN, Act.ANSWER, Act.ACTION
    rare = (Act.ACCEPT,) if said.comment.kind is CommentKind.COMMENT else ()
    rest = (*rare, Act.ACTION, Act.DONE, Act.DECLINE)
    return tuple(act for act in rest if act not in first_acts(said))


class Doing:
    """Stores what was decided, and says so; whether it was stored."""

    def __init__(self, desk: Desk, by: object) -> None:
        self._desk, self._by = desk, by

    def do(self, act: Act, comment: Comment) -> bool:
        """An act that needs no words."""
        plan, today = self._desk.plan, self._desk.today()
        match act:
            case Act.ACCEPT | Act.BESIDE | Act.CONFIRM:
                return self._store(lambda: working.accept(plan, comment, today, new_id), self._accepted(comment))
            case Act.DONE:
                return self._store(lambda: working.mark_done(plan, comment), _("Marked as done."))
            case Act.REOPEN:
                return self._store(lambda: working.reopen(plan, comment), _("Open again."))
        return False

    def answer(self, comment: Comment, text: str) -> bool:
        """Say something back."""
        said = _("{mentor} reads your answer with the next round.", mentor=comment.author)
        return self._store(lambda: working.answer(self._desk.plan, comment, text, now(), new_id), said)

    def decline(self, comment: Comment, reason: str) -> bool:
        """Say no, and why."""
        said = _("Declined. {mentor} reads the reason with the next round.", mentor=comment.author)
        return self._store(lambda: working.decline(self._desk.plan, comment, reason), said)

    def act(self, comment: Comment, title: str, due: PartialDate | None) -> bool:
        """Turn it into something to do."""
        said = _("It is an action, on Home until it is done.") if due else _("It is an action.")
        return self._store(lambda: working.act(self._desk.plan, comment, title, due, new_id), said)

    def tick(self, action: Action, done: bool) -> bool:
        """Whether an action is done."""
        day = PartialDate.of(self._desk.today()) if done else None
        label = _("Done: {name}", name=called(action)) if done else _("Not done: {name}", name=called(action))
        return self._desk.commit(edits.alter(self._desk.plan, action, label=label, done_on=day), self._by)

    def place(self, comment: Comment, record: Record) -> bool:
        """Put a comment where it belongs now."""
        said = _("Placed at {name}.", name=called(record))
        return self._store(lambda: working.place(self._desk.plan, comment, record), said)

    def _store(self, prepare: Callable[[], ChangeSet], said: Message) -> bool:
        try:
            edit = prepare()
        except UserError as error:
            self._desk.trouble(error)
            return False
        if not self._desk.commit(edit, self._by):
            return False
        self._desk.toast(said)
        return True

    def _accepted(self, comment: Comment) -> Message:
        record = anchor(self._desk.plan, comment).record
        name = called(record) if record else ""
        match comment.kind:
            case CommentKind.SUGGESTION:
                return _("The new words are in {name}.", name=name)
            case CommentKind.RATING:
                return _("The rating stands beside yours at {name}.", name=name)
            case CommentKind.TESTIMONIAL:
                return _("Confirmed: it is evidence of {name}, printed with it in your portfolio.", name=name)
        return _("Accepted.")
