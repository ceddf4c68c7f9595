"""A round of review with every comment that ever came in it, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Fate
from leaderplan.domain.review.rounds import Standing, numbered
from leaderplan.report.blocks.remarks import SIGNS, remark
from leaderplan.report.blocks.reviewed import Reviewed
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import capital, in_words, ordinal, paragraphs
from leaderplan.report.tree import Block, Heading, Pair, Prose, Rich, Section, Side, Sign, rich

_FEW = 24
"""Up to so many comments each of them has its sign in the summary."""
_GAP = "\N{NO-BREAK SPACE}" * 4


def review(source: Source) -> tuple[Section, ...]:
    """The round in short, then its comments: what is open first, then in the order in which the plan is read."""
    told = source.reviewed
    if told is None:
        return ()
    blocks = (*_summary(source, told), *(remark(source, told, thread) for thread in told.threads))
    return (Section(Heading(1, _title(source, told)), blocks, kicker=source.say(_("Review report"))),)


def _title(source: Source, told: Reviewed) -> str:
    """Which round with whom, and when; a round that was given another name has that."""
    sent, which = told.round.sent_on, ordinal(told.number)
    usual = told.round.title == source.say(numbered(told.mentor, told.number))
    if not (usual and told.mentor and sent and which):
        return told.round.title
    month = source.language.day(PartialDate(sent.year, sent.month), long=True)
    title = _("{which} round with {mentor}, {month}", which=which, mentor=told.mentor, month=month)
    return source.say(title)


def _summary(source: Source, told: Reviewed) -> Iterator[Block]:
    found = told.standing
    marks = (Prose(_marks(source, found), "marks"),) if found.total else ()
    yield Side((rich(source.say(_("In short"))),), (Prose(rich(capital(source.say(_in_short(found)))), "lead"), *marks))
    sent, came = told.round.sent_on, told.came_on
    if sent and came:
        yield Pair(source.say(_("Sent and returned")), (rich(_two_days(source, sent, came)),))
    elif sent:
        yield Pair(source.say(_("Sent")), (rich(source.language.day(sent, long=True)),))
    if told.round.closed_on:
        yield Pair(source.say(_("Closed")), (rich(source.language.day(told.round.closed_on, long=True)),))
    if told.round.message:
        yield Pair(source.say(_("Asked")), paragraphs(f"“{told.round.message.strip()}”"))


def _in_short(found: Standing) -> Message:
    if not found.threads:
        return _("Nothing has come back yet.")
    if not found.total:
        return _("Every comment was withdrawn.")
    parts = tuple(_counted(fate, found.fates[fate]) for fate in SIGNS if found.fates[fate])
    said = _n("One comment: {parts}", "{number} comments: {parts}", found.total, number=in_words(found.total),
              parts=_joined(parts))  # fmt: skip
    if not found.withdrawn:
        return _("{said}.", said=said)
    return _("{said}. {withdrawn}", said=said, withdrawn=_withdrawn(found.withdrawn))


def _withdrawn(count: int) -> Message:
    return _n("One more was withdrawn.", "More were withdrawn: {number}.", count, number=in_words(count))


def _joined(parts: tuple[Message, ...]) -> Message:
    """``one accepted, two done``: commas alone, since the last part is no more than the others."""
    first, *others = parts
    for each in others:
        first = _("{one}, {two}", one=first, two=each)
    return first


def _counted(fate: Fate, count: int) -> Message:
    number = in_words(count)
    match fate:
        case Fate.ACCEPTED:
            return _n("{number} accepted", "{number} accepted", count, number=number)
        case Fate.DONE:
            return _n("{number} done", "{number} done", count, number=number)
        case Fate.DECLINED:
            return _n("{number} declined with a reason", "{number} declined with a reason", count, number=number)
    return _n("{number} still open", "{number} still open", count, number=number)


def _marks(source: Source, found: Standing) -> Rich:
    """The signs with their counts, as many of each as there are comments where those are few."""
    parts: list[str | Sign] = []
    for fate, sign in SIGNS.items():
        count = found.fates[fate]
        if count:
            label = f"{source.language.number(count)} {source.say(fate.label)}".replace(" ", "\N{NO-BREAK SPACE}")
            parts += [*[Sign(sign)] * (count if found.total <= _FEW else 1), f"{label}{_GAP} "]
    return rich(*parts)


def _two_days(source: Source, first: PartialDate, last: PartialDate) -> str:
    """``2 and 6 November 2026``; what both days have in common is said once."""
    language = source.language
    if first == last:
        return language.day(first, long=True)
    if first.day and (first.year, first.month) == (last.year, last.month):
        return source.say(_("{first} and {last}", first=str(first.day), last=language.day(last, long=True)))
    return source.say(_("{first} and {last}", first=language.day(first, long=True), last=language.day(last, long=True)))
