"""Shares of run, change and transform over the years, and what others say."""

from __future__ import annotations

from leaderplan.domain.figures import Period, bars
from leaderplan.domain.messages import _
from leaderplan.domain.records import EvidenceKind, Mode, Person
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import FigureBlock, Heading, Inside, Pair, Quote, Run, Section, rich

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
    note = Pair(
        source.say(_("How to read this")),
        (rich(source.say(_("Share of all my achievements, by the year in which they were done."))),),
    )
    chart = bars(periods, aim or None, _WIDTH, _LEFT, source.language)
    return (Section(Heading(1, source.say(_("Run, change, transform"))), (note, FigureBlock((chart,)))),)


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
    return (Section(Heading(1, source.say(_("What others say"))), tuple(found), new_page=False),)
