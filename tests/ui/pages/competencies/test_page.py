from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from shiboken6 import isValid

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Claim,
    Competency,
    Expectation,
    Framework,
    Level,
    Person,
    Profile,
    Tier,
)
from leaderplan.domain.rules.standing import standing_in
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress
from leaderplan.ui.pages.competencies import Competencies, frameworks
from leaderplan.ui.pages.competencies.cells import MatrixCells
from leaderplan.ui.pages.competencies.parts import MentorRow, StoryRow
from leaderplan.ui.place import Place
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from tests.ui.pages.competencies.conftest import TODAY, competency, level

W = TypeVar("W", bound=QWidget)
VISION = "A vision on a postcard"
CITIZEN = "The citizen’s side"


def at(page: Competencies, title: str, rank: int) -> QPoint:
    """The own place of a cell, as a point of the viewport."""
    model = page.board.model
    row = model.row_of(competency(page.desk, title).id)
    index = model.index(row, rank)
    page.table.scrollTo(index)
    rect = page.table.visualRect(index)
    shown, cells = model.row_at(row), page.table.itemDelegate()
    assert shown is not None and isinstance(cells, MatrixCells)
    places = cells.places(shown.cells[rank - 1], rect.width())
    return QPoint(round(rect.left() + places.own), rect.center().y())


def click(page: Competencies, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(page.table.viewport(), button, Qt.KeyboardModifier.NoModifier, point)


def own_today(desk: Desk, title: str) -> list[int | None]:
    """The ranks of the person's own ratings of today."""
    what = competency(desk, title)
    return [
        desk.plan.table(Level)[each.level or ""].rank
        for each in desk.plan.referring(Assessment, "competency", what)
        if each.by is None and each.on == PartialDate.of(TODAY)
    ]


def stands(desk: Desk, title: str):
    return standing_in(desk.plan, competency(desk, title), TODAY)


def named(page: QWidget, kind: type[W], name: str) -> W:
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name and each.isVisible())


def rows_in(part: QWidget) -> list[StoryRow]:
    """The stories that a part of the panel shows."""
    return [row for row in part.findChildren(StoryRow) if row.isVisible()]


def point_at(page: Competencies, point: QPoint) -> None:
    """Put the pointer on a point of the viewport."""
    QTest.mouseMove(page.windowHandle(), page.table.viewport().mapTo(page, point))


def entry(menu: QMenu, words: str):
    return next(action for action in menu.actions() if action.text() == words)


def test_a_click_rates_another_moves_it_the_same_takes_it_away_and_undo_brings_it_back(page, filled) -> None:
    was = stands(filled, VISION).self_rating
    click(page, at(page, VISION, 4))
    assert own_today(filled, VISION) == [4]
    click(page, at(page, VISION, 2))
    assert own_today(filled, VISION) == [2]
    click(page, at(page, VISION, 2))
    assert own_today(filled, VISION) == []
    assert stands(filled, VISION).self_rating == was
    filled.undo()
    assert own_today(filled, VISION) == [2]
    filled.undo()
    filled.undo()
    assert own_today(filled, VISION) == []


def test_a_click_beside_the_own_place_only_shows_the_level(page, filled) -> None:
    point = at(page, VISION, 5) + QPoint(40, 0)
    click(page, point)
    assert own_today(filled, VISION) == []
    assert page.table.cell.level.rank == 5
    assert "across organisations" in page.panel.level._name.text()


def test_arrows_move_and_space_and_enter_rate(page, filled) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, 1)
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert own_today(filled, VISION) == [2]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert own_today(filled, CITIZEN) == [2]


def test_arrows_pass_over_the_words_of_groups(page, filled) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, "Choosing what to stop").id, 3)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.competency == competency(filled, "Rethinking whole services").id
    assert page.table.cell.level.rank == 3


def test_e_sets_and_unsets_what_is_expected(page, filled) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, 5)
    QTest.keyClick(page.table, Qt.Key.Key_E)
    assert stands(filled, VISION).expected == 5
    QTest.keyClick(page.table, Qt.Key.Key_E)
    assert stands(filled, VISION).expected is None
    filled.undo()
    filled.undo()
    assert stands(filled, VISION).expected == 4


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


