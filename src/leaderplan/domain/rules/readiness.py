"""Rule 1: what the post asks for against what the stories show, competency by competency. There is no single score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.competence import Competency
from leaderplan.domain.records.grow import Claim
from leaderplan.domain.records.lead import Conversation
from leaderplan.domain.rules.chosen_framework import competencies, framework, levels
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule
from leaderplan.domain.rules.standing import Rating, Standing, standing, standing_in
from leaderplan.domain.rules.suggested_competencies import Candidate, likeliest

__all__ = ["KEY", "RULE", "Rating", "Standing", "competencies", "framework", "levels", "standing", "standing_in"]

KEY = "readiness"

_OLD = 2  # years after which a panel asks what has been done since
_YEAR = 365.25


def findings(plan: Plan, competency: Competency, today: date) -> Iterator[Finding]:
    """What a panel would ask about one competency."""
    stands = standing_in(plan, competency, today)
    return _of(plan, (stands,) if stands else (), today)


def over_plan(plan: Plan, today: date) -> Iterator[Finding]:
    """What a panel would ask, widest gap first."""
    return _of(plan, sorted(standing(plan, today), key=lambda stands: -stands.gap), today)


def _of(plan: Plan, standings: Iterable[Standing], today: date) -> Iterator[Finding]:
    stood = tuple(standings)
    titles = {level.rank: level.title for level in levels(plan) if level.rank is not None}
    fitting = likeliest(plan, [stands.competency for stands in stood if _unclaimed(stands)])
    for stands in stood:
        if _unclaimed(stands):
            yield _nothing_claimed(stands, fitting.get(stands.competency.id))
        elif stands.gap:
            yield _gap(stands, titles)
        for rating in stands.mentors:
            if stands.self_rating is not None and rating.rank != stands.self_rating:
                yield _disagreed(stands, rating, titles)
        if stands.newest and (years := int((today - stands.newest.last).days / _YEAR)) >= _OLD:
            yield _old(stands, years)


def _unclaimed(stands: Standing) -> bool:
    return bool(stands.expected and not stands.claims)


def _level(rank: int | None, titles: Mapping[int, str]) -> str | Message:
    return titles.get(rank or 0) or _("level {rank}", rank=rank or 0)


def _finding(stands: Standing, key: str, message: Message, why: Message, action: Action) -> Finding:
    return Finding(KEY, stands.competency.id, key, message, why, action)


def _look(stands: Standing, label: Message) -> Action:
    return Action(label, Place("competencies", stands.competency.id))


def _nothing_claimed(stands: Standing, likely: Candidate | None) -> Finding:
    name = stands.competency.title
    why = _("The post asks for it, and a panel can only mark what is claimed.")
    if likely is None:
        said = _("Nothing is claimed for {competency} yet.", competency=name)
        return _finding(stands, "unclaimed", said, why, _look(stands, _("Choose a story")))
    story = likely.achievement
    said = _("Nothing is claimed for {competency} yet. {title} might fit.", competency=name, title=story.title)
    action = Action(_("Look at it"), Place("achievements", story.id, adds=Claim.table))
    return _finding(stands, "unclaimed", said, why, action)


def _gap(stands: Standing, titles: Mapping[int, str]) -> Finding:
    name, expected = stands.competency.title, _level(stands.expected, titles)
    why = _("Only stories that are ready count: told in full, with evidence and a claim.")
    if stands.shown is None:
        said = _("{competency}: the post asks for {expected}, and no story for it is ready yet.",
                 competency=name, expected=expected)  # fmt: skip
    else:
        said = _("{competency}: the post asks for {expected}, your stories show {shown}.",
                 competency=name, expected=expected, shown=_level(stands.shown, titles))  # fmt: skip
    return _finding(stands, "gap", said, why, _look(stands, _("See the stories")))


def _disagreed(stands: Standing, rating: Rating, titles: Mapping[int, str]) -> Finding:
    said = _("You rate yourself {mine} in {competency}; {mentor} says {theirs}. Ask why.",
             mine=_level(stands.self_rating, titles), competency=stands.competency.title,
             mentor=rating.mentor.name, theirs=_level(rating.rank, titles))  # fmt: skip
    why = _("The two ratings stand side by side and are never averaged: the talk about them is what helps.")
    action = Action(_("Note a conversation"), Place("people", rating.mentor.id, adds=Conversation.table))
    key = f"mentor:{rating.mentor.id}:{stands.self_rating}:{rating.rank}"
    return _finding(stands, key, said, why, action)


def _old(stands: Standing, years: int) -> Finding:
    said = _("Your newest evidence for {competency} is {age} old. A panel will ask what you did since.",
             competency=stands.competency.title, age=_n("{count} year", "{count} years", years))  # fmt: skip
    why = _("Evidence counts from its own date, or from the end of the achievement where it has none.")
    return _finding(stands, f"old:{stands.newest}", said, why, _look(stands, _("See the stories")))


RULE = Rule(KEY, _("Readiness for the target role"), Competency, findings, over_plan)
