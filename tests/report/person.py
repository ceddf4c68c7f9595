"""A small plan of one person, and the sources and documents made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from leaderplan import assets
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Ambition,
    Assessment,
    Better,
    Claim,
    Collaboration,
    Competency,
    Evidence,
    EvidenceKind,
    Expectation,
    Framework,
    Level,
    Measure,
    Mode,
    Outcome,
    Person,
    Post,
    Profile,
    Reading,
    Risk,
    SeenBy,
    ServiceStep,
    Side,
    Stage,
    ToldFrom,
    Treatment,
)
from leaderplan.report import tree
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.blocks.source import Source
from leaderplan.report.layout import Layout, read_layout
from leaderplan.report.making import Made, make
from tests.report import plain

TODAY = date(2026, 3, 12)
ME = Profile(
    id="me",
    name="Rhian Calloway",
    headline="I change services together with those who run them.",
    about="I lead ICT in a county.\n\nWhat I bring is a way of working.",
    organisation="Westmarch County Council",
    email="rhian@westmarch.example",
    phone="01632 960 217",
    target_role="Director of Digital",
    choice="To leave the running of computers to others.",
    chosen_on=PartialDate(2021, 3),
    stop_doing="Chairing the technical design board.",
    target_share=(30, 30, 40),
    framework="f",
)
ANN = Person(id="ann", name="Ann Price", role="Benefits Manager")
TOM = Person(id="tom", name="Tom Adeyinka", role="Head of School Transport")
POSTS = (
    Post(id="p1", title="Deputy Head of ICT", organisation="Eastbrook", started=PartialDate(2016),
         ended=PartialDate(2021)),
    Post(id="p2", title="Head of ICT", organisation="Westmarch County Council", started=PartialDate(2021)),
)  # fmt: skip
FRAMEWORK = (
    Framework(id="f", title="Our framework"),
    *(Level(id=f"l{rank}", framework="f", rank=rank, title=title)
      for rank, title in enumerate(("Aware", "Able", "Sure", "Leading", "Setting the standard"), 1)),
    Competency(id="g1", framework="f", title="Direction", position=1),
    Competency(id="g2", framework="f", title="Change", position=2),
    Competency(id="c1", framework="f", parent="g1", title="Vision", position=1),
    Competency(id="c2", framework="f", parent="g1", title="Understanding citizens", position=2),
    Competency(id="c3", framework="f", parent="g2", title="Redesigning services", position=1),
)  # fmt: skip
RATED = (
    Expectation(id="x1", competency="c1", level="l3"),
    Expectation(id="x3", competency="c3", level="l4"),
    Assessment(id="a1", competency="c1", level="l2", on=PartialDate(2025, 2, 1)),
    Assessment(id="a2", competency="c1", level="l5", on=PartialDate(2025, 3, 1), by="ann"),
)
CLAIMS = (
    Achievement(
        id="s1", title="Claims decided in four days", started=PartialDate(2025, 1), ended=PartialDate(2025, 7),
        people=("ann",), mode=Mode.TRANSFORM, told_from=ToldFrom.CITIZEN, collaboration="j1",
        situation="People waited three weeks.", task="I promised five days.", action="I brought four teams together.",
        result="Two offices decide in four days.", my_part="I carried the risk.", their_part="Ann changed the rota.",
    ),
    Measure(id="m1", of="s1", name="Days to decide", seen_by=SeenBy.CITIZEN, unit="days", better=Better.LOWER,
            baseline=21, baseline_on=PartialDate(2024, 12), target=5),
    Reading(id="r1", measure="m1", on=PartialDate(2025, 7), value=4),
    Measure(id="m2", of="s1", name="Cost", seen_by=SeenBy.COST, unit="£ million a year", better=Better.LOWER,
            baseline=1.94, target=1.2),
    Reading(id="r2", measure="m2", on=PartialDate(2025), value=1.32),
    Claim(id="k1", achievement="s1", competency="c3", level="l3", why="Eleven steps struck out."),
    Claim(id="k2", achievement="s1", competency="c1", level="l3"),
)  # fmt: skip
COMPUTERS = (
    Achievement(id="s2", title="We closed the computer room", ended=PartialDate(2021, 1), mode=Mode.RUN,
                situation="It stood below the flood line.", action="I chose a shared service.",
                result="Nobody lost their work.", task="I was asked to renew it."),
    Measure(id="m3", of="s2", name="Hours spent on running", unit="%", better=Better.LOWER, baseline=71),
    Reading(id="r3", measure="m3", on=PartialDate(2021), value=80),
)  # fmt: skip
BADGE = (
    Collaboration(
        id="j1", title="Blue Badge: a decision while it matters", lead="tom", co_owner="me", stage=Stage.DELIVERED,
        citizen_need="Badges let people park near.\n\nThey waited for weeks.", shared_vision="Nobody proves twice.",
        if_="we renew without asking", then="nobody notices", because="the record is enough",
        came_true=Outcome.PARTLY, ambition=Ambition.RETHINK, starts=PartialDate(2024, 5), due=PartialDate(2026, 1),
        what_changed="Four in five are renewed.", do_again="Write down the stop rule.",
    ),
    ServiceStep(id="t1", collaboration="j1", position=1, as_is="Person asks for a form", to_be="No form",
                treatment=Treatment.REMOVED),
    ServiceStep(id="t2", collaboration="j1", position=2, as_is="Decision letter", to_be="Same letter",
                treatment=Treatment.ONLY_DIGITISED),
    ServiceStep(id="t3", collaboration="j1", position=3, as_is="Appeal", treatment=Treatment.UNTOUCHED),
    Risk(id="k", collaboration="j1", title="Wrong badge", owner="tom", side=Side.SERVICE, acceptable="1 in 200",
         stop_rule="more than 1 in 100"),
    Risk(id="kk", collaboration="j1", title="No check for days", owner="me", side=Side.IT),
    Measure(id="m4", of="j1", name="Days to a decision", seen_by=SeenBy.CITIZEN, unit="days", better=Better.LOWER,
            baseline=42, baseline_on=PartialDate(2024, 5), target=5),
    Reading(id="r4", measure="m4", on=PartialDate(2025, 5), value=20),
    Reading(id="r5", measure="m4", on=PartialDate(2026, 1), value=9),
)  # fmt: skip
PROOFS = (
    Evidence(id="e1", title="Letter of thanks", kind=EvidenceKind.QUOTE, quote="I had my answer.", said_by="ann",
             on=PartialDate(2025, 6), supports=("s1",)),
    Evidence(id="e2", title="Minutes", kind=EvidenceKind.LINK, url="https://westmarch.example/minutes",
             on=PartialDate(2026, 2), supports=("s1", "j1")),
    Evidence(id="e3", title="Appraisal", private=True, supports=("s1",)),
)  # fmt: skip
RECORDS: tuple[Record, ...] = (
    ME, ANN, TOM, *POSTS, *FRAMEWORK, *RATED, *CLAIMS, *COMPUTERS, *BADGE, *PROOFS,
)  # fmt: skip
PLAN = Plan.of(RECORDS)
LAYOUT = read_layout(assets.ROOT / "layouts" / "portfolio.toml", BLOCKS)

R = TypeVar("R", bound=Record)


def changed(record_id: str, plan: Plan = PLAN, **fields: Any) -> Plan:
    """The plan with other values in one record."""
    return Plan.of(replace(record, **fields) if record.id == record_id else record for record in plan)


def without(*ids: str, plan: Plan = PLAN) -> Plan:
    """The plan without some records."""
    return Plan.of(record for record in plan if record.id not in ids)


def made(plan: Plan = PLAN, layout: Layout = LAYOUT, **options: Any) -> Made:
    """A document of the plan, as it is today."""
    return make(plan, layout, today=TODAY, language=ENGLISH, **options)


def source(plan: Plan = PLAN, stories: Iterable[str] = ("s1", "s2"), joint: Iterable[str] = ("j1",)) -> Source:
    """What blocks work with, without a selection before it."""
    return Source(
        plan,
        ENGLISH,
        TODAY,
        tuple(filter(None, (plan.get(Achievement, id) for id in stories))),
        tuple(filter(None, (plan.get(Collaboration, id) for id in joint))),
    )


def said(*sections: tree.Section) -> str:
    """All text of some sections, in reading order, without white space."""
    return plain.text_of(tree.Document("", "", "en-GB", tree.Foot(""), sections), {})


def squeezed(text: str) -> str:
    """A text as :func:`said` has it."""
    return "".join(text.split())


def runs(line: tree.Rich) -> list[tree.Run]:
    """The pieces of a line that holds nothing but text."""
    found = [part for part in line if isinstance(part, tree.Run)]
    assert len(found) == len(line), line
    return found


def words(line: tree.Rich) -> str:
    """The text of such a line."""
    return "".join(run.text for run in runs(line))


def blocks_of(sections: Iterable[tree.Section], kind: type[R] | Any) -> Iterator[Any]:
    """The blocks of one kind, also those that are kept together."""
    for section in sections:
        yield from _inside(section.blocks, kind)


def _inside(blocks: Iterable[tree.Block], kind: Any) -> Iterator[Any]:
    for block in blocks:
        if isinstance(block, kind):
            yield block
        if isinstance(block, tree.Keep):
            yield from _inside(block.blocks, kind)
