"""What the post expects and what the stories show: the radar, then the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.figures import RADAR_AXES, Axis, level_strip, radar
from leaderplan.domain.messages import _, _n
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.domain.rules.standing import Standing, standing
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.stories import target_of
from leaderplan.report.blocks.wording import capital, in_words, listed
from leaderplan.report.tree import (
    Block,
    Cell,
    Column,
    FigureBlock,
    GroupRow,
    Heading,
    Inside,
    Keep,
    NewPage,
    Pair,
    Rich,
    Run,
    Section,
    Table,
    TableRow,
    cell,
    rich,
)

_RADAR = (482.0, 314.0)
_FEW = 4  # so many rows stand on the page of the radar and leave room for the overview of the stories
_STRIPS = 5  # a strip of more dots is wider than its column


def competencies(source: Source) -> tuple[Section, ...]:
    """One section, empty where nothing is expected, rated or claimed."""
    stands = standing(source.plan, source.today)
    told = [s for s in stands if s.expected or s.shown or s.self_rating or s.mentors]
    if not told:
        return ()
    return (Section(Heading(1, source.say(_("Competencies"))), tuple(_blocks(source, stands))),)


def _blocks(source: Source, stands: Sequence[Standing]) -> Iterator[Block]:
    ranks = max((level.rank or 0 for level in levels(source.plan)), default=0)
    drawn = len(stands) in RADAR_AXES and ranks > 0
    yield Pair(source.say(_("How to read this")), (rich(_how_to_read(source, stands, drawn)),))
    if drawn:
        axes = [Axis(s.competency.title, s.expected or 0, s.shown or 0) for s in stands]
        yield FigureBlock((radar(axes, ranks, _RADAR, source.language),))
        if len(stands) > _FEW:
            yield NewPage()
    heading = Heading(2, source.say(_("Competency matrix")), wide=True)
    yield Keep((heading, _matrix(source, stands, ranks)))


def _how_to_read(source: Source, stands: Sequence[Standing], drawn: bool) -> str:
    short = [s.competency.title for s in stands if s.gap]
    parts = []
    if drawn:
        parts.append(_("The dashes show what the post expects, the teal line what my claims carry."))
    if short:
        parts.append(
            _n(
                "One falls short and is set in semibold: {names}.",
                "{number} fall short and are set in semibold: {names}.",
                len(short),
                number=in_words(len(short)),
                names=source.language.series(short),
            )
        )
    elif any(s.expected for s in stands):
        parts.append(_("Nothing falls short of what the post expects."))
    return " ".join(capital(source.say(part)) for part in parts)


def _matrix(source: Source, stands: Sequence[Standing], ranks: int) -> Table:
    strips = 0 < ranks <= _STRIPS
    heads = (_("Post"), _("Shown"), _("I say"), _("Mentors"), _("Newest"), _("Story"))
    post, shown, own, mentors, newest, story = (source.say(head) for head in heads)
    strip = (Column(source.say(_("Levels 1 to {highest}", highest=ranks)), 26),) if strips else ()
    columns = (
        Column(source.say(_("Competency")), 55 if strips else 81),
        *strip,
        Column(post, 10),
        Column(shown, 12),
        Column(own, 10),
        Column(mentors, 14),
        Column(newest, 17, True),
        Column(story, 26, True),
    )
    return Table(columns, tuple(_rows(source, stands, ranks if strips else 0)))


def _rows(source: Source, stands: Sequence[Standing], ranks: int) -> Iterator[TableRow | GroupRow]:
    group = None
    for stand in stands:
        if stand.group and stand.group is not group:
            group = stand.group
            yield GroupRow(group.title)
        yield _row(source, stand, ranks)


def _row(source: Source, stand: Standing, ranks: int) -> TableRow:
    short = stand.gap > 0
    strip = (Cell(figure=level_strip(stand.expected or 0, stand.shown or 0, ranks, source.language)),) if ranks else ()
    return TableRow(
        (
            Cell((rich(Run(stand.competency.title, bold=short)),)),
            *strip,
            cell(_rank(stand.expected)),
            Cell((rich(Run(_rank(stand.shown), bold=short)),)) if stand.shown else cell(),
            cell(_rank(stand.self_rating)),
            cell(", ".join(str(rating.rank) for rating in stand.mentors)),
            cell(_month(source, stand.newest)),
            Cell((_stories(source, stand),)),
        )
    )


def _month(source: Source, value: PartialDate | None) -> str:
    """A date to the month: the column is narrow, and the day says nothing more."""
    return source.language.day(PartialDate(value.year, value.month)) if value else ""


def _rank(rank: int | None) -> str:
    return str(rank) if rank else ""


def _stories(source: Source, stand: Standing) -> Rich:
    claimed = {claim.achievement for claim in stand.claims}
    shown = (story for story in source.stories if story.id in claimed)
    return listed([(Run(source.number(story), link=Inside(target_of(story))),) for story in shown])
