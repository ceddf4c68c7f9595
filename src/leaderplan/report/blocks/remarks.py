"""One comment of a review as it is printed, with every version and answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import BY_TABLE, Assessment, Comment, CommentKind, Fate, Level
from leaderplan.domain.review.threads import Thread
from leaderplan.report.blocks.reviewed import Reviewed, name_of
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import capital, paragraphs
from leaderplan.report.tree import Entry, Prose, Rich, Run, SignName, rich

SIGNS: Final[dict[Fate, SignName]] = {
    Fate.ACCEPTED: "accepted",
    Fate.DONE: "done",
    Fate.DECLINED: "declined",
    Fate.OPEN: "waiting",
}
"""How each fate is drawn, in the order in which they are counted."""


def remark(source: Source, told: Reviewed, thread: Thread) -> Entry:
    """What was said, what became of it, what the planner answered, and what was said before."""
    return Entry(tuple(_label(source, told, thread)), tuple(_body(source, told, thread)))


def _label(source: Source, told: Reviewed, thread: Thread) -> Iterator[Rich]:
    """What it is about, what it is and when it was written; by whom, where that is not the mentor."""
    said = thread.said
    yield rich(Run(_place(source, told, thread.latest), bold=True, tone="ink"))
    day = _day(source, told, said)
    kind = source.say(said.kind.label) if said.kind else ""
    yield rich(", ".join(filter(None, (kind, day))))
    if said.author != told.mentor:
        yield rich(said.author)


def _place(source: Source, told: Reviewed, comment: Comment) -> str:
    at, name = told.at.get(comment.id), told.gone.get(comment.id, "")
    kind = BY_TABLE.get(comment.of_table)
    field = at.field if at else comment.field
    if at:
        name, kind = name_of(at.record, source.language), type(at.record)
    elif kind is None:
        return name or source.say(_("The plan as a whole"))
    spec = specs(kind).get(field)
    name = name or source.say(kind.one)
    return f"{name}, {_lowered(source.say(spec.label))}" if spec else name


def _lowered(text: str) -> str:
    """A label within a line; ``IT`` stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _day(source: Source, told: Reviewed, comment: Comment) -> str:
    """When it was written, as its author says, else when it came; the year where it is another than the round's."""
    written = comment.written_at.astimezone().date() if comment.written_at else None
    sent = told.round.sent_on
    if written is None:
        return source.language.day(comment.came_on) if comment.came_on else ""
    return _short(source, written, sent.year if sent else 0)


def _short(source: Source, day: date, year: int) -> str:
    return source.language.short_day(day) if day.year == year else source.language.day(PartialDate.of(day))


def _body(source: Source, told: Reviewed, thread: Thread) -> Iterator[Prose]:
    said, latest = thread.said, thread.latest
    first, *others = [*_words(source, said)] or [rich(Run(source.say(_("It says nothing.")), tone="muted"))]
    yield Prose(first, id=said.id)
    yield from map(Prose, others)
    if latest.id in told.gone:
        yield Prose(rich(Run(source.say(_lost(told.gone[latest.id])), tone="muted")))
    yield _fate(source, told, thread)
    for answer in thread.answers:
        yield _earlier(source, told, answer, _("My answer, {day}:"))
    for version in thread.versions:
        if version is not said and version is not latest:
            yield _earlier(source, told, _same_quote(version, said), _("Said before, {day}:"))


def _lost(name: str) -> Message:
    if not name:
        return _("What it was about is not in the plan any more.")
    return _("“{name}” is not in the plan any more.", name=name)


def _same_quote(version: Comment, said: Comment) -> Comment:
    """An earlier version without the words it quotes where those stand above already."""
    return replace(version, quote="") if version.quote == said.quote else version


def _words(source: Source, comment: Comment) -> Iterator[Rich]:
    """What a comment says, a paragraph each: the words it is about, those it proposes, and its own."""
    quote, proposed = comment.quote.strip(), comment.proposed.strip()
    if comment.kind is CommentKind.SUGGESTION:
        if quote:
            yield rich(Run(quote, tone="muted", stroke="through"))
        if proposed:
            yield rich(Run(proposed, stroke="under"))
        if quote and not proposed:
            yield rich(source.say(_("Take these words out.")))
    elif quote:
        yield rich(Run(f"“{quote}”", tone="muted"))
    if comment.kind is CommentKind.RATING:
        yield rich(" ".join(_levels(source, comment)))
    text = comment.text.strip()
    yield from paragraphs(f"“{text}”" if text and comment.kind is CommentKind.TESTIMONIAL else text)


def _levels(source: Source, comment: Comment) -> Iterator[str]:
    """The level that a mentor sees; beside it one's own newest."""
    level = source.plan.get(Level, comment.level)
    if level is None:
        yield source.say(_("It names a level that is not in the plan any more."))
    else:
        yield source.say(_("Level {rank}, {title}.", rank=level.rank or 0, title=level.title))
    rated = [each for each in source.plan.all(Assessment) if each.competency == comment.record and each.by is None]
    own = max(rated, key=lambda each: (str(each.on or ""), each.id), default=None)
    mine = source.plan.get(Level, own.level) if own else None
    if mine:
        yield source.say(_("I say level {rank}, {title}.", rank=mine.rank or 0, title=mine.title))


def _fate(source: Source, told: Reviewed, thread: Thread) -> Prose:
    """Sign, word and reason; of what was withdrawn that and when."""
    latest = thread.latest
    if thread.withdrawn:
        day = _day(source, told, latest)
        said = source.say(_("Withdrawn on {day}.", day=day)) if day else source.say(_("Withdrawn."))
        return Prose(rich(Run(said, bold=True)), id=latest.id if latest is not thread.said else "")
    word = capital(source.say(thread.fate.label))
    reason = latest.reason.strip()
    return Prose(rich(Run(f"{word}.", bold=True), f" {reason}" if reason else ""), sign=SIGNS[thread.fate])


def _earlier(source: Source, told: Reviewed, comment: Comment, intro: Message) -> Prose:
    """An answer, or what was said before, in one paragraph after words that say which it is."""
    before = source.say(Message(intro.id, (("day", _day(source, told, comment)),)))
    if comment.kind is CommentKind.WITHDRAWN:
        return Prose(rich(Run(before, tone="muted"), f" {source.say(_('withdrawn'))}"), id=comment.id)
    lines = [part for line in _words(source, comment) for part in (" ", *line)]
    return Prose(rich(Run(before, tone="muted"), *lines), id=comment.id)
