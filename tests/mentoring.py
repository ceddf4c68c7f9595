"""A plan to be reviewed, a mentor who reads it, and what they say: small, quick to make, the same each time."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pyrage

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Descriptor,
    Framework,
    Level,
    Person,
    Profile,
    Service,
    Tier,
)
from leaderplan.domain.review.sending import Wish, everything
from leaderplan.exchange.review import answer, package
from leaderplan.exchange.review.answer import Author
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.sealed import Key
from leaderplan.store import Workspace
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Sent, Stamp
from tests.store.plans import Clock

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
NADIA = Person(id="nadia-0001", name="Nadia Khan", role="Chief Digital Officer", tier=Tier.MENTOR)
STORY = Achievement(
    id="queue-0001", title="Cut the queue", people=("ann-000001",), situation="People waited nine days.",
    action="We asked them. We listened.\nThen we let the desk decide.", result="They wait four days.",
)  # fmt: skip
OTHER = Achievement(id="badge-0001", title="Blue badges by post", result="Nobody comes to the desk any more.")
SECRET = Achievement(id="hush-00001", title="Not for others", result="Nobody may know.", private=True)
JOINT = Collaboration(id="births-001", title="Births told to us once", service="care-00001", citizen_need="One visit.")

_numbers = count(1)


def records() -> tuple[Record, ...]:
    """The planner's own: stories, one of them private, a framework with a rating, people."""
    return (
        Profile(id="me-0000001", name="Rhian Calloway", framework="frame-0001", phone="01632 960 317"),
        NADIA,
        Person(id="ann-000001", name="Ann Price", role="Manager", private_notes="Shy."),
        Service(id="care-00001", name="Home care", owner="ann-000001"),
        Framework(id="frame-0001", title="Digital Leadership"),
        Level(id="level-0001", framework="frame-0001", rank=1, title="Aware"),
        Level(id="level-0002", framework="frame-0001", rank=2, title="Able"),
        Competency(id="comp-00001", framework="frame-0001", code="D1", title="Direction"),
        Descriptor(id="desc-00001", competency="comp-00001", level="level-0002", text="Sets direction."),
        Assessment(id="rated-0001", competency="comp-00001", level="level-0001", on=PartialDate(2026, 1)),
        STORY, OTHER, SECRET, JOINT,
    )  # fmt: skip


def planner(folder: Path) -> Workspace:
    """A new plan of these records, open."""
    return Workspace.create(folder, records(), clock=Clock())


def key() -> Key:
    """A key that took no time to make; nobody opens it by a passphrase."""
    return Key(str(pyrage.x25519.Identity.generate()), b"age-encryption.org/v1\n")


def stamp() -> Stamp:
    """When things are sent here."""
    return Stamp(NOW, TODAY, ENGLISH)


def wish(workspace: Workspace, **fields: Any) -> Wish:
    """Everything to Nadia."""
    usual: dict[str, Any] = {"wanted": everything(workspace.plan), "mentor": NADIA, "message": "What would you cut?"}
    return Wish(**usual | fields)


def sent(workspace: Workspace, target: Path, sealed_by: Key | None = None, **fields: Any) -> Sent:
    """A round that was sent."""
    return reviews.send(workspace, wish(workspace, **fields), target, sealed_by, stamp())


def review_in(data: bytes) -> Review:
    """What a mentor reads in an unsealed review file."""
    return package.read(io.BytesIO(data))


def number(place: int) -> str:
    """A UUID by its number."""
    return str(UUID(int=0x019D0000_0000_7000_8000_000000000000 + place))


def said(kind: CommentKind = CommentKind.COMMENT, text: str = "How many?", **fields: Any) -> Comment:
    """A comment on the story, written a minute after the one before it."""
    place = next(_numbers)
    about = {"record": STORY.id, "of_table": "achievement"}
    written = {"id": number(place), "written_at": NOW + timedelta(minutes=place)}
    return Comment(**written | about | {"kind": kind, "text": text} | fields)  # type: ignore[arg-type]


def answered(review: Review, *comments: Comment, author: str = "Nadia Khan") -> bytes:
    """The answer to a share that holds these comments."""
    return answer.write(review.head, comments, Author(author, "0.1.0"), NOW)
