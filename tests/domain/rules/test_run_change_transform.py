from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Mode
from leaderplan.domain.rules.finding import Finding
from leaderplan.domain.rules.run_change_transform import Quarter, Year, findings, shares, years
from tests.domain.rules.stories import ME, TODAY, plan
from tests.domain.strategies import partial_dates


def done(*days: tuple[str, Mode]) -> Plan:
    return plan(
        *(
            Achievement(id=str(n), title="T", mode=mode, ended=PartialDate.parse(on))
            for n, (on, mode) in enumerate(days)
        )
    )


def heard(now: Plan, today: date = TODAY) -> list[Finding]:
    return list(findings(now, ME, today))


def test_the_last_quarters_stand_oldest_first_with_the_present_one() -> None:
    slots = [(each.year, each.quarter) for each in shares(plan(), TODAY)]
    assert slots == [(2024, 4), (2025, 1), (2025, 2), (2025, 3), (2025, 4), (2026, 1)]
    assert len(shares(plan(), TODAY, quarters=2)) == 2


def test_an_empty_quarter_is_nothing_of_each() -> None:
    assert set(shares(plan(), TODAY)) >= {Quarter(2026, 1, 0, 0, 0)}


def test_a_month_counts_in_its_quarter_and_a_day_in_its_own() -> None:
    now = done(("2026-03", Mode.RUN), ("2026-01-01", Mode.TRANSFORM), ("2025-12-31", Mode.CHANGE))
    assert shares(now, TODAY, 2) == (Quarter(2025, 4, 0, 100, 0), Quarter(2026, 1, 50, 0, 50))


def test_thirds_add_up_to_a_hundred_and_the_later_mode_takes_the_point() -> None:
    now = done(("2026-01", Mode.RUN), ("2026-01", Mode.CHANGE), ("2026-01", Mode.TRANSFORM))
    assert shares(now, TODAY, 1) == (Quarter(2026, 1, 33, 33, 34),)


def test_a_year_alone_is_spread_over_its_quarters() -> None:
    now = done(("2025", Mode.RUN), ("2025-11", Mode.TRANSFORM))
    assert [(each.run, each.transform) for each in shares(now, TODAY, 5)] == [
        (100, 0), (100, 0), (100, 0), (20, 80), (0, 0),
    ]  # fmt: skip


def test_the_present_year_alone_is_spread_over_what_has_begun() -> None:
    assert shares(done(("2026", Mode.RUN), ("2026-02", Mode.CHANGE)), TODAY, 1) == (Quarter(2026, 1, 50, 50, 0),)


def test_what_is_to_come_has_only_begun_or_has_no_mode_is_not_counted() -> None:
    later = done(("2026-04-01", Mode.RUN), ("2027", Mode.RUN))
    begun = Achievement(id="x", title="T", mode=Mode.RUN, started=PartialDate(2026, 1))
    unsorted = Achievement(id="y", title="T", ended=PartialDate(2026, 1))
    now = Plan.of((*later, begun, unsorted))
    assert shares(now, TODAY, 1) == (Quarter(2026, 1, 0, 0, 0),)
    assert years(now, TODAY) == ()


def test_years_begin_with_the_first_achievement_and_are_few() -> None:
    now = done(("2024", Mode.RUN), ("2026-01", Mode.TRANSFORM), ("2026-02", Mode.TRANSFORM), ("2026-02", Mode.RUN))
    assert years(now, TODAY) == (Year(2024, 100, 0, 0), Year(2025, 0, 0, 0), Year(2026, 33, 0, 67))
    assert [each.year for each in years(now, TODAY, most=2)] == [2025, 2026]
    assert years(plan(), TODAY) == ()


@given(st.lists(st.tuples(partial_dates(), st.sampled_from(Mode)), max_size=8))
def test_the_shares_of_a_period_are_whole_and_add_up_to_a_hundred_or_nothing(days: list) -> None:
    now = done(*((str(on), mode) for on, mode in days))
    today = date(2030, 6, 1)
    periods: list[Quarter | Year] = [*shares(now, today, 20), *years(now, today)]
    for period in periods:
        parts = (period.run, period.change, period.transform)
        assert all(part >= 0 for part in parts)
        assert sum(parts) in (0, 100)


def test_more_run_than_meant_in_the_quarter_that_is_over_is_said() -> None:
    now = done(("2025-11", Mode.RUN), ("2025-12", Mode.RUN), ("2025-12", Mode.TRANSFORM))
    [finding] = heard(now)
    assert ENGLISH.say(finding.message) == "67% of your last quarter was RUN; you were aiming for 40%."
    assert "Q4 2025" in ENGLISH.say(finding.why)
    assert finding.record == "me"


def test_as_much_run_as_meant_or_no_aim_at_all_is_not_worth_a_word() -> None:
    now = done(("2025-11", Mode.RUN), ("2025-12", Mode.TRANSFORM))
    assert not list(findings(now, replace(ME, target_share=(45, 30, 25)), TODAY))
    assert not list(findings(now, replace(ME, target_share=()), TODAY))


def test_a_long_time_without_transform_is_said_with_the_quarter() -> None:
    now = done(("2025-05", Mode.TRANSFORM), ("2025-08", Mode.CHANGE), ("2026-02", Mode.CHANGE))
    [finding] = heard(now)
    assert ENGLISH.say(finding.message) == "No TRANSFORM since Q2 2025. Which service could be next?"
    assert (finding.action.place.page, finding.action.place.adds) == ("collaborations", "collaboration")
    assert not heard(now, date(2025, 12, 31))


def test_a_record_without_any_transform_is_said_once_there_is_a_record() -> None:
    few = [("2025-05", Mode.CHANGE), ("2025-08", Mode.CHANGE)]
    assert not heard(done(*few))
    [finding] = heard(done(*few, ("2026-02", Mode.CHANGE)))
    assert ENGLISH.say(finding.message) == "No TRANSFORM yet. Which service could be the first?"
