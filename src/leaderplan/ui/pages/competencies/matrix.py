"""The matrix as plain values: what stands in each cell of a competency, and which rows an edit touches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Assessment,
    Claim,
    Competency,
    Descriptor,
    Expectation,
    Framework,
    Level,
    Person,
    Profile,
)
from leaderplan.domain.rules.standing import Standing

_OF_A_COMPETENCY = (Assessment, Claim, Expectation)
_OF_ALL = (Competency, Descriptor, Framework, Level, Person, Profile)


@dataclass(frozen=True, slots=True)
class Cell:
    """One competency at one level: whether it is expected and the own rating, who else says so, what is claimed."""

    level: Level
    expected: bool
    own: bool
    mentors: tuple[Person, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One competency with a cell for each level, lowest first."""

    standing: Standing
    cells: tuple[Cell, ...]

    @property
    def competency(self) -> Competency:
        """Whose row it is."""
        return self.standing.competency


def row_of(standing: Standing, levels: Sequence[Level]) -> Row:
    """The row of a competency among these levels."""
    return Row(standing, tuple(_cell(standing, level) for level in levels))


def _cell(standing: Standing, level: Level) -> Cell:
    return Cell(
        level=level,
        expected=standing.expected == level.rank,
        own=standing.self_rating == level.rank,
        mentors=tuple(rating.mentor for rating in standing.mentors if rating.rank == level.rank),
        claims=tuple(claim for claim in standing.claims if claim.level == level.id),
    )


def touched(edit: ChangeSet) -> set[str] | None:
    """The ids of the competencies whose rows an edit may change; None for all of them."""
    found: set[str] = set()
    for change in edit:
        for record in (change.before, change.after):
            if isinstance(record, _OF_ALL):
                return None
            if isinstance(record, _OF_A_COMPETENCY) and record.competency:
                found.add(record.competency)
    return found


def holds(plan: Plan, standing: Standing, sought: str) -> bool:
    """Whether all the words sought are in what a competency, its group and its descriptors say."""
    words = sought.casefold().split()
    if not words:
        return True
    competency = standing.competency
    texts = [competency.title, competency.description, competency.code, *competency.evidence]
    texts += [standing.group.title] if standing.group else []
    texts += [each.text for each in plan.referring(Descriptor, "competency", competency)]
    all_of_it = "\n".join(texts).casefold()
    return all(word in all_of_it for word in words)


def mentors_of(standings: Iterable[Standing]) -> tuple[Person, ...]:
    """Everybody who rated, by name."""
    found = {rating.mentor.id: rating.mentor for standing in standings for rating in standing.mentors}
    return tuple(sorted(found.values(), key=lambda person: (person.name, person.id)))


def initials(people: Iterable[Person]) -> dict[str, str]:
    """One letter for each person by id; two where one letter would be that of several."""
    named = {person.id: person.name.split() or ["?"] for person in people}
    single = [words[0][:1].upper() for words in named.values()]
    return {
        id: letter if single.count(letter) == 1 else f"{letter}{words[-1][:1].upper()}"
        for (id, words), letter in zip(named.items(), single, strict=True)
    }


def short_names(people: Iterable[Person]) -> dict[str, str]:
    """The first name of each person by id; the whole one where several share it."""
    named = {person.id: person.name for person in people}
    firsts = [name.split(" ")[0] for name in named.values()]
    return {
        id: first if firsts.count(first) == 1 else name for (id, name), first in zip(named.items(), firsts, strict=True)
    }
