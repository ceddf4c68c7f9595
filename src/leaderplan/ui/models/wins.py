"""What a list says of an achievement: its state, who was told, its main measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Evidence, Measure, Person, Reading, SeenBy, Telling
from leaderplan.domain.rules.story_check import State, state
from leaderplan.domain.rules.untold_wins import heard
from leaderplan.domain.trend import Trend, trend, written

_TEXTS = ("title", "situation", "task", "action", "result", "my_part", "their_part")


@dataclass(frozen=True, slots=True)
class Win:
    """What is worked out from an achievement and all that hangs on it."""

    achievement: Achievement
    state: State
    told: int
    competencies: frozenset[str]
    measure: Trend | None

    @property
    def untold(self) -> bool:
        """Whether it is told in full, may be told, and nobody has heard of it."""
        return not self.told and self.state is not State.CAPTURED and not self.achievement.private


def win(plan: Plan, achievement: Achievement, today: date) -> Win:
    """Look at one achievement."""
    claims = plan.referring(Claim, "achievement", achievement)
    return Win(
        achievement,
        state(plan, achievement),
        len(heard(plan, achievement, today)),
        frozenset(claim.competency for claim in claims if claim.competency),
        main_measure(plan, achievement),
    )


def main_measure(plan: Plan, achievement: Achievement) -> Trend | None:
    """The measure to show where there is room for one: seen by citizens, with both ends, the oldest."""
    found = [trend(plan, measure) for measure in plan.referring(Measure, "of", achievement)]
    return min(found, key=_rank, default=None)


def _rank(found: Trend) -> tuple[bool, bool, str]:
    return found.change is None, found.measure.seen_by is not SeenBy.CITIZEN, found.measure.id


def text_of(plan: Plan, achievement: Achievement) -> str:
    """Everything that is written in an achievement and the names of its people, for the filter."""
    people = [person.name for id in achievement.people if (person := plan.get(Person, id))]
    return "\n".join((*(getattr(achievement, name) for name in _TEXTS), *achievement.tags, *people)).casefold()


def told_word(found: Win) -> Message | None:
    """``told 3 times``, ``untold``; nothing of what is only a note."""
    if found.told:
        return _n("told once", "told {count} times", found.told)
    return _("untold") if found.untold else None


def in_short(found: Trend | None, language: Language) -> str:
    """``21 → 4 days``."""
    if found is None:
        return language.say(_("no measure yet"))
    unit = found.measure.unit
    bare = unit if unit[:1] in "£$€" else ""
    before = written(found.before.value, bare, language) if found.before else "…"
    after = written(found.after.value, unit, language) if found.after else f"… {unit}".strip()
    return f"{before} → {after}"


def touched(plan: Plan, edit: ChangeSet) -> Iterator[str]:
    """The ids of the achievements that an edit is about, directly or by something that hangs on them."""
    for change in edit:
        for record in (change.before, change.after):
            if record is not None:
                yield from _about(plan, record)


def _about(plan: Plan, record: Record) -> Iterator[str]:
    match record:
        case Achievement():
            yield record.id
        case Measure(of=of) if of:
            yield of
        case Reading(measure=measure):
            found = plan.get(Measure, measure)
            if found and found.of:
                yield found.of
        case Evidence(supports=supports):
            yield from supports
        case Claim(achievement=achievement) | Telling(achievement=achievement) if achievement:
            yield achievement
        case Person():
            yield from (each.id for each in plan.referring(Achievement, "people", record))