def test_the_menu_of_a_cell_does_the_same_and_is_named(page, filled, qtbot) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, 2)
    QTest.keyClick(page.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = page.table.findChild(QMenu)
    assert menu.accessibleName() == VISION
    entry(menu, "Rate myself here").trigger()
    entry(menu, "Expected here").trigger()
    assert own_today(filled, VISION) == [2]
    assert stands(filled, VISION).expected == 2
    menu.close()


def test_a_dot_opens_its_achievement(page, filled) -> None:
    asked: list[Place] = []
    filled.signals.asked.connect(asked.append)
    row = next(r for r in page.board.model.rows if any(len(c.claims) == 1 for c in r.cells))
    cell = next(c for c in row.cells if len(c.claims) == 1)
    point = at(page, row.competency.title, cell.level.rank)
    rect = page.table.visualRect(page.table.indexAt(point))
    dot = page.table.itemDelegate().places(cell, rect.width()).dots[0]
    click(page, QPoint(round(rect.left() + dot), point.y()))
    assert asked == [Place("achievements", cell.claims[0].achievement)]
    assert own_today(filled, row.competency.title) == []


def test_the_own_place_is_offered_under_the_pointer(page, filled, qtbot) -> None:
    point = at(page, VISION, 1)
    delegate = page.table.itemDelegate()
    point_at(page, point)
    qtbot.waitUntil(lambda: delegate.on_own)
    assert delegate.hovered == page.table.indexAt(point)
    point_at(page, point + QPoint(40, 0))
    qtbot.waitUntil(lambda: not delegate.on_own)


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


def test_the_model_keeps_its_promises_while_the_plan_changes(page, filled) -> None:
    QAbstractItemModelTester(page.board.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets, changed = [], []
    page.board.model.modelReset.connect(lambda: resets.append(1))
    page.board.model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    click(page, at(page, VISION, 5))
    row = page.board.model.row_of(competency(filled, VISION).id)
    assert set(changed) == {(row, row)}
    assert not resets
    filled.commit(remove(filled.plan, competency(filled, CITIZEN)), None)
    assert resets
    assert competency(filled, VISION).id == page.table.competency
    filled.undo()
    assert page.board.model.row_of(competency(filled, CITIZEN).id) > 0


def test_search_shows_what_holds_the_words_and_says_when_nothing_does(page, filled) -> None:
    page.search("risk managers")
    assert [row.competency.title for row in page.board.model.rows] == ["Sharing risk with service managers"]
    page.search("xyzzy")
    assert not page.board.model.rows
    assert page.board._nothing.isVisible()
    assert not page.panel.isVisible()
    page.search("")
    assert len(page.board.model.rows) == 12
    assert page.panel.isVisible()


def test_a_record_that_is_asked_for_is_shown_even_where_the_search_hides_it(page, filled) -> None:
    page.search("risk")
    page.show_record(competency(filled, VISION).id)
    assert page.table.competency == competency(filled, VISION).id
    assert page.place == Place("competencies", competency(filled, VISION).id)


def test_rate_goes_to_the_first_that_is_not_rated(begun, show) -> None:
    page = show(begun)
    assert page.board._begin.isVisible()
    page.primary.slot()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert own_today(begun, VISION) == [1]
    assert not page.board._begin.isVisible()
    page.primary.slot()
    assert page.table.competency == competency(begun, CITIZEN).id
    assert page.table.hasFocus()


def test_the_target_role_is_typed_and_stands_in_the_header(page, filled, qtbot) -> None:
    panel = page.change_role()
    editor = panel.form.editor("target_role").focusProxy()
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    QTest.keyClicks(editor, "Chief")
    panel.accept()
    assert filled.plan.all(Profile)[0].target_role == "Chief"
    assert page.header_buttons()[0].text() == "For: Chief"


def test_one_level_is_expected_of_all_from_the_header(page, filled) -> None:
    menu = page.header_buttons()[0].menu()
    menu.aboutToShow.emit()
    entry(menu, "Leader of change").trigger()
    assert {each.level for each in filled.plan.all(Expectation)} == {level(filled, 3).id}
    assert len(filled.plan.all(Expectation)) == 12
    filled.undo()
    assert stands(filled, VISION).expected == 4


def test_another_framework_comes_in_and_is_shown_and_the_first_one_stays(page, filled) -> None:
    ours = filled.plan.all(Framework)[0]
    menu = page.header_buttons()[1].menu()
    menu.aboutToShow.emit()
    entry(menu, "Add UK Success Profiles behaviours").trigger()
    model = page.board.model
    assert (len(model.rows), model.columnCount(), model.groups()) == (9, 7, [])
    page.table.setFocus()
    page.table.go(model.rows[0].competency.id, 6)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert model.rows[0].cells[5].own
    menu.aboutToShow.emit()
    entry(menu, ours.title).trigger()
    assert (len(model.rows), model.columnCount()) == (12, 6)
    menu.aboutToShow.emit()
    entry(menu, "Remove UK Success Profiles behaviours").trigger()
    assert filled.plan.all(Framework) == (ours,)
    for _step in range(4):
        filled.undo()
    assert filled.plan.all(Framework) == (ours,)
    assert page.table.competency


def test_a_plan_without_a_framework_is_offered_those_that_come_with_leaderplan(begun, show) -> None:
    begun.commit(remove(begun.plan, *begun.plan.all(Framework)), None)
    page = show(begun)
    assert page.beginning.isVisible()
    assert not page.primary.enabled
    buttons = [each for each in page.beginning.findChildren(Button) if each.text() == "Use it"]
    assert len(buttons) == len(frameworks.shipped()) == 2
    buttons[0].click()
    assert page.table.isVisible()
    assert page.primary.enabled
    begun.undo()
    assert page.beginning.isVisible()


def test_enter_on_a_title_goes_into_the_panel_and_esc_leads_back(page, filled) -> None:
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.level.rate.hasFocus()
    QTest.keyClick(page.panel.level.rate, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_in_little_room_a_competency_fills_the_page_and_leads_back(filled, show) -> None:
    page = show(filled, 844, 500)
    assert page.table.isVisible()
    assert not page.panel.isVisible()
    page.table.setFocus()
    page.table.go(competency(filled, VISION).id, None)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.table.isVisible()
    assert page.heading().back == "Competencies"
    assert page.heading().title == VISION
    page.step(1)
    assert page.heading().title == CITIZEN
    page.panel.level.rate.click()
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert not page.heading().back


def test_every_control_is_named_and_the_cells_say_what_they_show(page, filled, qtbot) -> None:
    page.table.go(competency(filled, VISION).id, 3)
    qtbot.waitUntil(page.panel.might.isVisible)
    nameless = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and not each.accessibleName()]
    assert not nameless
    for widget in (page.table, page.panel):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    model = page.board.model
    said = model.index(model.row_of(competency(filled, VISION).id), 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"{VISION}, Leader of change: your rating, Karl Weiss says so, Nadia Khan says so, ")


def test_words_that_look_like_mark_up_are_shown_as_they_are(page, filled) -> None:
    filled.commit(alter(filled.plan, competency(filled, VISION), title="<b>R&D</b> & <img src=x>"), None)
    what = competency(filled, "<b>R&D</b> & <img src=x>")
    page.table.go(what.id, 3)
    assert page.panel._title.text() == what.title
    assert page.board.model.index(page.board.model.row_of(what.id), 0).data() == what.title


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize(("width", "scale"), [(1072, 1.0), (844, 1.0), (1072, 2.0)])
def test_nothing_is_cut_off_in_any_theme_at_any_size(
    qapp, filled, show, qtbot, theme: str, width: int, scale: float
) -> None:
    dress(qapp, theme, scale)
    page = show(filled, width)
    _nothing_is_clipped(page, qtbot)
    page.show_record(competency(filled, VISION).id)
    _nothing_is_clipped(page, qtbot)
    assert not page.grab().isNull()


def _there(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible()


def _nothing_is_clipped(page: Competencies, qtbot) -> None:
    labels = [each for each in page.findChildren(PlainLabel) if each.isVisible()]
    assert all(each.height() >= each.fontMetrics().height() for each in labels)
    assert all(each.width() >= each.minimumSizeHint().width() for each in labels)
    words = [each for each in page.findChildren(Paragraph) if each.isVisible()]
    qtbot.waitUntil(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in words if _there(each)))
    buttons = [each for each in page.panel.findChildren(Button) if each.isVisible()]
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
    table = page.table
    if table.isVisible():
        heights = [table.rowHeight(row) - table.sizeHintForRow(row) for row in range(table.model().rowCount())]
        assert min(heights) >= 0


def test_a_rating_is_stored_in_a_plan_of_ten_thousand_records(begun, show, qtbot) -> None:
    single = [each for each in begun.plan.all(Competency) if each.parent]
    stories = [Achievement(id=f"s{n}", title=f"Story {n} of a vision") for n in range(5_000)]
    claims = [
        Claim(id=f"c{n}", achievement=f"s{n}", competency=single[n % 12].id, level=level(begun, 1 + n % 5).id)
        for n in range(5_000)
    ]
    begun.commit(add(*stories, *claims), None)
    page = show(begun)
    qtbot.waitUntil(lambda: page.panel.might._shown is not None and not begun.tasks.running)
    assert len(page.panel.might._shown) == 4
    click(page, at(page, VISION, 4))
    assert own_today(begun, VISION) == [4]
