"""Who the candidate is: headline, posts, the choice made, and three results."""

from __future__ import annotations

import math
from collections.abc import Iterator

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Collaboration, Post, SeenBy
from leaderplan.domain.trend import CURRENCIES, Trend, written
from leaderplan.report.blocks.measures import beside, name_of
from leaderplan.report.blocks.source import Source
from leaderplan.report.blocks.wording import paragraphs
from leaderplan.report.tree import Block, Heading, Highlight, Highlights, Pair, Prose, Rich, Run, Section, rich

_RESULTS = 3


def profile(source: Source) -> tuple[Section, ...]:
    """One section; it vanishes where nothing was entered."""
    return (Section(Heading(1, source.say(_("Profile"))), tuple(_blocks(source))),)


def _blocks(source: Source) -> Iterator[Block]:
    who = source.profile
    for place, paragraph in enumerate(paragraphs(who.about)):
        yield Prose(paragraph, "body" if place else "lead")
    posts = tuple(_post(source, post) for post in _newest_first(source))
    if posts:
        yield Pair(source.say(_("Posts")), posts)
    if who.choice.strip():
        label = source.say(_("My choice"))
        if who.chosen_on:
            label = source.say(_("My choice, {date}", date=source.language.day(who.chosen_on, long=True)))
        yield Pair(label, paragraphs(who.choice))
    if who.stop_doing.strip():
        yield Pair(source.say(_("I have stopped")), paragraphs(who.stop_doing))
    results = tuple(_best(source))
    if results:
        title = {1: _("One result"), 2: _("Two results")}.get(len(results), _("Three results"))
        yield Heading(2, source.say(title), listed=False)
        yield Highlights(results)


def _newest_first(source: Source) -> list[Post]:
    posts = source.plan.all(Post)
    return sorted(posts, key=lambda post: (post.ended is None, str(post.ended), str(post.started)), reverse=True)


def _post(source: Source, post: Post) -> Rich:
    employer = "" if source.anonymous or not post.organisation else f", {post.organisation}"
    span = source.language.span(post.started, post.ended)
    return rich(Run(post.title, bold=True), employer, f", {span}" if span else "")


def _best(source: Source) -> Iterator[Highlight]:
    """One measure of a story each: those that citizens see, and of them those that changed most."""
    found: list[tuple[tuple[bool, float], int, Trend]] = []
    told: tuple[Achievement | Collaboration, ...] = (*source.stories, *source.collaborations)
    for place, record in enumerate(told):
        better = [(_weight(t), t) for t in source.trends(record) if t.improved and t.before and t.before.value]
        if better:
            weight, best = max(better, key=lambda pair: pair[0])
            found.append((weight, -place, best))
    for _weight_of, _place, best in sorted(found, key=lambda entry: entry[:2], reverse=True)[:_RESULTS]:
        yield Highlight(_from_to(beside(best), source.language), name_of(best))


def _weight(found: Trend) -> tuple[bool, float]:
    """Citizens first; then how many times as much or as little it is, so that a fall counts like a rise."""
    assert found.before
    assert found.after
    before, after = abs(found.before.value), abs(found.after.value)
    return (found.measure.seen_by is SeenBy.CITIZEN, abs(math.log(after / before)) if after else math.inf)


def _from_to(found: Trend, language: Language) -> str:
    assert found.before
    assert found.after
    unit = found.measure.unit
    after = written(found.after.value, unit, language)
    before = written(found.before.value, unit if unit[:1] in CURRENCIES else "", language)
    return language.say(_("{before} to {after}", before=before, after=after))
