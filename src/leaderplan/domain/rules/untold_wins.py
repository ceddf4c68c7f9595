"""Rule 6: the wins that nobody has heard of, or nobody of a tier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.choices import Channel, Reaction, Tier
from leaderplan.domain.records.grow import Achievement, Telling
from leaderplan.domain.records.lead import Person
from leaderplan.domain.rules import story_check
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule

KEY = "untold_wins"

_SETTLED = timedelta(days=7)  # after which somebody has made up their mind about what they were told

# An audience is free text ("Executive team"); these words say to which tier it belongs.
_AUDIENCES: Mapping[Tier, re.Pattern[str]] = {
    tier: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for tier, words in {
        Tier.EXECUTIVE: "executive|board|cabinet|directors|councillors",
        Tier.MIDDLE_MANAGEMENT: "(?:service |middle )?manage",
        Tier.FRONT_LINE: "front.?line|staff",
        Tier.PARTNER: "partner|supplier",
        Tier.MENTOR: "mentor",
        Tier.CITIZEN: "citizen|resident|public",
    }.items()
}


def heard(plan: Plan, achievement: Achievement, today: date, tier: Tier | None = None) -> tuple[Telling, ...]:
    """The tellings until ``today`` that reached somebody, or somebody of ``tier``, oldest first.

    What was "unheard" reached nobody. A telling without a person belongs to the tiers that its audience names; a board
    paper reaches the executive tier.
    """
    told = (t for t in plan.referring(Telling, "achievement", achievement) if _reached(t, today))
    return tuple(sorted((t for t in told if tier is None or _is_of(plan, t, tier)), key=_when))


def _reached(telling: Telling, today: date) -> bool:
    return telling.reaction is not Reaction.UNHEARD and (telling.on is None or telling.on.first <= today)


def _is_of(plan: Plan, telling: Telling, tier: Tier) -> bool:
    person = plan.get(Person, telling.person)
    if person and person.tier is tier:
        return True
    if telling.channel is Channel.BOARD_PAPER and tier is Tier.EXECUTIVE:
        return True
    return bool(_AUDIENCES[tier].search(telling.audience))


def _when(telling: Telling) -> tuple[date, str]:
    return telling.on.last if telling.on else date.min, telling.id


def untold(plan: Plan, today: date, tier: Tier | None = None) -> tuple[Achievement, ...]:
    """The wins that nobody, or nobody of ``tier``, has heard of: told in full, done, not private; oldest first."""
    found = (a for a in plan.all(Achievement) if _is_win(plan, a, today) and not heard(plan, a, today, tier))
    return tuple(sorted(found, key=_oldest))


def _is_win(plan: Plan, achievement: Achievement, today: date) -> bool:
    if achievement.private or (achievement.ended and achievement.ended.first > today):
        return False
    return story_check.state(plan, achievement) is not story_check.State.CAPTURED


def _oldest(achievement: Achievement) -> tuple[date, str]:
    """What has no date comes last: nobody can say how long it has waited."""
    return achievement.ended.last if achievement.ended else date.max, achievement.id


def findings(plan: Plan, achievement: Achievement, today: date) -> Iterator[Finding]:
    """Who has not heard of a win, and whose answer is not known."""
    if not _is_win(plan, achievement, today):
        return
    told = heard(plan, achievement, today)
    if not told:
        yield _finding(achievement, "nobody", _nobody(achievement, today), _tell(achievement))
    elif not heard(plan, achievement, today, Tier.EXECUTIVE):
        said = _("Nobody on the executive team has heard of {title} yet.", title=achievement.title)
        yield _finding(achievement, "tier:executive", said, _tell(achievement))
    yield from _unanswered(plan, achievement, told, today)


def over_plan(plan: Plan, today: date) -> Iterator[Finding]:
    """The findings of all wins, oldest first."""
    for achievement in sorted(plan.all(Achievement), key=_oldest):
        yield from findings(plan, achievement, today)


def _nobody(achievement: Achievement, today: date) -> Message:
    days = max(0, (today - achievement.ended.last).days) if achievement.ended else 0
    if not days:
        return _("Nobody has heard of {title} yet.", title=achievement.title)
    return _n(
        "{title} was done {count} day ago and nobody knows.",
        "{title} was done {count} days ago and nobody knows.",
        days, title=achievement.title,
    )  # fmt: skip


def _unanswered(plan: Plan, achievement: Achievement, told: tuple[Telling, ...], today: date) -> Iterator[Finding]:
    """The newest telling to a person who has not said what they think."""
    open_ones = [(t, p) for t in told if not t.reaction and (p := plan.get(Person, t.person))]
    if open_ones and open_ones[-1][0].on and open_ones[-1][0].on.last + _SETTLED <= today:
        telling, person = open_ones[-1]
        said = _("You told {person} about {title}; ask what they thought.",
                 person=person.name, title=achievement.title)  # fmt: skip
        action = Action(_("Note the reaction"), Place("achievements", telling.id, "reaction"))
        yield _finding(achievement, f"reaction:{telling.id}", said, action)


_WHY = _("Nobody else will notice what you did. A win counts once the right people can retell it.")


def _finding(achievement: Achievement, key: str, message: Message, action: Action) -> Finding:
    return Finding(KEY, achievement.id, key, message, _WHY, action)


def _tell(achievement: Achievement) -> Action:
    return Action(_("Note a telling"), Place("achievements", achievement.id, adds=Telling.table))


RULE = Rule(KEY, _("Untold wins"), Achievement, findings, over_plan)
