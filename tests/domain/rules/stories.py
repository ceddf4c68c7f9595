"""Small plans for the tests of the rules: a framework, people, and stories told so far or in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Competency,
    Descriptor,
    Evidence,
    EvidenceKind,
    Framework,
    Level,
    Measure,
    Mode,
    Person,
    Profile,
    SeenBy,
    Tier,
    ToldFrom,
)
from leaderplan.domain.rules.finding import Finding

TODAY = date(2026, 3, 12)
ME = Profile(id="me", name="Rhian Holt", target_role="Director of Digital", framework="f", target_share=(40, 30, 30))
ANN = Person(id="ann", name="Ann Price", role="Benefits manager", tier=Tier.MIDDLE_MANAGEMENT)
HELEN = Person(id="helen", name="Helen Marsh", role="Chief executive", tier=Tier.EXECUTIVE)

FRAMEWORK: tuple[Record, ...] = (
    Framework(id="f", title="Digital Leadership"),
    *(Level(id=f"l{rank}", framework="f", rank=rank, title=title)
      for rank, title in enumerate(("Specialist", "Partner", "Leader", "Digital leader", "Beyond"), 1)),
    Competency(id="D", framework="f", title="Direction", code="D", position=1),
    Competency(id="S", framework="f", title="Standing", code="S", position=2),
    Competency(id="s1", framework="f", parent="S", code="S1", title="Telling it", position=1,
               phrases=("presented", "board paper", "plain language")),
    Competency(id="d2", framework="f", parent="D", code="D2", title="The citizen’s side", position=2,
               phrases=("waiting time", "complaints", "user research")),
    Competency(id="d1", framework="f", parent="D", code="D1", title="A vision", position=1,
               phrases=("vision", "postcard")),
    *(Descriptor(id=f"{code}-text", competency=code, level="l1", text="Does it.") for code in ("d1", "d2", "s1")),
)  # fmt: skip

STORY = Achievement(
    id="story",
    title="Claims decided in four days",
    ended=PartialDate(2026, 2, 20),
    mode=Mode.TRANSFORM,
    told_from=ToldFrom.CITIZEN,
    situation="People waited three weeks.",
    task="A decision within five days.",
    action="I brought four teams into one room.",
    result="Nine of ten claims are decided at once.",
    my_part="Argued for trust.",
)
MEASURE = Measure(id="m", of="story", name="Days to decide", seen_by=SeenBy.CITIZEN, baseline=21.0, target=5.0)
EVIDENCE = Evidence(
    id="e", title="Board paper", kind=EvidenceKind.FILE, supports=("story",), on=PartialDate(2026, 2, 26)
)
CLAIM = Claim(id="c", achievement="story", competency="d2", level="l3", why="Measured what people feel.")


def plan(*records: Record) -> Plan:
    """A plan of the person, the framework, two people and ``records``."""
    return Plan.of((ME, ANN, HELEN, *FRAMEWORK, *records))


def shaped(id: str = "story", **fields: object) -> tuple[Achievement, Measure]:
    """A story told in full, with its measure; ``fields`` are given other values."""
    return replace(STORY, id=id, **fields), replace(MEASURE, id=f"m-{id}", of=id)  # type: ignore[arg-type]


def ready(id: str = "story", level: str = "l3", competency: str = "d2", **fields: object) -> tuple[Record, ...]:
    """A story told in full, with evidence and one claim."""
    return (
        *shaped(id, **fields),
        replace(EVIDENCE, id=f"e-{id}", supports=(id,)),
        replace(CLAIM, id=f"c-{id}", achievement=id, competency=competency, level=level),
    )


def said(findings: object) -> list[str]:
    """The sentences of findings, in English."""
    assert isinstance(findings, (list, tuple))
    return [ENGLISH.say(finding.message) for finding in findings if isinstance(finding, Finding)]
