"""The first page, and the contents with how to read what follows."""

from __future__ import annotations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.rules.chosen_framework import framework, levels
from leaderplan.report.blocks.source import Source
from leaderplan.report.tree import Contents, Cover, Pair, rich


def cover(source: Source, kind: Message) -> Cover:
    """Kind of document, name, headline; at the foot the post aimed at, the date and the contact."""
    profile = source.profile
    day = source.language.day(PartialDate.of(source.today), long=True)
    date = _pair(source, _("Date"), day)
    if source.anonymous:
        return Cover(source.say(kind), source.say(_("Candidate")), "", date)
    contact = " · ".join(filter(None, (profile.email, profile.phone)))
    target = _pair(source, _("For the post of"), profile.target_role)
    return Cover(
        source.say(kind),
        profile.name or source.say(_("Without a name")),
        profile.headline,
        (*target, *date, *_pair(source, _("Contact"), contact)),
    )


def _pair(source: Source, label: Message, text: str) -> tuple[Pair, ...]:
    return (Pair(source.say(label), (rich(text),)),) if text else ()


def contents(source: Source) -> Contents:
    """The list of what follows; under it how stories, figures and levels are to be read."""
    parts = [
        _("Stories are told in short paragraphs."),
        _("Figures show the value before the work and the newest value; a target that was missed is named."),
    ]
    if source.evidence:
        last = source.number(source.evidence[-1])
        parts.append(
            _n("{last} refers to the index of evidence at the end.",
               "E1 to {last} refer to the index of evidence at the end.", len(source.evidence), last=last)
        )  # fmt: skip
    steps = levels(source.plan)
    held = framework(source.plan)
    if steps and held:
        parts.append(
            _("Levels run from 1 ({lowest}) to {highest_rank} ({highest}), in the framework {framework}.",
              lowest=steps[0].title, highest_rank=steps[-1].rank or len(steps), highest=steps[-1].title,
              framework=held.title)
        )  # fmt: skip
    text = " ".join(source.say(part) for part in parts)
    note = Pair(source.say(_("How to read this")), (rich(text),), small=True)
    return Contents(source.say(_("Contents")), (note,) if source.stories or source.collaborations else ())
