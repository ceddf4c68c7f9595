"""The achievements, told: an overview of them, then one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Claim, Competency, Mode
from leaderplan.report import tree
from leaderplan.report.blocks.measures import measures
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import listed, paragraphs
from leaderplan.report.tree import (
    Cell,
    Column,
    Heading,
    Inside,
    NewPage,
    PageOf,
    Pair,
    Rich,
    Run,
    Section,
    Sign,
    SignName,
    Story,
    Table,
    TableRow,
    cell,
    rich,
)

_SIGNS: Mapping[Mode, SignName] = {Mode.RUN: "run", Mode.CHANGE: "change", Mode.TRANSFORM: "transform"}
_PARTS = (
    ("situation", _("Situation")),
    ("task", _("My task")),
    ("action", _("What I did")),
    ("result", _("Result")),
    ("my_part", _("My part")),
    ("their_part", _("Their part")),
)


def told(story: Achievement) -> bool:
    """Whether there is any prose to print; a story without it is left out of a document and named in the preview."""
    return any(getattr(story, name).strip() for name, _label in _PARTS)


def target_of(story: Achievement) -> str:
    """The name by which links inside the document find a story."""
    return f"story-{story.id}"


def stories(source: Source) -> tuple[Section, ...]:
    """The overview on the page of what went before, each story after it."""
    if not source.stories:
        return ()
    heading = Heading(1, source.say(_("Stories by competency")))
    blocks: list[tree.Block] = [_overview(source), NewPage()]
    blocks += [_story(source, story) for story in source.stories]
    return (Section(heading, tuple(blocks), new_page=False),)


def _overview(source: Source) -> Table:
    heads = (_("What changed"), _("Kind"), _("Shows, at level"), _("Page"))
    what, kind, shows, page = (source.say(head) for head in heads)
    columns = (Column("", 7), Column(what, 66), Column(kind, 24, True), Column(shows, 62, True), Column(page, 11))
    return Table(columns, tuple(_line(source, story) for story in source.stories))


def _line(source: Source, story: Achievement) -> TableRow:
    target = target_of(story)
    shows = ", ".join(f"{competency.title} {rank}" for _claim, competency, rank in claimed(source, story))
    return TableRow(
        (
            cell(source.number(story)),
            cell(story.title),
            Cell((mode_of(source, story),)),
            cell(shows),
            Cell((rich(PageOf(target)),)),
        )
    )


def mode_of(source: Source, story: Achievement) -> Rich:
    """The shape and the word of the mode; nothing where none was chosen."""
    return mode_sign(source, story.mode) if story.mode else ()


def mode_sign(source: Source, mode: Mode) -> Rich:
    """The shape and the word of a mode; the word alone would be lost among others, the shape in grey print."""
    return rich(Sign(_SIGNS[mode]), Run(source.say(mode.label).capitalize(), bold=True, tone="ink"))


def claimed(source: Source, story: Achievement) -> list[tuple[Claim, Competency, int]]:
    """(claim, competency, rank) of what a story is claimed for, in the order of the framework."""
    found = []
    for claim in source.plan.referring(Claim, "achievement", story):
        competency, rank = source.plan.get(Competency, claim.competency), source.rank(claim.level)
        if competency and rank:
            found.append((claim, competency, rank))
    return sorted(found, key=lambda entry: (source.place(entry[1]), entry[1].title, entry[0].id))


def _story(source: Source, story: Achievement) -> Story:
    parts = ((label, getattr(story, name).strip()) for name, label in _PARTS)
    return Story(
        number=source.number(story),
        heading=Heading(2, story.title, target=target_of(story)),
        meta=_meta(source, story),
        parts=tuple(Pair(source.say(label), paragraphs(text)) for label, text in parts if text),
        measures=measures(source, source.trends(story)),
        claims=_claims(source, story),
        notes=tuple(notes(source, story)),
    )


def _meta(source: Source, story: Achievement) -> Rich:
    told_from = source.say(_("told from {side}", side=story.told_from.label)) if story.told_from else ""
    span = source.language.span(story.started, story.ended)
    rest = " · ".join(filter(None, (span, told_from)))
    mode = mode_of(source, story)
    return (*mode, *rich(Run(f" · {rest}" if mode and rest else rest, tone="muted"))) if rest else mode


def _claims(source: Source, story: Achievement) -> tree.Claims | None:
    rows = tuple(
        tree.Claim(source.say(_("{competency}, level {rank}", competency=competency.title, rank=rank)), claim.why)
        for claim, competency, rank in claimed(source, story)
    )
    return tree.Claims(source.say(_("Claimed for")), rows) if rows else None


def notes(source: Source, story: Achievement) -> Iterator[Pair]:
    """The evidence by number, and who can confirm it."""
    pieces = source.evidence_for(story)
    if pieces:
        yield Pair(source.say(_("Evidence")), (evidence_line(source, story),), small=True)
    people = source.people(story.people)
    if people:
        yield Pair(source.say(_("Can confirm")), (rich(people),), small=True)


def evidence_line(source: Source, story: Achievement) -> Rich:
    """``E1 Register of decisions, E2 Audit note``, each number linked to the index."""
    numbered = ((source.number(piece), piece) for piece in source.evidence_for(story))
    return listed([(Run(number, link=Inside(number)), f" {piece.title}") for number, piece in numbered])
