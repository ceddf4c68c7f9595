"""What two sides agreed on in a collaboration: the steps of the service and what becomes of them, and the risks."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Collaboration, Person, Profile, Risk, ServiceStep, Side, Stage, Treatment
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import capital, in_words
from leaderplan.report.tree import Block, Cell, Column, Heading, Rich, Run, Sign, SignName, Table, TableRow, cell, rich

_MADE = (Stage.DELIVERED, Stage.TOLD)
_SAME = (Treatment.UNTOUCHED, Treatment.ONLY_DIGITISED, None)


def steps(source: Source, joint: Collaboration) -> Iterator[Block]:
    """Each step of the service as it was and as it is, or will be while the change is still being made."""
    found = sorted(source.plan.referring(ServiceStep, "collaboration", joint), key=lambda s: (s.position or 0, s.id))
    if not found:
        return
    made = joint.stage in _MADE
    changed = sum(step.treatment not in _SAME for step in found)
    numbers = {"steps": in_words(len(found)), "changed": in_words(changed)}
    planned = _n("One step, {changed} to change", "{steps} steps, {changed} to change", len(found), **numbers)
    done = _n("One step, {changed} changed", "{steps} steps, {changed} changed", len(found), **numbers)
    yield Heading(2, capital(source.say(done if made else planned)), listed=False)
    heads = (
        _("Treatment"),
        _("As it was") if made else _("As it is"),
        _("As it is") if made else _("As it will be"),
    )
    treatment, was, will = (source.say(head) for head in heads)
    columns = (Column(treatment, 48, True), Column(was, 58), Column("", 9), Column(will, 55))
    yield Table(columns, tuple(_step(source, step) for step in found))


def _step(source: Source, step: ServiceStep) -> TableRow:
    arrow = rich(Sign("arrow")) if step.as_is and step.to_be else ()
    return TableRow((Cell((_treatment(source, step.treatment),)), cell(step.as_is), Cell((arrow,)), cell(step.to_be)))


def _treatment(source: Source, treatment: Treatment | None) -> Rich:
    if treatment is None:
        return ()
    sign: SignName = "full"
    if treatment is Treatment.ONLY_DIGITISED:
        sign = "half"
    elif treatment is Treatment.UNTOUCHED:
        sign = "open"
    return rich(Sign(sign), capital(source.say(treatment.label)))


def risks(source: Source, joint: Collaboration) -> Iterator[Block]:
    """The risks with who carries each, those of IT first."""
    found = sorted(source.plan.referring(Risk, "collaboration", joint), key=_place_of_risk)
    if not found:
        return
    yield Heading(2, source.say(_("Risks we shared")), listed=False)
    heads = (_("Carried by"), _("Risk"), _("Acceptable"), _("We stop when"))
    carried, risk, acceptable, stop = (source.say(head) for head in heads)
    columns = (Column(carried, 48, True), Column(risk, 56), Column(acceptable, 31, True), Column(stop, 35, True))
    yield Table(columns, tuple(_risk(source, entry) for entry in found))


def _place_of_risk(risk: Risk) -> tuple[int, str]:
    sides = list(Side)
    return (sides.index(risk.side) if risk.side else len(sides), risk.id)


def _risk(source: Source, risk: Risk) -> TableRow:
    name = owner(source, risk.owner)
    if isinstance(name, Message):
        name = source.author or source.say(_("Me"))
    side = source.say(risk.side.label) if risk.side else ""
    lines = (rich(Run(name, bold=True)) if name else (), rich(Run(side, tone="muted")) if side else ())
    return TableRow((Cell(tuple(filter(None, lines))), cell(risk.title), cell(risk.acceptable), cell(risk.stop_rule)))


def owner(source: Source, id: str | None) -> str | Message:
    """The name of a person, or "me"."""
    if source.plan.get(Profile, id):
        return _("me")
    person = source.plan.get(Person, id)
    return person.name if person else ""
