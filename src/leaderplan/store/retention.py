"""Which backups stay, from their moments alone.

Thinning in between makes no difference: what stays of what stayed then, with what came since, is what stays of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from leaderplan.store.snapshot import Reason

Dated = tuple[str, datetime, Reason]
"""A snapshot as (name, moment, reason)."""

ALL_OF: Final = timedelta(hours=48)
DAYS, WEEKS, MONTHS = 30, 26, 24
NEWEST: Final = 10
"""So many are kept however old they are."""
LANDMARKS: Final = frozenset({Reason.UPGRADE, Reason.IMPORT})
"""Made before something that a person may want to go behind years later."""


def kept(snapshots: Sequence[Dated], at: datetime) -> set[str]:
    """The names of those that stay at the moment ``at``; days, ISO weeks, months and years are those of UTC.

    All of the last 48 hours and of the future stay, then the newest of each of 30 days, 26 weeks, 24 months and of
    every year, the newest ten in any case, and those of :data:`LANDMARKS`.
    """
    ordered = sorted(snapshots, key=newness)
    stay = {name for name, _made, _reason in ordered[-NEWEST:]}
    stay |= {name for name, made, reason in ordered if reason in LANDMARKS or at - made <= ALL_OF}
    today = at.astimezone(UTC).date()
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS), (_year, None)):
        stay |= _newest_of_each(ordered, period, today, most)
    return stay


def newness(snapshot: Dated) -> tuple[datetime, int, str]:
    """What to order snapshots by; of several within a second the one with a number is newer, so the longer name."""
    name, made, _reason = snapshot
    return made, len(name), name


def _newest_of_each(ordered: Iterable[Dated], period: Callable[[date], int], today: date, most: int | None) -> set[str]:
    newest = {period(made.astimezone(UTC).date()): name for name, made, _reason in ordered}
    return {name for number, name in newest.items() if most is None or period(today) - number < most}


def _day(day: date) -> int:
    return day.toordinal()


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7  # day 1 of the calendar was a Monday


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _year(day: date) -> int:
    return day.year
