from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Claim,
    Level,
    Person,
    Tier,
)
from leaderplan.ui.pages.competencies.parts import MentorRow, StoryRow
from leaderplan.ui.place import Place
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.button import Button
from tests.ui.pages.competencies.conftest import competency, level
from tests.ui.pages.competencies.handling import (
    VISION,
    entry,
    named,
    own_today,
    rows_in,
    stands,
)


def test_the_side_panel_rates_expects_and_steps_through_the_levels(page, filled) -> None:
    page.table.go(competency(filled, VISION).id, 3)
    page.panel.level._up.click()
    page.panel.level._up.click()
    page.panel.level.rate.click()
    page.panel.level.expect.click()
    assert own_today(filled, VISION) == [5]
    assert stands(filled, VISION).expected == 5
    assert page.panel.level.rate.isChecked()
    assert not page.panel.level._up.isEnabled()
    filled.undo()
    assert not page.panel.level.expect.isChecked()


def test_the_panel_says_in_words_where_one_stands(page, filled) -> None:
    page.table.go(competency(filled, "Sharing risk with service managers").id, 3)
    said = page.panel.sentence.text()
    assert said.startswith("Expected at Leader of change. You say Digital leader; Karl says Digital leader and ")
    assert "Nadia says Leader of change." in said
    assert "Your record shows Leader of change." in said


def test_what_is_claimed_and_might_be_stands_in_the_panel_and_one_click_claims(page, filled, qtbot) -> None:
    what = competency(filled, VISION)
    page.table.go(what.id, 3)
    qtbot.waitUntil(page.panel.might.isVisible)
    notices: list[Notice] = []
    filled.signals.noticed.connect(notices.append)
    offered = page.panel.might._shown[0]
    button = named(page.panel.might, Button, f"Claim {offered.achievement.title}")
    claims = len(filled.plan.all(Claim))
    menu = page.panel.might.offer(offered.achievement.id, button.mapToGlobal(QPoint(0, 0)))
    entry(menu, "Leader of change").trigger()
    menu.close()
    made = next(c for c in filled.plan.referring(Claim, "achievement", offered.achievement) if c.competency == what.id)
    assert filled.plan.table(Level)[made.level].rank == 3
    assert notices[0].undo
    assert VISION in str(notices[0].message)
    qtbot.waitUntil(lambda: offered.achievement.title in [row.text() for row in rows_in(page.panel.shown)])
    qtbot.waitUntil(lambda: offered.achievement.id not in [c.achievement.id for c in page.panel.might._shown])
    filled.undo()
    assert len(filled.plan.all(Claim)) == claims
    qtbot.waitUntil(lambda: offered.achievement.id in [c.achievement.id for c in page.panel.might._shown])


def test_a_story_in_the_panel_opens_its_achievement(page, filled) -> None:
    asked: list[Place] = []
    filled.signals.asked.connect(asked.append)
    page.table.go(competency(filled, VISION).id, 3)
    row = page.panel.shown.findChild(StoryRow)
    row.click()
    assert filled.plan.get(Achievement, asked[0].record).title == row.text()


def test_a_new_mentors_rating_is_stored_once_it_has_a_name_as_one_step(page, filled) -> None:
    what = competency(filled, VISION)
    page.table.go(what.id, 5)
    panel = page.panel.mentors.add()
    before = len(filled.plan.all(Assessment))
    QTest.keyClicks(panel.who, "Zoe Adams")
    QTest.keyClick(panel.who, Qt.Key.Key_Return)
    zoe = next(person for person in filled.plan.all(Person) if person.name == "Zoe Adams")
    assert zoe.tier is Tier.MENTOR
    panel.level.chosen.emit(level(filled, 4).id)
    panel.day.edited.emit(PartialDate(2026, 2))
    panel.accept()
    rating = next(a for a in filled.plan.all(Assessment) if a.by == zoe.id)
    assert (rating.competency, rating.level, rating.on) == (what.id, level(filled, 4).id, PartialDate(2026, 2))
    assert any(row.text() == "Zoe Adams" for row in page.panel.mentors.findChildren(MentorRow))
    filled.undo()
    assert len(filled.plan.all(Assessment)) == before
    assert zoe.id not in filled.plan.table(Person)


def test_a_mentors_rating_is_changed_and_taken_out(page, filled) -> None:
    page.table.go(competency(filled, VISION).id, 3)
    first = stands(filled, VISION).mentors[0]
    panel = page.panel.mentors.change(first)
    panel.level.chosen.emit(level(filled, 1).id)
    panel.accept()
    assert stands(filled, VISION).mentors[0].rank == 1
    panel = page.panel.mentors.change(stands(filled, VISION).mentors[0])
    named(panel, Button, "Move to the bin").click()
    left = [rating.mentor.id for rating in stands(filled, VISION).mentors if rating.on == first.on]
    assert first.mentor.id not in left


def test_closing_the_panel_of_a_new_rating_stores_nothing(page, filled) -> None:
    plan = filled.plan
    page.panel.mentors.add().accept()
    assert filled.plan == plan


def test_what_the_rules_say_is_shown_and_dismissed(page, filled, qtbot) -> None:
    page.table.go(competency(filled, "Telling it in plain words").id, 4)
    qtbot.waitUntil(page.panel.advice.isVisible)
    count = len(page.panel.advice._shown)
    named(page.panel.advice, Button, "Not for this one").click()
    qtbot.waitUntil(lambda: len(page.panel.advice._shown) == count - 1)
    filled.undo()
    qtbot.waitUntil(lambda: len(page.panel.advice._shown) == count)


def test_enter_on_a_title_goes_into_the_panel_and_esc_leads_back(page, filled) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.level.rate.hasFocus()
    QTest.keyClick(page.panel.level.rate, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
