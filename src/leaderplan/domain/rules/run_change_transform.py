"""Rule 2: how the work divides into RUN, CHANGE and TRANSFORM, against the share that the person wants.

An achievement counts in the quarter in which it was done; a month counts by its last day. One of which only the year
is known counts in equal parts in each quarter of it that has begun: put in the last one, it would make every
fourth quarter look busy. What has only begun, lies in a later quarter or has no mode is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records.choices import Mode
from leaderplan.domain.records.grow import Achievement
from leaderplan.domain.records.lead import Collaboration
from leaderplan.domain.records.profile import Profile
from leaderplan.domain.rules.finding import Action, Finding, Place, Rule

KEY = "run_change_transform"

_WHOLE = 12  # the weight of one achievement: it divides evenly into one to four quarters
_FOUR = 4
_TOLERATED = 5  # points of RUN over the target that are not worth a word
_STORIES = 3  # achievements from which on "no TRANSFORM" says something
_LONG = 2  # quarters that may pass without TRANSFORM

_Slot = tuple[int, int]
_Weights = dict[_Slot, dict[Mode, int]]


@dataclass(frozen=True, slots=True)
class Quarter:
    """The shares of a quarter (1 to 4) in whole per cent; they add up to 100, or to 0 where nothing was done."""

    year: int
    quarter: int
    run: int
    change: int
    transform: int

    @property
    def label(self) -> Message:
        """``Q4 2025``."""
        return _("Q{quarter} {year}", quarter=str(self.quarter), year=str(self.year))


@dataclass(frozen=True, slots=True)
class Year:
    """The shares of a year in whole per cent; they add up to 100, or to 0 where nothing was done."""

    year: int
    run: int
    change: int
    transform: int


def shares(plan: Plan, today: date, quarters: int = 6) -> tuple[Quarter, ...]:
    """The shares of the last ``quarters`` quarters, that of ``today`` included, oldest first."""
    weights = _by_quarter(plan, today)
    last = today.year * _FOUR + (today.month - 1) // 3
    slots = [divmod(place, _FOUR) for place in range(last - quarters + 1, last + 1)]
    return tuple(_quarter(slot, weights) for slot in slots)


def years(plan: Plan, today: date, most: int = 6) -> tuple[Year, ...]:
    """The shares of up to ``most`` years until that of ``today``, oldest first, from the first with an achievement."""
    weights: dict[int, dict[Mode, int]] = {}
    for (year, _quarter_of), modes in _by_quarter(plan, today).items():
        for mode, weight in modes.items():
            _add(weights.setdefault(year, {}), mode, weight)
    first = max(min(weights, default=today.year + 1), today.year - most + 1)
    return tuple(Year(year, *_percent(weights.get(year, {}))) for year in range(first, today.year + 1))


def _by_quarter(plan: Plan, today: date) -> _Weights:
    weights: _Weights = {}
    for achievement in plan.all(Achievement):
        if achievement.mode and achievement.ended:
            slots = _slots(achievement.ended, today)
            for slot in slots:
                _add(weights.setdefault(slot, {}), achievement.mode, _WHOLE // len(slots))
    return weights


def _slots(done: PartialDate, today: date) -> list[_Slot]:
    """The quarters, counted from 0, over which something done then is spread."""
    now = (today.year, (today.month - 1) // 3)
    if done.month is None:
        return [(done.year, quarter) for quarter in range(_FOUR) if (done.year, quarter) <= now]
    slot = (done.year, (done.month - 1) // 3)
    return [slot] if slot <= now else []


def _add(weights: dict[Mode, int], mode: Mode, weight: int) -> None:
    weights[mode] = weights.get(mode, 0) + weight


def _quarter(slot: _Slot, weights: _Weights) -> Quarter:
    return Quarter(slot[0], slot[1] + 1, *_percent(weights.get(slot, {})))


def _percent(weights: Mapping[Mode, int]) -> tuple[int, int, int]:
    """Whole per cent of run, change and transform by the largest remainder (Hare quota), so that they add up to 100.

    Of equal remainders the later mode takes the point.
    """
    parts = [weights.get(mode, 0) * 100 for mode in Mode]
    total = sum(weights.values())
    if not total:
        return 0, 0, 0
    whole = [part // total for part in parts]
    for place in sorted(range(len(parts)), key=lambda place: (-(parts[place] % total), -place))[: 100 - sum(whole)]:
        whole[place] += 1
    run, change, transform = whole
    return run, change, transform


def findings(plan: Plan, profile: Profile, today: date) -> Iterator[Finding]:
    """Whether RUN takes more than was meant, and how long nothing was transformed."""
    yield from _too_much_run(plan, profile, today)
    yield from _nothing_new(plan, profile, today)


def _too_much_run(plan: Plan, profile: Profile, today: date) -> Iterator[Finding]:
    over = shares(plan, today, quarters=2)[0]
    if not profile.target_share or over.run <= profile.target_share[0] + _TOLERATED:
        return
    said = _("{percent}% of your last quarter was RUN; you were aiming for {target}%.",
             percent=over.run, target=profile.target_share[0])  # fmt: skip
    why = _("Counted by the achievements that were done in {quarter}. Nobody is promoted for RUN alone.",
            quarter=over.label)  # fmt: skip
    action = Action(_("See what it was"), Place("achievements"))
    yield Finding(KEY, profile.id, f"run:{over.year}-{over.quarter}", said, why, action)


def _nothing_new(plan: Plan, profile: Profile, today: date) -> Iterator[Finding]:
    slots = _by_quarter(plan, today)
    counted = sum(weight for modes in slots.values() for weight in modes.values()) // _WHOLE
    last = _last(slot for slot, modes in slots.items() if Mode.TRANSFORM in modes)
    now = today.year * _FOUR + (today.month - 1) // 3
    if counted < _STORIES or (last and now - (last[0] * _FOUR + last[1]) <= _LONG):
        return
    if last:
        quarter = _quarter(last, slots)
        said = _("No TRANSFORM since {quarter}. Which service could be next?", quarter=quarter.label)
        key = f"no_transform:{quarter.year}-{quarter.quarter}"
    else:
        said, key = _("No TRANSFORM yet. Which service could be the first?"), "no_transform"
    why = _("A record of radical change is what the post asks for, and it is won together with a service.")
    action = Action(_("Spot a service"), Place("collaborations", adds=Collaboration.table))
    yield Finding(KEY, profile.id, key, said, why, action)


def _last(slots: Iterable[_Slot]) -> _Slot | None:
    return max(slots, default=None)


RULE = Rule(KEY, _("RUN, CHANGE and TRANSFORM"), Profile, findings)
