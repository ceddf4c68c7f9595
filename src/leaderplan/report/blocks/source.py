"""What every block works with: the sub-plan that may leave, in the reader's language, and the numbers given in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Competency,
    Evidence,
    Level,
    Measure,
    Person,
    Profile,
)
from leaderplan.domain.rules.chosen_framework import competencies
from leaderplan.domain.rules.run_change_transform import Year
from leaderplan.domain.trend import Trend, trend
from leaderplan.report.blocks.reviewed import Reviewed


@dataclass(frozen=True)
class Source:
    """A document's selection. ``stories`` and ``collaborations`` are in the order in which they are printed.

    ``private_evidence`` is how many pieces of evidence stayed behind; ``years`` are the shares of all achievements that
    are not private, also of those that are not printed. ``reviewed`` is the round that the document is about, if any.
    """

    plan: Plan
    language: Language
    today: date
    stories: tuple[Achievement, ...]
    collaborations: tuple[Collaboration, ...]
    anonymous: bool = False
    private_evidence: int = 0
    years: tuple[Year, ...] = ()
    reviewed: Reviewed | None = None

    def say(self, message: Message) -> str:
        """The message in the reader's language."""
        return self.language.say(message)

    @cached_property
    def profile(self) -> Profile:
        """The planner."""
        return self.plan.all(Profile)[0]

    @cached_property
    def author(self) -> str:
        """The name on the cover and in the foot; none in an anonymous document."""
        return "" if self.anonymous else self.profile.name

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence for what is printed, in the order in which it is met."""
        met: dict[str, Evidence] = {}
        for record in (*self.stories, *self.collaborations):
            found = self.plan.referring(Evidence, "supports", record)
            for piece in sorted(found, key=lambda piece: (str(piece.on or ""), piece.title, piece.id)):
                met.setdefault(piece.id, piece)
        return tuple(met.values())

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {piece.id: f"E{number}" for number, piece in enumerate(self.evidence, 1)} | {
            story.id: str(number) for number, story in enumerate(self.stories, 1)
        }

    def number(self, record: Evidence | Achievement) -> str:
        """``E3`` for a piece of evidence, ``3`` for a story."""
        return self._numbers[record.id]

    def evidence_for(self, record: Achievement | Collaboration) -> tuple[Evidence, ...]:
        """What supports one record, in the order of the numbers."""
        found = self.plan.referring(Evidence, "supports", record)
        return tuple(sorted(found, key=lambda piece: int(self.number(piece)[1:])))

    def trends(self, record: Achievement | Collaboration) -> tuple[Trend, ...]:
        """The measures of one record that say something, those that citizens see first."""
        measures = sorted(self.plan.referring(Measure, "of", record), key=_place_of_measure)
        return tuple(found for found in (trend(self.plan, measure) for measure in measures) if found.counts)

    def people(self, ids: Iterable[str]) -> str:
        """``Tom Adeyinka, Head of School Transport · Ruth Penhallow``."""
        found = (self.plan.get(Person, id) for id in ids)
        return " · ".join(", ".join(filter(None, (p.name, p.role))) for p in found if p)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {competency.id: place for place, competency in enumerate(competencies(self.plan))}

    def place(self, competency: Competency) -> int:
        """Where a competency stands in the chosen framework; those of others come after it."""
        return self._places.get(competency.id, len(self._places))

    def rank(self, level: str | None) -> int | None:
        """The rank of a level, from 1."""
        found = self.plan.get(Level, level)
        return found.rank if found else None


def _place_of_measure(measure: Measure) -> tuple[int, str]:
    seen = measure.seen_by
    return (list(type(seen)).index(seen) if seen else 9, measure.id)
