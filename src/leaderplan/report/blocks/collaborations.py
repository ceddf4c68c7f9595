"""A collaboration as a case study: the need, what was believed, what was agreed, and what citizens noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Achievement, Collaboration, Mode, Outcome, SeenBy
from leaderplan.domain.trend import Trend
from leaderplan.report.blocks.agreement import owner, risks, steps
from leaderplan.report.blocks.measures import charts, measures
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.stories import mode_sign
from leaderplan.report.blocks.wording import listed, paragraphs
from leaderplan.report.tree import (
    Block,
    FigureBlock,
    Heading,
    Inside,
    Pair,
    Prose,
    Rich,
    Run,
    Section,
    Side,
    rich,
)

_CHARTS_IN_A_ROW = 3
_TRUTH: Mapping[Outcome, Message] = {
    Outcome.YES: _("It came true."),
    Outcome.PARTLY: _("It came true in part."),
    Outcome.NO: _("It did not come true."),
}


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
    yield from _opening(source, joint)
    if joint.shared_vision.strip():
        yield Pair(source.say(_("Shared vision")), paragraphs(joint.shared_vision))
    believed = tuple(filter(None, _believed(source, joint)))
    if believed:
        yield Pair(source.say(_("What we believed")), believed)
    yield from steps(source, joint)
    yield from risks(source, joint)
    yield from _noticed(source, joint)
    for label, text in ((_("What changed"), joint.what_changed), (_("What I would do again"), joint.do_again)):
        if text.strip():
            yield Pair(source.say(label), paragraphs(text))
    yield from _notes(source, joint)


def _opening(source: Source, joint: Collaboration) -> Iterator[Block]:
    """The need, with the facts beside it."""
    facts = tuple(_facts(source, joint))
    need, *more = paragraphs(joint.citizen_need) or ((),)
    if need:
        yield Side(facts, (Prose(need, "lead"), *(Prose(each) for each in more)))
    elif facts:
        yield Pair(source.say(_("In short")), facts)


def _facts(source: Source, joint: Collaboration) -> Iterator[Rich]:
    mode = _mode(source, joint)
    if mode:
        yield mode_sign(source, mode)
    if joint.ambition:
        yield rich(source.say(_("Ambition: {ambition}", ambition=joint.ambition.label)))
    span = source.language.span(joint.starts, joint.due)
    if span:
        yield rich(span)
    if joint.lead:
        yield rich(source.say(_("Led by {name}", name=source.people([joint.lead]))))
    if joint.co_owner:
        yield rich(source.say(_("Co-owner: {name}", name=owner(source, joint.co_owner))))


def _mode(source: Source, joint: Collaboration) -> Mode | None:
    """The furthest mode of the achievements that came out of it."""
    found = [story.mode for story in source.plan.referring(Achievement, "collaboration", joint) if story.mode]
    return max(found, key=list(Mode).index, default=None)


def _believed(source: Source, joint: Collaboration) -> Iterator[Rich]:
    """The hypothesis as one sentence, and whether it came true."""
    parts: list[str | Run] = []
    for word, text in ((_("If"), joint.if_), (_("then"), joint.then), (_("because"), joint.because)):
        if text.strip():
            parts += [Run(source.say(word), bold=True), f" {text.strip()} "]
    if parts:
        yield rich(*parts)
        if joint.came_true:
            yield rich(source.say(_TRUTH[joint.came_true]))


def _noticed(source: Source, joint: Collaboration) -> Iterator[Block]:
    """Measures counted more than once as charts, the others as a table with their target."""
    trends = source.trends(joint)
    if not trends:
        return
    yield Heading(2, source.say(_title(trends)), listed=False)
    drawn = charts(source, [found for found in trends if len(found.counts) > 1])
    for first in range(0, len(drawn), _CHARTS_IN_A_ROW):
        yield FigureBlock(drawn[first : first + _CHARTS_IN_A_ROW])
    waiting = measures(source, (found for found in trends if len(found.counts) < 2))
    if waiting:
        yield waiting


def _title(trends: tuple[Trend, ...]) -> Message:
    """What the measures are about, without saying more than was counted."""
    counted_again = any(found.after for found in trends)
    if any(found.measure.seen_by is SeenBy.CITIZEN for found in trends):
        return _("What citizens noticed") if counted_again else _("What citizens should notice")
    return _("What changed, in figures") if counted_again else _("What should change, in figures")


def _notes(source: Source, joint: Collaboration) -> Iterator[Pair]:
    numbers = [source.number(piece) for piece in source.evidence_for(joint)]
    if numbers:
        line = listed([(Run(number, link=Inside(number)),) for number in numbers])
        yield Pair(source.say(_("Evidence")), (line,), small=True)
    people = source.people(dict.fromkeys(filter(None, (joint.lead, joint.co_owner))))
    if people:
        yield Pair(source.say(_("Can confirm")), (rich(people),), small=True)
