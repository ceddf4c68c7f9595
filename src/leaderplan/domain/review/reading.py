"""A part of a plan as a document to read: chapters of pieces of passages, and nothing of it left out.

What a mentor reads in the window and in the browser, and what the planner is shown before it leaves, is this one list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import called
from leaderplan.domain.fields import Kind, OnRemove, Record, empty, specs
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Claim,
    Collaboration,
    Comment,
    Competency,
    Descriptor,
    Evidence,
    Expectation,
    Framework,
    Level,
    Measure,
    Milestone,
    Person,
    Post,
    Profile,
    Reading,
    Risk,
    Round,
    Service,
    ServiceStep,
)
from leaderplan.domain.written import written

_TEXTS = (Kind.TEXT, Kind.PROSE)


@dataclass(frozen=True, slots=True)
class Passage:
    """One field as it is read. ``quotable`` where ``text`` is the field's own text, so that words of it can be quoted.

    ``title`` where it is the name by which the piece is called.
    """

    record: str
    table: str
    field: str
    label: str
    text: str
    quotable: bool
    title: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A record with what hangs on it. ``name`` is what it is called, ``kind`` what it is."""

    record: Record
    name: str
    kind: str
    passages: tuple[Passage, ...]
    parts: tuple[Piece, ...] = ()

    def all(self) -> Iterator[Piece]:
        """This piece and those within it, in the order in which they are read."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pieces of one sort. ``key`` names it in code."""

    key: str
    title: str
    pieces: tuple[Piece, ...]

    def all(self) -> Iterator[Piece]:
        """Every piece of it, in the order in which they are read."""
        for piece in self.pieces:
            yield from piece.all()


# The chapters, each with the types of records that stand in it by themselves.
_CHAPTERS: tuple[tuple[str, Message, tuple[type[Record], ...]], ...] = (
    ("profile", _("About me"), (Profile, Post)),
    ("achievements", _("Achievements"), (Achievement,)),
    ("collaborations", _("Collaborations"), (Collaboration,)),
    ("competencies", _("Competencies"), (Framework,)),
    ("people", _("People and services"), (Person, Service)),
    ("rounds", _("Earlier rounds"), (Round,)),
)
# In the order in which they are read below what they hang on.
_PARTS: tuple[tuple[type[Record], str], ...] = (
    (Measure, "of"),
    (Reading, "measure"),
    (ServiceStep, "collaboration"),
    (Risk, "collaboration"),
    (Milestone, "collaboration"),
    (Evidence, "supports"),
    (Claim, "achievement"),
    (Level, "framework"),
    (Competency, "framework"),
    (Descriptor, "competency"),
    (Expectation, "competency"),
    (Assessment, "competency"),
    (Comment, "round"),
)
_OTHER = ("others", _("Everything else"))


def chapters(plan: Plan, language: Language) -> tuple[Chapter, ...]:
    """All of ``plan``, a part that leaves, in chapters; every record stands in exactly one place."""
    reading = _Reading(plan, language)
    found = [Chapter(key, language.say(title), tuple(reading.pieces(kinds))) for key, title, kinds in _CHAPTERS]
    left = tuple(reading.left())
    found += [Chapter(_OTHER[0], language.say(_OTHER[1]), left)]
    return tuple(chapter for chapter in found if chapter.pieces)


def passages(plan: Plan, language: Language, record: Record) -> tuple[Passage, ...]:
    """The filled fields of one record that may leave, as they are read; the reference to what it hangs on is not."""

    def name_of(id: str) -> str:
        found = plan.find(id)
        return _name(language, found) if found else ""

    made = []
    for field, spec in specs(type(record)).items():
        value: Any = getattr(record, field)
        if value == empty(spec.kind) or not spec.shared or (spec.kind is Kind.FLAG and not value):
            continue
        if spec.kind is Kind.REFERENCE and spec.required and spec.on_remove is OnRemove.WITH and _hangs(record, field):
            continue
        text = written(language, name_of, spec, value)
        if text:
            quotable = spec.kind in _TEXTS
            title = quotable and field == type(record).title_field
            made.append(Passage(record.id, record.table, field, language.say(spec.label), text, quotable, title))
    return tuple(made)


def _hangs(record: Record, field: str) -> bool:
    return any(isinstance(record, kind) and owner == field for kind, owner in _PARTS)


class _Reading:
    """One plan being put in order; each record is told once."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._plan = plan
        self._language = language
        self._told: set[str] = set()

    def pieces(self, kinds: Iterable[type[Record]]) -> Iterator[Piece]:
        for kind in kinds:
            for record in sorted(self._plan.all(kind), key=_order(kind)):
                yield self._piece(record)

    def left(self) -> Iterator[Piece]:
        for record in sorted(self._plan, key=lambda record: (record.table, record.id)):
            if record.id not in self._told:
                yield self._piece(record)

    def _piece(self, record: Record) -> Piece:
        self._told.add(record.id)
        language = self._language
        parts = tuple(self._piece(part) for part in self._parts(record) if part.id not in self._told)
        kind = language.say(type(record).one)
        return Piece(record, _name(language, record), kind, passages(self._plan, language, record), parts)

    def _parts(self, record: Record) -> Iterator[Record]:
        for kind, owner in _PARTS:
            yield from sorted(self._plan.referring(kind, owner, record), key=_order(kind))


def _name(language: Language, record: Record) -> str:
    name = called(record)
    return name if isinstance(name, str) else language.say(name)


def _order(kind: type[Record]) -> Callable[[Any], Any]:
    return _ORDERS.get(kind, lambda record: record.id)


def _latest(day: PartialDate | None) -> int:
    return -day.last.toordinal() if day else 0


_ORDERS: Mapping[type[Record], Callable[[Any], Any]] = {
    Achievement: lambda story: (_latest(story.ended or story.started), story.id),
    Collaboration: lambda joint: (_latest(joint.due), joint.id),
    Post: lambda post: (_latest(post.ended or post.started), post.id),
    Reading: lambda reading: (-_latest(reading.on), reading.id),
    ServiceStep: lambda step: (step.position or 0, step.id),
    Milestone: lambda milestone: (-_latest(milestone.due), milestone.id),
    Level: lambda level: (level.rank or 0, level.id),
    Competency: lambda competency: (competency.position or 0, competency.code, competency.id),
    Assessment: lambda rating: (-_latest(rating.on), rating.id),
    Person: lambda person: (person.name.casefold(), person.id),
    Service: lambda service: (service.name.casefold(), service.id),
    Round: lambda round: (-_latest(round.sent_on), round.id),
    Comment: lambda comment: (str(comment.written_at or ""), comment.id),
}
