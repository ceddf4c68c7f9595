"""Everything that is wrong with a file at once, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.checks import problems
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown

MOST_WRONG = 1_000
"""Problems after which a file is not read further."""
MOST_SHOWN = 50
"""Problems that are listed; a file with more has one cause rather than a thousand."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong at one place of a file; ``path`` is a row with its column, or a path into JSON.

    ``order`` counts the rows or objects: problems are told in the order of the file.
    """

    path: str | Message
    message: Message
    order: int = 0

    def said(self) -> Message:
        """Place and problem as one line."""
        return _("{path}: {problem}", path=self.path, problem=self.message)


Place = tuple["str | Message", int] | None
"""A path and its order; none where something else is wrong there already."""


class WrongFile(UserError):
    """A file of which nothing is taken. ``happened`` lists the problems one a line; ``wrong`` holds them as values."""

    def __init__(self, name: str, wrong: Sequence[Wrong], todo: Message) -> None:
        count = len(wrong)
        first = _n(
            "{count} thing in {name} is wrong, so nothing of it was taken:",
            "{count} things in {name} are wrong, so nothing of it was taken:",
            count, name=shown(name),
        )  # fmt: skip
        lines = [first, *(each.said() for each in wrong[:MOST_SHOWN])]
        if count > MOST_SHOWN:
            lines.append(_n("and {count} more", "and {count} more", count - MOST_SHOWN))
        super().__init__(_in_lines(lines), todo)
        self.wrong = tuple(wrong)


def _in_lines(lines: Sequence[Message]) -> Message:
    together = lines[-1]
    for line in reversed(lines[:-1]):
        together = _("{first}\n{rest}", first=line, rest=together)
    return together


def refuse(name: str, wrong: Iterable[Wrong], todo: Message) -> None:
    """Raise :class:`WrongFile` if anything is wrong."""
    if found := sorted(dict.fromkeys(wrong), key=lambda each: each.order):
        raise WrongFile(name, found, todo)


def unstorable(plan: Plan, edit: ChangeSet, where: Callable[[str, str], Place]) -> tuple[Wrong, ...]:
    """What the plan would not take of ``edit``, to ``MOST_WRONG`` of it.

    ``where`` gives the place of a record's id and field in the file.
    """
    changed = {change.id for change in edit}
    then = Plan.of([r for r in plan if r.id not in changed] + [change.after for change in edit if change.after])
    found = (
        Wrong(place[0], problem.message, place[1])
        for change in edit
        if change.after
        for problem in problems(then, change.after)
        for place in (where(problem.record, problem.field),)
        if place
    )
    return tuple(islice(found, MOST_WRONG))
