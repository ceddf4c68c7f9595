"""The index of evidence: every number that stories and case studies refer to."""

from __future__ import annotations

from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Evidence
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import capital, in_words
from leaderplan.report.tree import (
    Block,
    Cell,
    Column,
    Heading,
    Outside,
    Pair,
    Run,
    Section,
    Table,
    TableRow,
    cell,
    may_be_linked,
    rich,
)


def evidence(source: Source) -> tuple[Section, ...]:
    """Number, what it is, kind, date, what it supports; below it how many are not included."""
    blocks: list[Block] = []
    if source.evidence:
        heads = (_("No."), _("What it is"), _("Kind"), _("Date"), _("Supports"))
        number, what, kind, day, supports = (source.say(head) for head in heads)
        small = (Column(kind, 18, True), Column(day, 22, True), Column(supports, 24, True))
        columns = (Column(number, 14), Column(what, 92), *small)
        blocks.append(Table(columns, tuple(_row(source, piece) for piece in source.evidence)))
    if source.private_evidence:
        count = source.private_evidence
        said = _n("One item is private and is shown on request at the interview.",
                  "{number} items are private and are shown on request at the interview.",
                  count, number=in_words(count))  # fmt: skip
        blocks.append(Pair(source.say(_("Not included")), (rich(capital(source.say(said))),)))
    return (Section(Heading(1, source.say(_("Index of evidence"))), tuple(blocks)),)


def _row(source: Source, piece: Evidence) -> TableRow:
    number = source.number(piece)
    link = Outside(piece.url) if may_be_linked(piece.url) else None
    return TableRow(
        (
            Cell((rich(Run(number, bold=True)),)),
            Cell((rich(Run(piece.title, link=link)),)),
            cell(source.say(piece.kind.label) if piece.kind else ""),
            cell(source.language.day(piece.on) if piece.on else ""),
            cell(capital(_supports(source, piece))),
        ),
        target=number,
    )


def _supports(source: Source, piece: Evidence) -> str:
    numbers = [source.number(story) for story in source.stories if story.id in piece.supports]
    parts = []
    if numbers:
        parts.append(_n("Story {numbers}", "Stories {numbers}", len(numbers), numbers=", ".join(numbers)))
    if any(joint.id in piece.supports for joint in source.collaborations):
        parts.append(_("case study"))
    return ", ".join(source.say(part) for part in parts)
