"""Shares of run, change and transform over the years, and what others say."""

from __future__ import annotations

from collections.abc import Sequence

from leaderplan.domain.figures import Period, bars
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import EvidenceKind, Mode, Person
from leaderplan.domain.rules.run_change_transform import Year
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import FigureBlock, Heading, Inside, Keep, Pair, Quote, Run, Section, rich

_WIDTH, _LEFT = 482.0, 136.0  # the whole grid; bars begin on the text edge
_YEARS = 8


def run_change_transform(source: Source) -> tuple[Section, ...]:
    """One bar for each of the last years in which something was done; it needs two to show a way."""
    done = [year for year in source.years if year.run + year.change + year.transform]
    if len(done) < 2:
        return ()
    periods = [Period(str(year.year), year.run, year.change, year.transform) for year in done[-_YEARS:]]
    target = source.profile.target_share
    aim = target[list(Mode).index(Mode.TRANSFORM)] if target else None
    label = source.say(_("Share of all my achievements, by year"))
    note = Pair(label, (rich(source.say(_way(done[-_YEARS:]))),))
    chart = bars(periods, aim or None, _WIDTH, _LEFT, source.language)
    return (Section(Heading(1, source.say(_("Run, change, transform"))), (note, FigureBlock((chart,)))),)


def _way(shown: Sequence[Year]) -> Message:
    """The first and the last year in a sentence: the bars alone leave the reader to work it out."""
    first, last = shown[0], shown[-1]
    before = _("{number} %", number=first.transform) if first.transform else _("none of it")
    after = _("{number} %", number=last.transform) if last.transform else _("none of it")
    return _(
        "In {first} {before} was transform, in {last} {after}.",
        first=str(first.year),
        before=before,
        last=str(last.year),
        after=after,
    )


def quotes(source: Source) -> tuple[Section, ...]:
    """What people said, with who and where."""
    said = [piece for piece in source.evidence if piece.quote and piece.kind is EvidenceKind.QUOTE]
    found = []
    for piece in said:
        person = source.plan.get(Person, piece.said_by)
        when = f", {source.language.day(piece.on)}" if piece.on else ""
        number = source.number(piece)
        link = rich(f"{piece.title}{when}, ", Run(number, link=Inside(number)))
        found.append(Quote(person.name if person else "", person.role if person else "", piece.quote, link))
    together = (Keep(tuple(found)),) if found else ()
    return (Section(Heading(1, source.say(_("What others say"))), together, new_page=False),)
