from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Assessment, Competency, Expectation, Framework, Level, Person, Profile
from leaderplan.domain.rules.standing import standing
from leaderplan.ui.pages.competencies import rating
from leaderplan.ui.pages.competencies.matrix import initials, row_of, short_names, touched

TODAY = date(2026, 3, 12)
FRAMEWORK = Framework(id="f", title="Framework")
LEVELS = tuple(Level(id=f"l{rank}", framework="f", rank=rank, title=f"Level {rank}") for rank in (1, 2, 3))
ONE, TWO = (Competency(id=id, framework="f", title=id) for id in ("one", "two"))
PLAN = Plan.of([Profile(id="me", framework="f"), FRAMEWORK, *LEVELS, ONE, TWO])


@given(st.lists(st.integers(0, 2), max_size=12))
def test_a_day_holds_one_own_rating_and_the_same_level_again_takes_it_away(clicks: list[int]) -> None:
    plan, stands = PLAN, None
    for click in clicks:
        plan = plan.after(rating.rated(plan, ONE, LEVELS[click], TODAY))
        stands = None if stands == click else click
        given_today = plan.all(Assessment)
        assert [each.level for each in given_today] == ([] if stands is None else [LEVELS[stands].id])
        assert all(each.on == PartialDate.of(TODAY) and each.by is None for each in given_today)


def test_an_older_rating_stays_beside_todays() -> None:
    older = Assessment(id="old", competency="one", level="l1", on=PartialDate(2025))
    plan = PLAN.after(rating.rated(Plan.of([*PLAN, older]), ONE, LEVELS[0], TODAY))
    assert len(plan.all(Assessment)) == 1
    plan = Plan.of([*PLAN, older])
    plan = plan.after(rating.rated(plan, ONE, LEVELS[0], TODAY))
    assert len(plan.all(Assessment)) == 2
    plan = plan.after(rating.rated(plan, ONE, LEVELS[0], TODAY))
    assert plan.all(Assessment) == (older,)


def test_a_mentors_rating_of_today_is_not_the_own_one() -> None:
    theirs = Assessment(id="a", competency="one", level="l1", on=PartialDate.of(TODAY), by="p")
    plan = Plan.of([*PLAN, Person(id="p", name="Nadia"), theirs])
    plan = plan.after(rating.rated(plan, ONE, LEVELS[0], TODAY))
    assert len(plan.all(Assessment)) == 2


@given(st.lists(st.integers(0, 2), max_size=8))
def test_at_most_one_level_is_expected(clicks: list[int]) -> None:
    plan, stands = PLAN, None
    for click in clicks:
        plan = plan.after(rating.expected(plan, ONE, LEVELS[click]))
        stands = None if stands == click else click
        assert [each.level for each in plan.all(Expectation)] == ([] if stands is None else [LEVELS[stands].id])


def test_several_expectations_of_one_competency_become_one() -> None:
    several = [Expectation(id=f"e{n}", competency="one", level=f"l{n}") for n in (1, 2)]
    plan = Plan.of([*PLAN, *several])
    plan = plan.after(rating.expected(plan, ONE, LEVELS[2]))
    assert [each.level for each in plan.all(Expectation)] == ["l3"]


def test_one_level_is_expected_everywhere_in_one_step_that_can_be_taken_back() -> None:
    plan = Plan.of([*PLAN, Expectation(id="e", competency="one", level="l1")])
    edit = rating.expected_everywhere(plan, (ONE, TWO), LEVELS[2])
    then = plan.after(edit)
    assert sorted((e.competency, e.level) for e in then.all(Expectation)) == [("one", "l3"), ("two", "l3")]
    assert then.after(edit.inverse()) == plan
    assert not rating.expected_everywhere(then, (ONE, TWO), LEVELS[2])


def test_a_row_says_what_the_standing_says() -> None:
    mentor = Person(id="p", name="Nadia Khan")
    plan = Plan.of([
        *PLAN, mentor,
        Expectation(id="e", competency="one", level="l3"),
        Assessment(id="a", competency="one", level="l2", on=PartialDate(2025)),
        Assessment(id="b", competency="one", level="l3", on=PartialDate(2025), by="p"),
    ])  # fmt: skip
    first, _second = standing(plan, TODAY)
    low, middle, high = row_of(first, LEVELS).cells
    assert (low.expected, low.own, low.mentors) == (False, False, ())
    assert (middle.expected, middle.own) == (False, True)
    assert (high.expected, high.own, high.mentors) == (True, False, (mentor,))


def test_an_edit_touches_only_the_competencies_that_it_is_about() -> None:
    edit = rating.rated(PLAN, ONE, LEVELS[0], TODAY)
    assert touched(edit) == {"one"}


def test_mentors_who_share_an_initial_are_told_apart() -> None:
    nadia, karl = Person(id="1", name="Nadia Khan"), Person(id="2", name="Karl Weiss")
    other = replace(nadia, id="3", name="Nadia Ott")
    assert initials([nadia, karl]) == {"1": "N", "2": "K"}
    assert initials([nadia, karl, other]) == {"1": "NK", "2": "K", "3": "NO"}
    assert short_names([nadia, karl]) == {"1": "Nadia", "2": "Karl"}
    assert short_names([nadia, other]) == {"1": "Nadia Khan", "3": "Nadia Ott"}
