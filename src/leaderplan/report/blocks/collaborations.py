"""A collaboration as a case study: the need, what was believed, steps, shared risks, and what citizens noticed."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Collaboration, Person, Profile, Risk, ServiceStep, Treatment
from leaderplan.report.blocks.measures import chart, measures
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import (
    Block,
    Cell,
    Column,
    FigureBlock,
    Heading,
    Inside,
    Pair,
    Prose,
    Rich,
    Run,
    Section,
    Side,
    Sign,
    SignName,
    Table,
    TableRow,
    cell,
    rich,
)

_CHARTS_IN_A_ROW = 3


def collaborations(source: Source) -> tuple[Section, ...]:
    """One section for each."""
    return tuple(
        Section(
            Heading(1, joint.title, short=source.say(_("Case study: {title}", title=joint.title))),
            tuple(_blocks(source, joint)),
            kicker=source.say(_("Case study of a collaboration")),
        )
        for joint in source.collaborations
    )


def _blocks(source: Source, joint: Collaboration) -> Iterator[Block]:
    need = (Prose(rich(joint.citizen_need), "lead"),) if joint.citizen_need else ()
    facts = tuple(rich(line) for line in _facts(source, joint) if line)
    if need or facts:
        yield Side(facts, need)
    if joint.shared_vision:
        yield Pair(source.say(_("Shared vision")), (rich(joint.shared_vision),))
    believed = _hypothesis(source, joint)
    if believed:
        yield Pair(source.say(_("What we believed")), (believed,))
    yield from _steps(source, joint)
    yield from _risks(source, joint)
    yield from _noticed(source, joint)
    for label, text in ((_("What changed"), joint.what_changed), (_("What I would do again"), joint.do_again)):
        if text:
            yield Pair(source.say(label), (rich(text),))
    yield from _notes(source, joint)


def _facts(source: Source, joint: Collaboration) -> Iterator[str]:
    if joint.ambition:
        yield source.say(joint.ambition.label).capitalize()
    yield source.language.span(joint.starts, joint.due)
    if joint.lead:
        yield source.say(_("Led by {name}", name=source.people([joint.lead])))
    if joint.co_owner:
        yield source.say(_("Co-owner: {name}", name=owner(source, joint.co_owner)))


def owner(source: Source, id: str | None) -> str | Message:
    """The name of a person, or "me"."""
    if source.plan.get(Profile, id):
        return _("me")
    person = source.plan.get(Person, id)
    return person.name if person else ""


def _hypothesis(source: Source, joint: Collaboration) -> Rich:
    parts: list[str | Run] = []
    for word, text in ((_("If"), joint.if_), (_("then"), joint.then), (_("because"), joint.because)):
        if text:
            parts += [Run(source.say(word), bold=True), f" {text} "]
    return rich(*parts)


def _steps(source: Source, joint: Collaboration) -> Iterator[Block]:
    steps = sorted(source.plan.referring(ServiceStep, "collaboration", joint), key=lambda s: (s.position or 0, s.id))
    if not steps:
        return
    same = (Treatment.UNTOUCHED, Treatment.ONLY_DIGITISED, None)
    changed = sum(step.treatment not in same for step in steps)
    title = _n("One step, {changed} changed", "{count} steps, {changed} changed", len(steps), changed=changed)
    yield Heading(2, source.say(title), listed=False)
    treatment, was, will = (source.say(head) for head in (_("Treatment"), _("As it was"), _("As it is")))
    columns = (Column(treatment, 48), Column(was, 58), Column("", 9), Column(will, 55))
    yield Table(columns, tuple(_step(source, step) for step in steps))


def _step(source: Source, step: ServiceStep) -> TableRow:
    return TableRow(
        (Cell((_treatment(source, step.treatment),)), cell(step.as_is), Cell((rich(Sign("arrow")),)), cell(step.to_be))
    )


def _treatment(source: Source, treatment: Treatment | None) -> Rich:
    if treatment is None:
        return ()
    sign: SignName = "full"
    if treatment is Treatment.ONLY_DIGITISED:
        sign = "half"
    elif treatment is Treatment.UNTOUCHED:
        sign = "open"
    return rich(Sign(sign), source.say(treatment.label).capitalize())


def _risks(source: Source, joint: Collaboration) -> Iterator[Block]:
    risks = sorted(source.plan.referring(Risk, "collaboration", joint), key=lambda risk: (str(risk.side), risk.id))
    if not risks:
        return
    yield Heading(2, source.say(_("Risks we shared")), listed=False)
    heads = (_("Carried by"), _("Risk"), _("Acceptable"), _("Stop rule"))
    carried, risk, acceptable, stop = (source.say(head) for head in heads)
    columns = (Column(carried, 48, True), Column(risk, 56), Column(acceptable, 31, True), Column(stop, 35, True))
    yield Table(columns, tuple(_risk(source, entry) for entry in risks))


def _risk(source: Source, risk: Risk) -> TableRow:
    name = owner(source, risk.owner)
    if isinstance(name, Message):
        name = source.say(_("Me")) if source.anonymous else source.profile.name or source.say(_("Me"))
    side = source.say(risk.side.label) if risk.side else ""
    lines = (rich(Run(name, bold=True)) if name else (), rich(Run(side, tone="muted")) if side else ())
    return TableRow((Cell(tuple(filter(None, lines))), cell(risk.title), cell(risk.acceptable), cell(risk.stop_rule)))


def _noticed(source: Source, joint: Collaboration) -> Iterator[Block]:
    trends = source.trends(joint)
    if not trends:
        return
    yield Heading(2, source.say(_("What citizens noticed")), listed=False)
    drawn = [chart(source, found) for found in trends if len(found.counts) > 1]
    for first in range(0, len(drawn), _CHARTS_IN_A_ROW):
        yield FigureBlock(tuple(drawn[first : first + _CHARTS_IN_A_ROW]))
    waiting = measures(source, (found for found in trends if len(found.counts) < 2))
    if waiting:
        yield waiting


def _notes(source: Source, joint: Collaboration) -> Iterator[Pair]:
    numbers = [source.number(piece) for piece in source.evidence_for(joint)]
    if numbers:
        parts: list[str | Run] = []
        for number in numbers:
            parts += [Run(number, link=Inside(number)), ", "]
        yield Pair(source.say(_("Evidence")), (rich(*parts[:-1]),), small=True)
    people = source.people(dict.fromkeys(filter(None, (joint.lead, joint.co_owner))))
    if people:
        yield Pair(source.say(_("Can confirm")), (rich(people),), small=True)
