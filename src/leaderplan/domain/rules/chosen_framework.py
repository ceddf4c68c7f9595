"""The framework against which the person measures themselves: its levels and its competencies in order."""

from __future__ import annotations

from leaderplan.domain.plan import Plan
from leaderplan.domain.records.competence import Competency, Descriptor, Framework, Level
from leaderplan.domain.records.profile import Profile


def framework(plan: Plan) -> Framework | None:
    """The profile's choice, or the only framework there is."""
    chosen = next((plan.get(Framework, profile.framework) for profile in plan.all(Profile)), None)
    there = plan.all(Framework)
    return chosen or (there[0] if len(there) == 1 else None)


def levels(plan: Plan) -> tuple[Level, ...]:
    """The levels of the chosen framework, lowest first."""
    chosen = framework(plan)
    found = plan.referring(Level, "framework", chosen) if chosen else ()
    return tuple(sorted(found, key=lambda level: (level.rank or 0, level.id)))


def competencies(plan: Plan) -> tuple[Competency, ...]:
    """The competencies of the chosen framework without the groups, in the order of groups and positions.

    A group is a competency that others belong to and that has no descriptors of its own.
    """
    chosen = framework(plan)
    found = plan.referring(Competency, "framework", chosen) if chosen else ()
    parents = {competency.parent for competency in found}
    single = (c for c in found if c.id not in parents or plan.referring(Descriptor, "competency", c))
    return tuple(sorted(single, key=lambda competency: _way(plan, competency)))


def _way(plan: Plan, competency: Competency) -> list[tuple[int, str, str]]:
    """The places of a competency and of the groups around it, outermost first; a circle of groups is cut."""
    way: list[tuple[int, str, str]] = []
    seen: set[str] = set()
    here: Competency | None = competency
    while here and here.id not in seen:
        seen.add(here.id)
        way.append((_LAST if here.position is None else here.position, here.code, here.id))
        here = plan.get(Competency, here.parent)
    return way[::-1]


_LAST = 2**31  # without a position: after those that have one
