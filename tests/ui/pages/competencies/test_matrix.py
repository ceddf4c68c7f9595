from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from leaderplan.domain.edits import remove
from leaderplan.ui.place import Place
from tests.ui.pages.competencies.conftest import competency
from tests.ui.pages.competencies.handling import (
    CITIZEN,
    VISION,
    at,
    click,
    entry,
    own_today,
    point_at,
    stands,
)


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
