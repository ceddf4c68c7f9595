from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Competency,
    Expectation,
    Framework,
    Profile,
)
from leaderplan.ui.dress import dress
from leaderplan.ui.pages.competencies import Competencies, frameworks
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from tests.ui.pages.competencies.conftest import competency, level
from tests.ui.pages.competencies.handling import (
    CITIZEN,
    VISION,
    at,
    click,
    entry,
    own_today,
    stands,
)


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
