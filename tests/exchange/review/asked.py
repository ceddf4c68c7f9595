"""A plan that was sent for review: small, with a bit of everything that can be commented on."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Competency,
    Descriptor,
    Evidence,
    EvidenceKind,
    Framework,
    Level,
    Measure,
    Person,
    Profile,
    Reading,
    Round,
)
from leaderplan.exchange.review import package
from leaderplan.exchange.review.manifest import Head
from leaderplan.exchange.review.package import Review

TODAY = date(2026, 3, 12)
KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
ACTION = (
    "We brought the four teams into one room. 👩‍👩‍👧 I argued for “trust”, and struck out eleven of sixteen steps.\n"
    "We brought the four teams out again. Tŷ Gŵyr said: אנחנו כאן & <b>stayed</b>."
)
FILE = b"%PDF- not one"


def number(last: int) -> str:
    """An id that is easy to tell."""
    return f"0198c000-0000-7000-8000-{last:012x}"


PROFILE, STORY, JOINT, FRAMEWORK, GROUP, SKILL, MENTOR = map(number, range(1, 8))
LEVELS = tuple(map(number, range(11, 15)))
HEAD = Head(
    plan=PROFILE,
    round=number(100),
    share="5d41402abc4b2a76b9719d911017c592",
    key=KEY,
    title="Nadia Khan, round 2",
    sender="Rhian Calloway",
    mentor="Nadia Khan",
    message="Where would a panel\nstop believing me?",
    language="en-GB",
    written_at=datetime(2026, 3, 1, 9, 30, tzinfo=UTC),
    written_by="0.1.0",
)


def records() -> list[Record]:
    """What is sent."""
    titles = ("Awareness", "Working", "Practitioner", "Expert")
    levels = [Level(id=id, framework=FRAMEWORK, rank=n, title=titles[n]) for n, id in enumerate(LEVELS)]
    says = [
        Descriptor(id=number(21 + n), competency=SKILL, level=level.id, text=f"Tells it as {level.title}. " * 4)
        for n, level in enumerate(levels)
    ]
    sha256 = hashlib.sha256(FILE).hexdigest()
    return [
        Profile(id=PROFILE, name="Rhian Calloway", headline="Head of ICT", about="I change services. " * 10),
        Person(id=MENTOR, name="Nadia Khan"),
        Achievement(id=STORY, title="Claims decided in four days", ended=PartialDate(2025, 9), action=ACTION,
                    situation="Nine of ten claims waited.", result="They are decided while the caller is on the line."),
        Measure(id=number(31), of=STORY, name="Days to decide", unit="days", baseline=21),
        Reading(id=number(32), measure=number(31), on=PartialDate(2025, 9), value=4, source="Register of claims"),
        Evidence(id=number(33), title="The board paper", kind=EvidenceKind.FILE, supports=(STORY,),
                 attachment=Attachment(sha256, "paper.pdf", len(FILE))),
        Collaboration(id=JOINT, title="Home care visits planned with families",
                      shared_vision="No carer drives past. " * 5),
        Framework(id=FRAMEWORK, title="Digital Leadership"),
        *levels,
        Competency(id=GROUP, framework=FRAMEWORK, code="D", title="Direction", position=1),
        Competency(id=SKILL, framework=FRAMEWORK, parent=GROUP, code="D1", title="Telling the story", position=2,
                   description="Tells what changed for whom, and says who did what of it, also where it went wrong."),
        *says,
        Assessment(id=number(41), competency=SKILL, level=LEVELS[1], on=PartialDate(2026, 1)),
    ]  # fmt: skip


def review(more: Iterable[Record] = (), head: Head = HEAD) -> Review:
    """The review as a mentor's program reads it from the file."""
    data = package.write(head, Plan.of([*records(), *more]), lambda _attachment: FILE)
    return package.read(io.BytesIO(data))


def planners(more: Iterable[Record] = ()) -> Plan:
    """The plan from which it was sent, with the round."""
    held = [*records(), *more]
    scope = tuple(record.id for record in held)
    round = Round(id=HEAD.round, title=HEAD.title, mentor=MENTOR, share=HEAD.share, key=HEAD.key, scope=scope)
    return Plan.of([*held, round])


SIGNS = (
    "<script>alert(1)</script>", "</script>", "]]>", "<!--", "-->", "&quot;", "&lt;b&gt;", "</style>", "</title>",
    '"><img src=x onerror=alert(1)>', "' onclick='alert(1)", "javascript:alert(1)", "{{script}}", "\u2028\u2029",
    "\u00a0", "`${x}`",
)  # fmt: skip
HOSTILE = " ".join(SIGNS)


def hostile() -> Review:
    """A review whose every text and every id is made to break out of whatever it is put into; no file can hold it."""
    ids = {record.id: f"{HOSTILE} {record.id}" for record in records()}

    def twisted(record: Record) -> Record:
        values: dict[str, Any] = {"id": ids[record.id]}
        for name, spec in specs(type(record)).items():
            value = getattr(record, name)
            if spec.kind in (Kind.TEXT, Kind.PROSE, Kind.ADDRESS):
                values[name] = f"{HOSTILE} {name}"
            elif spec.kind is Kind.TAGS:
                values[name] = (HOSTILE, name)
            elif spec.kind is Kind.REFERENCE:
                values[name] = ids.get(value)
            elif spec.kind is Kind.REFERENCES:
                values[name] = tuple(ids[id] for id in value if id in ids)
            elif spec.kind is Kind.ATTACHMENT and value:
                values[name] = Attachment(value.sha256, HOSTILE, value.size)
            else:
                values[name] = value
        return type(record)(**values)

    head = Head(
        ids[PROFILE], HOSTILE, HOSTILE, KEY, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HEAD.written_at, HOSTILE
    )
    return Review(head, Plan.of(map(twisted, records())), {})
