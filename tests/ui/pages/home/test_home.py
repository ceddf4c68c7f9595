from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    Achievement,
    Action,
    Collaboration,
    Comment,
    CommentKind,
    Conversation,
    Measure,
    Milestone,
    Mode,
    Person,
    Profile,
    Round,
    SeenBy,
    Stage,
    ToldFrom,
)
from leaderplan.ui.pages.home import Home
from leaderplan.ui.pages.home.overview import overview
from leaderplan.ui.pages.home.wording import away, day_in_column, moment
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.row import LineRow

TODAY = date(2026, 3, 12)


@pytest.fixture
def home(desk, qtbot) -> Home:
    desk.workspace.watch(desk.signals.changed.emit)
    page = Home(desk)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    page.refresh()
    return page


def rows(page: Home) -> list[LineRow]:
    return [row for row in page.findChildren(LineRow) if row.isVisible()]


def test_an_empty_plan_asks_for_the_first_line_and_keeps_it(desk, home, qtbot) -> None:
    field = next(f for f in home.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "Cut benefit claims from 21 to 4 days last March #transform")
    field.returnPressed.emit()
    [story] = desk.plan.all(Achievement)
    assert (story.title, story.ended, story.mode) == (
        "Cut benefit claims from 21 to 4 days", PartialDate(2025, 3), Mode.TRANSFORM,
    )  # fmt: skip
    qtbot.waitUntil(lambda: not field.isVisible())
    desk.undo()
    qtbot.waitUntil(field.isVisible)


def test_what_is_next_leads_to_its_place(desk, home, qtbot) -> None:
    joint = Collaboration(id="joint", title="Claims in four days", stage=Stage.TALKED)
    later = Milestone(id="later", collaboration="joint", title="All wards", due=PartialDate(2026, 9))
    soon = Milestone(id="soon", collaboration="joint", title="Rota trial", due=PartialDate(2026, 3, 13))
    done = Milestone(
        id="done", collaboration="joint", title="Heard", due=PartialDate(2026, 3, 1), done_on=PartialDate(2026)
    )
    desk.commit(add(joint, later, soon, done), None)
    qtbot.waitUntil(lambda: len(rows(home)) == 2)
    first = rows(home)[0]
    assert first.accessibleName() == "13 Mar, Rota trial, Claims in four days, tomorrow"
    with qtbot.waitSignal(desk.signals.asked) as asked:
        first.click()
    assert asked.args == [Place("collaborations", "joint")]


def test_an_action_from_a_review_leads_to_the_comment_until_it_is_done(desk, home, qtbot) -> None:
    desk.commit(add(
        Person(id="p", name="Nadia Khan"),
        Round(id="round", title="Nadia Khan, round 1"),
        Comment(id="said", round="round", kind=CommentKind.COMMENT, text="Who paid?", author="Nadia Khan"),
        Action(id="ask", title="Ask who paid", of="said", due=PartialDate(2026, 3, 13)),
        Action(id="some-day", title="Some day", of="said"),
    ), None)  # fmt: skip
    asked: list[Place] = []
    desk.signals.asked.connect(asked.append)
    qtbot.waitUntil(lambda: bool(rows(home)))
    [row] = [row for row in rows(home) if "Ask who paid" in row.accessibleName()]
    assert "Nadia Khan said so" in row.accessibleName()
    row.click()
    assert asked == [Place("reviews", "said")]
    assert not [row for row in rows(home) if "Some day" in row.accessibleName()]
    action = desk.plan.get(Action, "ask")
    desk.commit(alter(desk.plan, action, done_on=PartialDate(2026, 3, 12)), None)
    assert not [each for each in overview(desk.plan, TODAY).ahead if each.words == "Ask who paid"]


def test_what_is_delivered_is_not_next(desk) -> None:
    joint = Collaboration(id="joint", title="C", stage=Stage.DELIVERED)
    step = Milestone(id="m", collaboration="joint", title="M", due=PartialDate(2026, 3, 13))
    plan = desk.plan.after(add(joint, step))
    assert overview(plan, TODAY).ahead == ()


def test_the_persons_own_dates_are_next_too(desk) -> None:
    me = desk.plan.all(Profile)[0]
    plan = desk.plan.after(
        alter(desk.plan, me, reaffirm_on=PartialDate(2026, 6), target_by=PartialDate(2027), target_role="Director")
    )
    assert [str(entry.words) for entry in overview(plan, TODAY).ahead] == ["Is your choice still right?", "Director"]


def test_an_untold_win_leads_to_noting_a_telling(desk, home, qtbot) -> None:
    story = Achievement(
        id="win", title="One visit", ended=PartialDate(2025, 6), situation="s", task="t", action="a", result="r",
        my_part="I asked", told_from=ToldFrom.CITIZEN,
    )  # fmt: skip
    desk.commit(add(story, Measure(id="m", of="win", name="Visits", seen_by=SeenBy.CITIZEN, baseline=2.0)), None)
    qtbot.waitUntil(lambda: any("One visit" in row.accessibleName() for row in rows(home)))
    button = next(b for b in home.findChildren(Button) if b.isVisible() and b.text() == "Note a telling")
    with qtbot.waitSignal(desk.signals.asked) as asked:
        button.click()
    assert asked.args == [Place("achievements", "win", "+telling")]


def test_whom_one_is_losing_touch_with_is_named(desk, home, qtbot) -> None:
    ruth = Person(id="ruth", name="Ruth Adeyemi", keep_in_touch_days=30)
    desk.commit(add(ruth, Conversation(id="c", person="ruth", on=PartialDate(2025, 12, 28))), None)
    qtbot.waitUntil(lambda: any("74 days, promised 30" in row.accessibleName() for row in rows(home)))


def test_steps_made_elsewhere_since_last_time_are_shown(desk, qtbot) -> None:
    desk.settings.keep("home.last_here", (datetime.now(UTC) - timedelta(days=2)).isoformat())
    desk.commit(add(Person(id="ann", name="Ann Price")), "another")
    page = Home(desk)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: any("Add Ann Price" in row.accessibleName() for row in rows(page)))
    again = Home(desk)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    assert not any("Add Ann Price" in row.accessibleName() for row in again.findChildren(LineRow))


def test_finding_in_all_is_left_to_the_palette(desk, home, qtbot) -> None:
    with qtbot.waitSignal(desk.signals.palette_wanted) as wanted:
        home.search("bus")
    assert wanted.args == ["bus"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (5, "in 5 days"), (-3, "3 days ago")],
)
def test_days_are_said_from_today(days: int, said: str) -> None:
    assert ENGLISH.say(away(TODAY + timedelta(days), TODAY)) == said


def test_days_in_a_narrow_column() -> None:
    assert day_in_column(PartialDate(2026, 3, 13), ENGLISH) == "13 Mar"
    assert day_in_column(PartialDate(2026, 9), ENGLISH) == "Sep"
    assert day_in_column(PartialDate(2027), ENGLISH) == "2027"


def test_a_moment_of_this_week_is_a_weekday() -> None:
    now = datetime.now(UTC)
    here = now.astimezone().date()
    assert ENGLISH.weekday(here) in moment(now, here, ENGLISH)
    assert ENGLISH.weekday(here) not in moment(now - timedelta(days=30), here, ENGLISH)
