from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Competency,
    Measure,
    Mode,
    Person,
    Reading,
    SeenBy,
    Telling,
    ToldFrom,
)
from leaderplan.domain.rules.story_check import State
from leaderplan.ui.models.achievements import AchievementModel, Wanted
from leaderplan.ui.models.grouped import GroupedModel
from leaderplan.ui.widgets.rows import RECORD, ROW

TODAY = date(2026, 3, 12)
ANN = Person(id="ann", name="Ann Price")
TOLD = {"situation": "Slow", "task": "I promised", "action": "I did", "result": "Quick", "told_from": ToldFrom.CITIZEN}


def story(id: str, ended: str = "", **fields) -> Achievement:
    return Achievement(
        id=id, title=fields.pop("title", id), ended=PartialDate.parse(ended) if ended else None, **fields
    )


@pytest.fixture
def model(qapp) -> AchievementModel:
    made = AchievementModel(ENGLISH, lambda: TODAY)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def rows(model: GroupedModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_years_stand_newest_first_and_what_has_no_date_above_them(model) -> None:
    model.show_plan(Plan.of([story("old", "2024"), story("new", "2026-02"), story("newer", "2026-03"), story("note")]))
    assert rows(model) == ["Without a date", "note", "2026", "newer", "new", "2024", "old"]


def test_a_row_says_mode_state_who_was_told_and_the_main_measure(model) -> None:
    done = story("done", "2026-02", mode=Mode.TRANSFORM, **TOLD)
    measure = Measure(id="m", of="done", name="Days", unit="days", baseline=21, seen_by=SeenBy.CITIZEN)
    reading = Reading(id="r", measure="m", on=PartialDate(2026, 2), value=4)
    model.show_plan(Plan.of([done, measure, reading]))
    words = model.index(1).data(ROW)
    assert (words.mode, words.state, words.words, words.aside) == ("transform", "shaped", ("untold",), "21 → 4 days")
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "done, TRANSFORM, shaped, untold, 21 → 4 days"


def test_a_telling_changes_the_row_of_its_achievement_alone(model, qtbot) -> None:
    plan = Plan.of([story("one", "2026", **TOLD), story("two", "2026")])
    model.show_plan(plan)
    edit = add(Telling(id="t", achievement="one", audience="Board", on=PartialDate(2026, 3)))
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.take(edit, plan.after(edit))
    assert changed.args[0].data(RECORD) == "one"
    assert model.index(model.row_of("one")).data(ROW).words == ("told once",)


def test_the_filter_finds_words_anywhere_in_the_story_and_in_the_names_of_its_people(model) -> None:
    model.show_plan(Plan.of([ANN, story("a", people=("ann",)), story("b", action="Struck out ELEVEN steps")]))
    model.filter(Wanted(text="ann PRICE"))
    assert model.ids == ["a"]
    model.filter(Wanted(text="steps eleven"))
    assert model.ids == ["b"]
    model.filter(Wanted(text="eleven price"))
    assert rows(model) == []


def test_the_filters_for_mode_state_competency_and_untold_hold_together(model) -> None:
    skill = Competency(id="skill", framework="f", title="Partnering")
    claim = Claim(id="c", achievement="told", competency="skill")
    telling = Telling(id="t", achievement="told", audience="Board", on=PartialDate(2026, 3))
    stories = [story("told", mode=Mode.RUN, **TOLD), story("untold", mode=Mode.RUN, **TOLD), story("note")]
    measures = [Measure(id=f"m-{each.id}", of=each.id, name="Days") for each in stories[:2]]
    model.show_plan(Plan.of([skill, claim, telling, *stories, *measures]))
    for wanted, ids in (
        (Wanted(mode=Mode.RUN), {"told", "untold"}),
        (Wanted(state=State.CAPTURED), {"note"}),
        (Wanted(competency="skill"), {"told"}),
        (Wanted(untold=True), {"untold"}),
        (Wanted(mode=Mode.RUN, untold=True, text="told"), {"untold"}),
        (Wanted(mode=Mode.CHANGE), set()),
    ):
        model.filter(wanted)
        assert set(model.ids) == ids, wanted


def test_a_row_that_is_being_edited_stays_though_it_is_no_longer_what_was_wanted(model) -> None:
    plan = Plan.of([story("a", mode=Mode.RUN)])
    model.show_plan(plan)
    model.filter(Wanted(mode=Mode.RUN))
    edit = alter(plan, plan.table(Achievement)["a"], mode=Mode.CHANGE)
    model.take(edit, plan.after(edit))
    assert model.ids == ["a"]
    model.filter(Wanted(mode=Mode.RUN))
    assert model.ids == []


def test_untold_wins_are_counted_while_nothing_else_is_to_be_done(model, qtbot) -> None:
    stories = [story(f"s{number}", "2026", **TOLD) for number in range(90)]
    measures = [Measure(id=f"m{number}", of=f"s{number}", name="Days") for number in range(90)]
    with qtbot.waitSignal(model.counted) as counted:
        model.show_plan(Plan.of([*stories, *measures]))
    assert counted.args == [90]


years = st.sampled_from(["", "2024", "2025", "2025-06", "2026-01-02"])
steps = st.lists(st.tuples(st.sampled_from("abcde"), st.one_of(years, st.none())), max_size=12)


@given(steps)
def test_following_edits_ends_where_beginning_anew_would(qapp, done: list[tuple[str, str | None]]) -> None:
    followed = AchievementModel(ENGLISH, lambda: TODAY)
    QAbstractItemModelTester(followed, QAbstractItemModelTester.FailureReportingMode.Warning, followed)
    plan = Plan.of([story("a", "2025"), story("b")])
    followed.show_plan(plan)
    for id, year in done:
        edit = _step(plan, id, year)
        plan = plan.after(edit)
        followed.take(edit, plan)
        fresh = AchievementModel(ENGLISH, lambda: TODAY)
        fresh.show_plan(plan)
        assert rows(followed) == rows(fresh)
        fresh.deleteLater()
    followed.deleteLater()


def _step(plan: Plan, id: str, year: str | None) -> ChangeSet:
    there = plan.get(Achievement, id)
    if year is None:
        return remove(plan, there) if there else add()
    return alter(plan, there, ended=story(id, year).ended) if there else add(story(id, year))
