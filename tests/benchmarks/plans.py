"""Plans of a given size, the same at every run: achievements rich in prose with what hangs on them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from leaderplan import assets
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.records import (
    Achievement,
    Better,
    Claim,
    Competency,
    Evidence,
    EvidenceKind,
    Expectation,
    Level,
    Measure,
    Mode,
    Person,
    Profile,
    Reading,
    SeenBy,
    Telling,
    ToldFrom,
)
from leaderplan.exchange.framework import read_framework
from leaderplan.store.workspace import Workspace

TODAY = date(2026, 3, 12)
_WORDS = (
    "families waited letter answer council desk phone manager risk agreed measured before after winter bus school rent"
    " claim visit nobody asked again stopped form paper signed week office team changed rota trust evening street bin"
).split()
_STORY = 12  # records of one achievement with all that hangs on it


def records(count: int) -> list[Record]:
    """About ``count`` records: a profile, the shipped framework, people, and full achievements."""
    rng = random.Random(count)
    framework = read_framework(assets.read_bytes("frameworks/leaderplan-digital-leadership.json"))
    competencies = [r for r in framework if isinstance(r, Competency) and r.parent]
    levels = [r for r in framework if isinstance(r, Level)]
    made: list[Record] = [Profile(id="me", name="Rhian Calloway", framework=framework[0].id), *framework]
    made += [Expectation(id=f"e{n}", competency=c.id, level=levels[3].id) for n, c in enumerate(competencies)]
    made += [Person(id=f"p{n}", name=f"Person {n}", role="Manager", keep_in_touch_days=30) for n in range(20)]
    for number in range(max((count - len(made)) // _STORY, 1)):
        made += story(number, rng, competencies, levels)
    return made


def story(number: int, rng: random.Random, competencies: list[Competency], levels: list[Level]) -> Iterator[Record]:
    """One ready achievement: two measures with readings, two claims, evidence, a telling."""
    id, done = f"a{number}", TODAY - timedelta(days=rng.randrange(20, 2500))
    yield Achievement(
        id=id,
        title=f"{prose(rng, 6).capitalize()} {number}",
        started=PartialDate.of(done - timedelta(days=200)),
        ended=PartialDate.of(done),
        people=(f"p{number % 20}",),
        mode=list(Mode)[number % 3],
        told_from=ToldFrom.CITIZEN,
        situation=prose(rng, 45),
        task=prose(rng, 30),
        action=f"I {prose(rng, 70)}",
        result=prose(rng, 40),
        my_part=prose(rng, 12),
    )
    for which in range(2):
        measure = f"m{number}-{which}"
        yield Measure(
            id=measure, of=id, name=prose(rng, 3).capitalize(), unit="days", seen_by=SeenBy.CITIZEN,
            better=Better.LOWER, baseline=30.0, baseline_on=PartialDate.of(done - timedelta(days=200)), target=5.0,
        )  # fmt: skip
        for reading in range(2):
            on = PartialDate.of(done - timedelta(days=90 - 80 * reading))
            yield Reading(id=f"r{number}-{which}-{reading}", measure=measure, on=on, value=float(20 - 12 * reading))
    for which in range(2):
        claimed = competencies[(number + which * 5) % len(competencies)]
        level = levels[rng.randrange(1, 5)].id
        yield Claim(id=f"c{number}-{which}", achievement=id, competency=claimed.id, level=level, why=prose(rng, 8))
    yield Evidence(
        id=f"v{number}", title=prose(rng, 5).capitalize(), kind=EvidenceKind.QUOTE, quote=prose(rng, 15),
        on=PartialDate.of(done), supports=(id,), said_by=f"p{number % 20}",
    )  # fmt: skip
    if number % 3:
        yield Telling(id=f"t{number}", achievement=id, person=f"p{number % 20}", on=PartialDate.of(done))


def prose(rng: random.Random, words: int) -> str:
    """So many words, in sentences."""
    picked = [rng.choice(_WORDS) for _word in range(words)]
    return " ".join(f"{word}." if place % 11 == 10 else word for place, word in enumerate(picked))


def stored(folder: Path, count: int) -> int:
    """Make a plan of about ``count`` records in ``folder``; how many it has."""
    with Workspace.create(folder, records(count)) as workspace:
        return len(workspace.plan)
