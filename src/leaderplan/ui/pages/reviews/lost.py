"""The comments whose text is gone, and what is still known of it."""

from __future__ import annotations

from dataclasses import dataclass

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import BY_TABLE, Comment, Round
from leaderplan.domain.review.rounds import rounds, unplaced
from leaderplan.ui.desk import Desk
from leaderplan.ui.naming import name_of
from leaderplan.ui.pages.reviews.asread import AsRead
from leaderplan.ui.pages.reviews.wording import said_in_short
from leaderplan.ui.shortening import short


@dataclass(frozen=True, slots=True)
class Lost:
    """One comment without a place. ``said`` is what it says in short, ``about`` what became of what it was about.

    ``lying`` is the id of that record where it is in the bin; ``elsewhere`` the title of its round, where another one
    is in view.
    """

    key: str
    comment: Comment
    said: str
    about: str
    lying: str
    elsewhere: str


def lost(desk: Desk, read: AsRead, in_view: str) -> tuple[Lost, ...]:
    """All comments of the plan that have no place, those of the round in view first."""
    plan, language = desk.plan, desk.language
    found = [(round, thread) for round in rounds(plan) for thread in unplaced(plan, round)]
    if not found:
        return ()
    lying = {one.record.id: one.record for one in desk.workspace.removed()}
    made = []
    for round, thread in sorted(found, key=lambda pair: pair[0].id != in_view):
        read.want(round)
        comment = thread.latest
        about = language.say(_about(desk, read, comment, round, lying))
        elsewhere = round.title if round.id != in_view else ""
        kept = comment.record if comment.record in lying else ""
        made.append(Lost(thread.versions[0].id, comment, said_in_short(comment), about, kept or "", elsewhere))
    return tuple(made)


def _about(desk: Desk, read: AsRead, comment: Comment, round: Round, lying: dict[str, Record]) -> Message:
    binned, sent = lying.get(comment.record or ""), read.of(round.id)
    was = binned or (sent.find(comment.record) if sent else None)
    if was is None:
        kind = BY_TABLE.get(comment.of_table)
        if kind is None:
            return _("was about something that was erased")
        return _("was about what was erased: {kind}", kind=kind.one)

    def find(id: str) -> Record | None:
        return desk.plan.find(id) or lying.get(id) or (sent.find(id) if sent else None)

    name = short(name_of(was, find, desk.language), 80)
    return (
        _("was about {name}, which is in the bin", name=name)
        if binned
        else _("was about {name}, which was erased", name=name)
    )
