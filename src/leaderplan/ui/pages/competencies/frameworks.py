"""The frameworks: which one is in use, and the shipped ones that can be added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from leaderplan import assets
from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Framework, Profile
from leaderplan.exchange.framework import read_framework


@dataclass(frozen=True, slots=True)
class Shipped:
    """A framework that comes with LeaderPlan: its records, the framework first."""

    framework: Framework
    records: tuple[Record, ...]


@cache
def shipped() -> tuple[Shipped, ...]:
    """All that come with LeaderPlan, by title; read once."""
    found = []
    for name in assets.names("frameworks"):
        records = read_framework(assets.read_bytes(name), name)
        assert isinstance(records[0], Framework)
        found.append(Shipped(records[0], records))
    return tuple(sorted(found, key=lambda each: each.framework.title))


def there(plan: Plan) -> tuple[Framework, ...]:
    """The frameworks of a plan, by title."""
    return tuple(sorted(plan.all(Framework), key=lambda each: (each.title.casefold(), each.id)))


def addable(plan: Plan) -> tuple[Shipped, ...]:
    """The shipped ones that a plan has not."""
    return tuple(each for each in shipped() if plan.get(Framework, each.framework.id) is None)


def in_use(plan: Plan, framework: Framework) -> ChangeSet:
    """Measure oneself against this framework; one that is not in the plan yet comes in with it."""
    label = _("Use the framework {title}", title=framework.title)
    steps = [edits.put(plan, *each.records) for each in addable(plan) if each.framework.id == framework.id]
    then = plan.after(steps[0]) if steps else plan
    steps += [edits.alter(then, profile, framework=framework.id) for profile in plan.all(Profile)]
    return merged(label, steps)


def removed(plan: Plan, framework: Framework) -> ChangeSet:
    """Take a framework out of the plan, with what was rated and claimed in it."""
    return edits.remove(plan, framework, label=_("Remove the framework {title}", title=framework.title))
