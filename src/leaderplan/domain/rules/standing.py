"""Where the person stands in each competency: expected, rated, shown. The figures of rule 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.competence import Assessment, Competency, Expectation, Level
from leaderplan.domain.records.grow import Achievement, Claim, Evidence
from leaderplan.domain.records.lead import Person
from leaderplan.domain.rules import story_check
from leaderplan.domain.rules.chosen_framework import competencies


@dataclass(frozen=True, slots=True)
class Rating:
    """The newest rating that one mentor gave; ``rank`` is that of the level, from 1."""

    mentor: Person
    rank: int
    on: PartialDate


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the person stands in one competency. Levels are ranks, from 1; None where there is none.

    ``shown`` is the highest level claimed by an achievement that is ready; ``newest`` is the date of the newest
    evidence for anything claimed.
    """

    competency: Competency
    group: Competency | None
    expected: int | None
    self_rating: int | None
    mentors: tuple[Rating, ...]
    shown: int | None
    claims: tuple[Claim, ...]
    newest: PartialDate | None

    @property
    def gap(self) -> int:
        """How many levels the stories show less than is expected; 0 where nothing is expected."""
        return max(0, (self.expected or 0) - (self.shown or 0))


def standing(plan: Plan, today: date) -> tuple[Standing, ...]:
    """The standing in each competency of the chosen framework, in the order of groups and positions.

    What is dated after ``today`` does not count yet.
    """
    ready: dict[str, bool] = {}
    return tuple(_stands(plan, competency, today, ready) for competency in competencies(plan))


def standing_in(plan: Plan, competency: Competency, today: date) -> Standing | None:
    """The standing in one competency; None for a group and for what is not of the chosen framework."""
    there = any(other.id == competency.id for other in competencies(plan))
    return _stands(plan, competency, today, {}) if there else None


def _stands(plan: Plan, competency: Competency, today: date, ready: dict[str, bool]) -> Standing:
    claims = plan.referring(Claim, "competency", competency)
    ratings = _ratings(plan, competency, today)
    own = [rank for rating, rank in ratings if not rating.by]
    expected = (_rank(plan, e.level) for e in plan.referring(Expectation, "competency", competency))
    return Standing(
        competency=competency,
        group=plan.get(Competency, competency.parent),
        expected=_highest(expected),
        self_rating=own[-1] if own else None,
        mentors=_mentors(plan, ratings),
        shown=_shown(plan, claims, ready),
        claims=claims,
        newest=_newest(plan, claims, today),
    )


def _ratings(plan: Plan, competency: Competency, today: date) -> list[tuple[Assessment, int]]:
    """The ratings so far with their ranks, in the order in which they were given."""
    given = [a for a in plan.referring(Assessment, "competency", competency) if a.on and a.on.first <= today]
    given.sort(key=lambda rating: (_day(rating.on), rating.id))
    return [(rating, rank) for rating in given if (rank := _rank(plan, rating.level)) is not None]


def _day(value: PartialDate | None) -> tuple[date, date]:
    return (value.last, value.first) if value else (date.min, date.min)


def _mentors(plan: Plan, ratings: Iterable[tuple[Assessment, int]]) -> tuple[Rating, ...]:
    """The last rating of each mentor, by name."""
    newest: dict[str, Rating] = {}
    for rating, rank in ratings:
        mentor = plan.get(Person, rating.by)
        if mentor and rating.on:
            newest[mentor.id] = Rating(mentor, rank, rating.on)
    return tuple(sorted(newest.values(), key=lambda rating: (rating.mentor.name, rating.mentor.id)))


def _rank(plan: Plan, level: str | None) -> int | None:
    found = plan.get(Level, level)
    return found.rank if found else None


def _highest(ranks: Iterable[int | None]) -> int | None:
    return max((rank for rank in ranks if rank is not None), default=None)


def _shown(plan: Plan, claims: Iterable[Claim], ready: dict[str, bool]) -> int | None:
    """The highest level that a ready achievement is claimed for; asked from the top, as one that is ready is enough."""
    ranked = [(rank, claim) for claim in claims if (rank := _rank(plan, claim.level)) is not None]
    ranked.sort(key=lambda pair: -pair[0])
    return next((rank for rank, claim in ranked if _is_ready(plan, claim.achievement, ready)), None)


def _is_ready(plan: Plan, id: str | None, ready: dict[str, bool]) -> bool:
    """Whether an achievement is ready; looked at once, however many competencies it is claimed for."""
    achievement = plan.get(Achievement, id)
    if achievement is None:
        return False
    if achievement.id not in ready:
        ready[achievement.id] = story_check.state(plan, achievement) is story_check.State.READY
    return ready[achievement.id]


def _newest(plan: Plan, claims: Iterable[Claim], today: date) -> PartialDate | None:
    """The date of the newest evidence for what is claimed; evidence without a date is as old as its achievement."""
    dates = (
        evidence.on or achievement.ended
        for claim in claims
        if (achievement := plan.get(Achievement, claim.achievement))
        for evidence in plan.referring(Evidence, "supports", achievement)
    )
    return max((day for day in dates if day and day.first <= today), default=None, key=_day)
