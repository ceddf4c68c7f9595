"""What a comment is about, as plain values: the text as it is now, and as it was when the mentor read it."""

from __future__ import annotations

from dataclasses import dataclass

from leaderplan.domain.belonging import owners
from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Assessment, Comment, CommentKind, Competency, Evidence, Level
from leaderplan.domain.review.anchor import Anchor, Hold, Span, anchor, find, text_of
from leaderplan.domain.review.reading import passages
from leaderplan.ui.naming import name_of
from leaderplan.ui.place import Place
from leaderplan.ui.shortening import short
from leaderplan.ui.where import where

_NAME = 80


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and where in it the words are that are meant."""

    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A level of a framework: what it is called, its place from the lowest, and how many there are."""

    title: str
    rank: int
    steps: int


@dataclass(frozen=True, slots=True)
class About:
    """The left side of a comment. ``mark`` is a mode; ``leads`` is where the words of the place lead.

    ``was`` is what the mentor read, where that is another text; ``rank`` one's own rating.
    """

    words: str
    mark: str
    leads: Place | None
    now: Text | None
    note: Message | None
    was: Text | None
    rank: Rank | None
    rates: bool


def about(plan: Plan, comment: Comment, sent: Plan | None, language: Language) -> About:
    """Look at what ``comment`` is about in ``plan``; ``sent`` is what the mentor read, where that is at hand."""
    at = anchor(plan, comment)
    rates = comment.kind is CommentKind.RATING
    now = Text(at.text, at.span) if at.text else _written(plan, at, language)
    was = None if at.unchanged or not at.field else _as_read(sent, comment, at)
    return About(
        words=place_words(plan, at, language),
        mark=_mode(plan, at.record),
        leads=_leads(plan, at),
        now=now,
        note=_note(comment, at, was, sent),
        was=was,
        rank=own_rank(plan, at.record) if rates else None,
        rates=rates,
    )


def place_words(plan: Plan, at: Anchor, language: Language) -> str:
    """``Claims decided in four days · Result``."""
    record = at.record
    if record is None:
        return language.say(_("The plan as a whole") if at.hold is Hold.PLAN else _("What is gone"))
    top = _top(plan, record)
    if isinstance(record, Competency):
        parts = [language.say(Competency.many), record.title]
    else:
        parts = [short(name_of(top, plan.find, language), _NAME)]
        if top is not record:
            parts.append(short(record.heading, _NAME) or language.say(type(record).one))
    if at.field:
        parts.append(language.say(specs(type(record))[at.field].label))
    return " · ".join(parts)


def rank_of(plan: Plan, level: Level | None) -> Rank | None:
    """A level and its place among the levels of its framework."""
    if level is None:
        return None
    framework = plan.find(level.framework)
    steps = sorted(plan.referring(Level, "framework", framework), key=lambda each: each.rank or 0) if framework else []
    place = next((number for number, each in enumerate(steps, 1) if each.id == level.id), level.rank or 0)
    return Rank(level.title, place, max(len(steps), place))


def own_rank(plan: Plan, competency: Record | None) -> Rank | None:
    """The newest rating of one's own."""
    if competency is None:
        return None
    own = [each for each in plan.referring(Assessment, "competency", competency) if each.by is None and each.on]
    newest = max(own, key=lambda each: (each.on.last if each.on else None, each.id), default=None)
    return rank_of(plan, plan.get(Level, newest.level)) if newest else None


def _note(comment: Comment, at: Anchor, was: Text | None, sent: Plan | None) -> Message | None:
    if at.record is None or not comment.seen_hash or comment.kind is CommentKind.RATING:
        return None
    if at.record.id != comment.record:
        return _("You placed it here.")
    if at.unchanged:
        return _("Unchanged since you sent it.")
    if was is not None:
        return None
    changed = _changed(sent.find(comment.record) if sent else None, at.record)
    if not at.field and changed:
        return _("You have changed this since you sent it: {parts}.", parts=changed)
    return _("You have changed this since you sent it.")


def _changed(then: Record | None, now: Record) -> tuple[Message, ...]:
    """The parts of a record whose texts are others than those that were read."""
    if then is None or type(then) is not type(now):
        return ()
    return tuple(
        spec.label
        for name, spec in specs(type(now)).items()
        if spec.shared and spec.kind in (Kind.TEXT, Kind.PROSE) and getattr(then, name) != getattr(now, name)
    )


def _as_read(sent: Plan | None, comment: Comment, at: Anchor) -> Text | None:
    if sent is None or at.record is None or at.record.id != comment.record:
        return None
    words = text_of(sent.find(comment.record), comment.field)
    if not words or words == at.text:
        return None
    return Text(words, find(words, comment.quote, comment.prefix, comment.suffix))


def _written(plan: Plan, at: Anchor, language: Language) -> Text | None:
    """What stands in a field that holds no text of its own, such as a date or a choice."""
    if at.record is None or not at.field or specs(type(at.record))[at.field].kind in (Kind.TEXT, Kind.PROSE):
        return None
    found = (each.text for each in passages(plan, language, at.record) if each.field == at.field)
    return next((Text(words) for words in found), None)


def _leads(plan: Plan, at: Anchor) -> Place | None:
    place = where(plan, at.record) if at.record else None
    if place is None or at.record is None or place.record != at.record.id:
        return place
    return Place(place.page, place.record, at.field or None)


def _mode(plan: Plan, record: Record | None) -> str:
    mode = getattr(_top(plan, record), "mode", None) if record else None
    return str(mode.value) if mode else ""


def _top(plan: Plan, record: Record) -> Record:
    """What a record hangs on in the end."""
    seen: set[str] = set()
    while record.id not in seen:
        seen.add(record.id)
        above = (*owners(record), *(record.supports if isinstance(record, Evidence) else ()))
        record = next((owner for id in above if (owner := plan.find(id))), record)
    return record
