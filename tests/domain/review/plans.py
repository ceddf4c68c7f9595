"""A small plan, a round of it that was sent, and what a mentor may say about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Descriptor,
    Fate,
    Framework,
    Level,
    Person,
    Profile,
    Round,
    Tier,
)

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
ACTION = "We brought the four teams into one room. We struck out eleven of sixteen steps."

ME = Profile(id="me", name="Rhian Holt", framework="f", email="rhian@example.org")
NADIA = Person(id="nadia", name="Nadia Khan", role="Director", tier=Tier.MENTOR, private_notes="Blunt.")
KARL = Person(id="karl", name="Karl Weiss", tier=Tier.MENTOR)
STORY = Achievement(id="story", title="Claims decided in four days", action=ACTION, result="Four days.", tags=("x",))
OTHER = Achievement(id="other", title="Parking appeals without a form")
SECRET = Achievement(id="secret", title="Private matter", private=True)
JOINT = Collaboration(id="joint", title="Visits planned with families", citizen_need="Nobody says when.")
FRAMEWORK = Framework(id="f", title="Digital Leadership")
LOW, HIGH = (
    Level(id="l1", framework="f", rank=1, title="Awareness"),
    Level(id="l2", framework="f", rank=2, title="Working"),
)
TELLING = Competency(id="c", framework="f", title="Telling the story")
SHOWN = Descriptor(id="d", competency="c", level="l1", text="Tells it when asked.")
MINE = Assessment(id="mine", competency="c", level="l2", on=PartialDate(2026))
THEIRS = Assessment(id="theirs", competency="c", level="l1", on=PartialDate(2026), by="karl")
ROUND = Round(
    id="round", title="Nadia Khan, round 1", mentor="nadia", sent_on=PartialDate(2026, 3, 3), share="share",
    key="00" * 32, snapshot=Attachment("f" * 64, "sent.zip", 9),
    scope=("me", "story", "other", "joint", "f", "l1", "l2", "c", "d", "mine", "secret-no"),
)  # fmt: skip
RECORDS: tuple[Record, ...] = (
    ME, NADIA, KARL, STORY, OTHER, SECRET, JOINT, FRAMEWORK, LOW, HIGH, TELLING, SHOWN, MINE, THEIRS, ROUND,
)  # fmt: skip
PLAN = Plan.of(RECORDS)


def plan(*others: Record) -> Plan:
    """The plan with these records, which take the place of those with the same id."""
    changed = {record.id for record in others}
    return Plan.of((*(record for record in RECORDS if record.id not in changed), *others))


def said(id: str, text: str = "Who is we?", **fields: Any) -> Comment:
    """What Nadia says; a comment on the action of the story unless ``fields`` say otherwise."""
    given: dict[str, Any] = {
        "round": "round", "record": "story", "of_table": "achievement", "field": "action", "kind": CommentKind.COMMENT,
        "author": "Nadia Khan", "written_at": NOW, "fate": Fate.OPEN,
    }  # fmt: skip
    return Comment(id=id, text=text, **(given | fields))


def later(minutes: int) -> datetime:
    """Minutes after the first comment."""
    return NOW + timedelta(minutes=minutes)


def ids(start: str = "new") -> Iterator[str]:
    """New ids, the same in every run."""
    return (f"{start}{number}" for number in count(1))
