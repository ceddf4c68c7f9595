"""What a rule says: a sentence, its reason, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.grow import Dismissal

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be done: a page by its key, a record on it, and there a field or a new record of a table."""

    page: str
    record: str = ""
    field: str = ""
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing to do about a finding: the words on its button, and where the button leads."""

    label: Message
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one record. ``key`` names it among the findings of its rule for that record."""

    rule: str
    record: str
    key: str
    message: Message
    why: Message
    action: Action

    def dismissal(self, id: str, reason: str = "") -> Dismissal:
        """The record that silences this finding and no other; ``id`` is that of the new record."""
        return Dismissal(id=id, rule=self.rule, record=self.record, finding=self.key, reason=reason)


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """A rule by its key: what it says of one record, and of all.

    ``over_plan`` is given where records share work or come in an order of their own; it says the same as ``of_record``
    for each record. A finding depends on the record and on what refers to it or is referred to, and on nothing else,
    but for readiness and suggestions, which also look at the whole framework.
    """

    key: str
    title: Message
    about: type[R]
    of_record: Callable[[Plan, R, date], Iterable[Finding]]
    over_plan: Callable[[Plan, date], Iterable[Finding]] | None = None

    def findings(self, plan: Plan, today: date) -> Iterator[Finding]:
        """All that the rule says of a plan, the dismissed included."""
        if self.over_plan:
            yield from self.over_plan(plan, today)
            return
        for _id, record in sorted(plan.table(self.about).items()):
            yield from self.of_record(plan, record, today)
