"""From a plan to the tree of a document: choose, select what may leave, and let each block say its part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from leaderplan.domain.edits import called
from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Evidence, Round
from leaderplan.domain.review.rounds import last_answered
from leaderplan.domain.rules.run_change_transform import years
from leaderplan.domain.selection import Reason, Selection, select
from leaderplan.report import tree
from leaderplan.report.blocks import BLOCKS
from leaderplan.report.blocks.cover import contents, cover
from leaderplan.report.blocks.reviewed import reviewed
from leaderplan.report.blocks.source import Source
from leaderplan.report.choosing import Chosen, choose, items, prepared, suggested
from leaderplan.report.layout import Layout, LayoutSection

_YEARS = 10

Trouble = Callable[[Attachment], Message | None]
"""Says what is wrong with a file of the plan."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document as a tree, what was chosen and could not be printed, and what is wrong with files that it names."""

    document: tree.Document
    left_out: tuple[Message, ...]
    troubles: tuple[Message, ...] = ()


def make(
    plan: Plan,
    layout: Layout,
    *,
    today: date,
    language: Language,
    chosen: Sequence[str] | None = None,
    anonymous: bool = False,
    trouble: Trouble | None = None,
) -> Made:
    """The document of ``layout``; without ``chosen`` ids it shows what was prepared, else what is suggested.

    With ``trouble`` it also says which files of the evidence are missing or were changed; the document is made anyway.
    """
    picked = choose(plan, _ids(plan, layout) if chosen is None else chosen)
    leaves = select(plan, picked.ids, anonymous=anonymous)
    source = _source(plan, leaves.plan, picked, today, language, anonymous)
    left_out = (*picked.left_out, *_out_of_date(plan, leaves, picked))
    return Made(_document(source, layout), left_out, tuple(_troubles(plan, source, trouble)) if trouble else ())


def make_of_round(
    plan: Plan,
    layout: Layout,
    round: Round | None,
    sent: Plan | None,
    *,
    today: date,
    language: Language,
    anonymous: bool = False,
) -> Made:
    """The document of a ``layout`` that is about a round: ``round``, or the newest that was answered.

    ``sent`` is what was sent in it, as far as that is at hand: it names what is not in the plan any more, save in an
    anonymous document.
    """
    round = round or last_answered(plan)
    kept = select(plan, anonymous=anonymous, rounds=[round.id] if round else ()).plan
    told = reviewed(plan, kept, round, None if anonymous else sent, language) if round else None
    source = Source(kept, language, today, (), (), anonymous, reviewed=told)
    return Made(_document(source, layout), ())


def _document(source: Source, layout: Layout) -> tree.Document:
    language = source.language
    sections = tuple(section for wanted in layout.sections for section in _sections(source, wanted))
    something = any(section.blocks for section in sections)
    return tree.Document(
        title=_title(source, layout, sections),
        author=source.author,
        language=language.tag,
        foot=tree.Foot(source.author, _numbering(language)),
        sections=sections if something else (_first_steps(language, layout),),
        cover=cover(source, layout.kind) if layout.cover else None,
        contents=contents(source) if layout.contents and something else None,
    )


def _title(source: Source, layout: Layout, sections: Sequence[tree.Section]) -> str:
    """The kind of document with what it is about, or whose it is."""
    kind = source.say(layout.kind)
    whose = sections[0].heading.text if layout.about and sections else source.author
    return f"{kind} – {whose}" if whose else kind


def _sections(source: Source, wanted: LayoutSection) -> Iterator[tree.Section]:
    """The sections of one block, with what the layout changes about them."""
    for section in BLOCKS[wanted.block](source):
        heading = replace(section.heading, text=source.say(Message(wanted.title))) if wanted.title else section.heading
        new_page = section.new_page if wanted.new_page is None else wanted.new_page
        yield replace(section, heading=heading, new_page=new_page)


def _ids(plan: Plan, layout: Layout) -> tuple[str, ...]:
    document = prepared(plan, layout.name)
    if document is None:
        return suggested(plan)
    return tuple(item.record for item in items(plan, document) if item.record)


def _source(plan: Plan, kept: Plan, picked: Chosen, today: date, language: Language, anonymous: bool) -> Source:
    private = [piece for piece in plan.all(Evidence) if piece.private and set(piece.supports) & set(picked.ids)]
    return Source(
        plan=kept,
        language=language,
        today=today,
        stories=tuple(filter(None, (kept.get(Achievement, story.id) for story in picked.stories))),
        collaborations=tuple(filter(None, (kept.get(Collaboration, joint.id) for joint in picked.collaborations))),
        anonymous=anonymous,
        private_evidence=len(private),
        years=years(select(plan).plan, today, _YEARS),
    )


def _out_of_date(plan: Plan, leaves: Selection, picked: Chosen) -> Iterator[Message]:
    """A sentence for each testimonial on something that is printed that may not be: its text was changed since, or it
    was withdrawn.
    """
    for left in leaves.left_out:
        words = plan.get(Evidence, left.id)
        if words is None or not set(words.supports) & set(picked.ids):
            continue
        about = called(next(record for id in words.supports if (record := plan.find(id)) and id in picked.ids))
        if left.reason is Reason.OLDER_TEXT:
            yield _(
                "The words of {name} were said on an older text of {title}; they stay out until you confirm them.",
                name=called(words),
                title=about,
            )
        elif left.reason is Reason.WITHDRAWN:
            yield _("{name} has withdrawn what they said on {title}; it stays out.", name=called(words), title=about)


def _troubles(plan: Plan, source: Source, trouble: Trouble) -> Iterator[Message]:
    for piece in source.evidence:
        whole = plan.get(Evidence, piece.id)
        if whole and whole.attachment and (found := trouble(whole.attachment)):
            yield _("Evidence {number}: {trouble}", number=source.number(piece), trouble=found)


def _numbering(language: Language) -> str:
    """The gettext text of the foot with its places still open."""
    return language.say(_("page {page} of {pages}"))


def _first_steps(language: Language, layout: Layout) -> tree.Section:
    """What an empty plan prints after its cover."""
    said = _("There is nothing to show yet. Write down one achievement with its story and a measure, then print again.")
    if layout.about == Round.table:
        said = _("There is nothing to show yet. Send a part of the plan to a mentor for review, then print again.")
    text = tree.Prose(tree.rich(language.say(said)), "lead")
    return tree.Section(tree.Heading(1, language.say(_("What to do first"))), (text,))
