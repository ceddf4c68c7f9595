"""What an erasure takes with it, as far as the plan and its bin show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaderplan.domain.erasure import Reach, may_quote, reach, sent_to
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _n
from leaderplan.domain.plan import Plan
from leaderplan.ui.desk import Desk


def reached(desk: Desk, record: Record) -> Reach:
    """A record with all that goes with it, what lies in the bin included, itself first; and whose copies of it go."""
    return reach(_all(desk), [record.id])


def _all(desk: Desk) -> list[Record]:
    lying = {each.record.id: each.record for each in desk.workspace.removed()}
    return list((lying | {each.id: each for each in desk.plan}).values())


def losing(plan: Plan, gone: Iterable[Record]) -> set[str]:
    """The ids of the records that stay and refer to what goes."""
    ids = {each.id for each in gone}
    return {referrer.id for id in ids for referrer, _field in plan.referrers(id)} - ids


def copies(found: Reach) -> Iterator[Message]:
    """That the copies of what was sent for review go too, where there are any."""
    if found.copies:
        yield _n(
            "The copy of what was sent in {count} round goes too. Answers to that round are still taken in.",
            "The copies of what was sent in {count} rounds go too. Answers to those rounds are still taken in.",
            len(found.copies),
        )


def sent(desk: Desk, found: Reach) -> tuple[Message, ...]:
    """To whom a copy of what goes was sent, and what may quote it."""
    return (*sent_to(found, _all(desk)), *may_quote(desk.plan, found.gone))
