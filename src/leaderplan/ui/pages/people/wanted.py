"""Which people are listed, in which order, and what an edit changes about that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Kind, specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Telling, Tier
from leaderplan.domain.rules.losing_touch import Contact

Key = tuple[float, int, str, str]
"""What people are ordered by, smallest first; no two are alike."""

_WORDS = (Kind.TEXT, Kind.PROSE)
_WRITTEN = {
    record: tuple(name for name, spec in specs(record).items() if spec.kind in _WORDS)
    for record in (Person, Conversation)
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people to show; what is None or empty does not matter."""

    text: str = ""
    tier: Tier | None = None
    by_name: bool = False


def key_of(touch: Contact, by_name: bool) -> Key:
    """Whom one is losing touch with first, as the rule orders them; or by name."""
    person = touch.person
    if by_name:
        return (0, 0, person.name.casefold(), person.id)
    return (-touch.strain, -(touch.days or 0), person.name.casefold(), person.id)


def text_of(plan: Plan, person: Person) -> str:
    """Everything that is written about a person, what was said with them included."""
    talks = plan.referring(Conversation, "person", person)
    texts = [getattr(person, name) for name in _WRITTEN[Person]]
    texts += [getattr(talk, name) for talk in talks for name in _WRITTEN[Conversation]]
    return "\n".join(filter(None, texts)).casefold()


def touched(edit: ChangeSet) -> Iterator[str]:
    """The ids of the people about whom an edit changes what the list or the map says."""
    for change in edit:
        for record in (change.before, change.after):
            if isinstance(record, Person):
                yield record.id
            elif isinstance(record, (Conversation, Telling)) and record.person:
                yield record.person
