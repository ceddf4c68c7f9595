from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.store.retention import kept
from leaderplan.store.snapshot import Reason, name_for

NOW = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)
MOMENTS = st.integers(-3 * 24 * 60, 6 * 365 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))
MADE = st.tuples(MOMENTS, st.sampled_from([*[Reason.REGULAR] * 6, *Reason]))
MANY = st.lists(MADE, max_size=120, unique_by=lambda each: each[0])


def dated(made):
    """Snapshots with the names that their files would have."""
    return [(name_for(at, reason), at, reason) for at, reason in made]


def every(step: timedelta, count: int):
    """So many regular snapshots up to now, the newest first."""
    return dated((NOW - step * place, Reason.REGULAR) for place in range(count))


@given(made=MANY)
def test_the_newest_ten_always_stay(made):
    ordered = sorted(dated(made), key=lambda each: each[1])
    assert {name for name, _at, _reason in ordered[-10:]} <= kept(ordered, NOW)


def test_of_many_that_nothing_else_keeps_the_newest_ten_stay():
    day = NOW - timedelta(days=1000)
    made = dated((day - timedelta(minutes=place), Reason.REGULAR) for place in range(12))
    assert kept(made, NOW) == {name for name, _at, _reason in made[:10]}


@given(made=MANY, later=st.integers(0, 2_000), new=MANY)
def test_thinning_in_between_makes_no_difference(made, later, new):
    then = NOW + timedelta(days=later)
    old = dated(made)
    since = [each for each in dated((at + timedelta(days=later), reason) for at, reason in new) if each[1] > NOW]
    stayed = [each for each in old if each[0] in kept(old, NOW)]
    assert kept(stayed + since, then) == kept(old + since, then)


@given(made=MANY, hours=st.integers(-12, 14))
def test_time_zones_do_not_matter(made, hours):
    there = timezone(timedelta(hours=hours))
    abroad = [(name, at.astimezone(there), reason) for name, at, reason in dated(made)]
    assert kept(abroad, NOW.astimezone(there)) == kept(dated(made), NOW)


@given(made=MANY)
def test_the_last_of_a_period_never_goes(made):
    snapshots = dated(made)
    stay = kept(snapshots, NOW)
    moments = {name: at for name, at, _reason in snapshots}
    for name, at in moments.items():
        same_year = {other for other, when in moments.items() if when.year == at.year}
        same_week = {other for other, when in moments.items() if when.isocalendar()[:2] == at.isocalendar()[:2]}
        same_month = {other for other, when in moments.items() if (when.year, when.month) == (at.year, at.month)}
        same_day = {other for other, when in moments.items() if when.date() == at.date()}
        assert stay & same_year
        assert stay & same_month or at < NOW - timedelta(days=23 * 30)
        assert stay & same_week or at < NOW - timedelta(weeks=25)
        assert stay & same_day or at < NOW - timedelta(days=29)
        assert name in stay or at < NOW - timedelta(hours=48)


def test_ten_minute_snapshots_of_three_years_thin_to_a_hundred_odd_and_the_last_two_days():
    everything = every(timedelta(minutes=10), 3 * 365 * 144)
    stay = kept(everything, NOW)
    last_days = {name for name, at, _reason in everything if NOW - at <= timedelta(hours=48)}
    assert last_days <= stay
    assert len(last_days) == 289
    assert 60 <= len(stay - last_days) <= 80


def test_thinning_daily_leaves_what_thinning_once_leaves():
    everything = every(timedelta(hours=3), 3 * 365 * 8)[::-1]
    lying: list = []
    for day in range(3 * 365):
        lying += everything[day * 8 : day * 8 + 8]
        stay = kept(lying, lying[-1][1])
        lying = [each for each in lying if each[0] in stay]
    assert {name for name, _at, _reason in lying} == kept(everything, everything[-1][1])


@pytest.mark.parametrize(("reason", "stays"), [(Reason.UPGRADE, True), (Reason.IMPORT, True), (Reason.CLOSE, False)])
def test_what_was_made_before_an_upgrade_or_an_import_stays_for_ever(reason, stays):
    old = (name_for(NOW.replace(2019, 5, 5), reason), NOW.replace(2019, 5, 5), reason)
    others = [(f"later-{n}", NOW.replace(2019, 6, n + 1), Reason.REGULAR) for n in range(20)]
    assert (old[0] in kept([old, *others], NOW)) is stays


def test_what_lies_in_the_future_stays():
    ahead = dated((NOW + timedelta(minutes=n), Reason.REGULAR) for n in range(60))
    assert kept(ahead, NOW) == {name for name, _at, _reason in ahead}
