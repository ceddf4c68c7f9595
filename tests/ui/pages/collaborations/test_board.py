from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import Achievement, Collaboration, Person, Risk, Service, Side, Stage, Telling
from leaderplan.ui.models.board import CARD
from leaderplan.ui.pages.collaborations.column import MIME
from tests.ui.finding import focused

SPOTTED, TALKED, INTERESTED, AGREED, DELIVERING, DELIVERED = range(6)


def ids(page, column):
    return page.board.board.columns[column].ids()


def card(page, column, row=0):
    return page.board.board.columns[column].index(row).data(CARD)


def put_keyboard_on(page, id):
    page.board.focus_card(id)
    return QApplication.focusWidget()


def carry(page, column, id, *, drop=True):
    """Drag a card over a column, and let it go there."""
    cards = page.board.columns[column].cards
    data = QMimeData()
    data.setData(MIME, id.encode())
    move = Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(cards.viewport(), QDragEnterEvent(QPoint(20, 20), move, data, buttons, keys))
    QApplication.sendEvent(cards.viewport(), QDragMoveEvent(QPoint(20, 20), move, data, buttons, keys))
    if drop:
        QApplication.sendEvent(cards.viewport(), QDropEvent(QPointF(20, 20), move, data, buttons, keys))


def test_a_card_says_what_it_is_about_and_what_is_worth_knowing(page) -> None:
    words = card(page, INTERESTED)
    assert (words.title, words.service, words.lead, words.ambition_word) == (
        "Home care visits", "Home care", "Dev Rao", "rethink",
    )  # fmt: skip
    assert card(page, DELIVERING).note == "21 → 4 days"
    assert card(page, SPOTTED).lead == "no lead yet"


def test_what_was_delivered_is_marked_until_somebody_was_told(filled, page) -> None:
    claims = filled.plan.table(Collaboration)["c-claims"]
    filled.commit(alter(filled.plan, claims, stage=Stage.DELIVERED), None)
    assert card(page, DELIVERED).note == "delivered, nobody told yet"
    filled.commit(add(Achievement(id="a", title="Four days", collaboration="c-claims")), None)
    filled.commit(add(Telling(id="t", achievement="a", audience="Board", on=PartialDate(2026, 3, 1))), None)
    assert card(page, DELIVERED).note == "told 1 time"
    filled.commit(alter(filled.plan, filled.plan.table(Collaboration)["c-claims"], stage=Stage.TOLD), None)
    assert ids(page, DELIVERED) == ["c-claims"]


def test_ctrl_and_an_arrow_moves_a_card_and_the_keyboard_goes_with_it(filled, page, qtbot) -> None:
    cards = put_keyboard_on(page, "c-parking")
    QTest.keyClick(cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert filled.plan.table(Collaboration)["c-parking"].stage is Stage.TALKED
    qtbot.waitUntil(page.board.columns[TALKED].cards.hasFocus)
    filled.undo()
    assert filled.plan.table(Collaboration)["c-parking"].stage is Stage.SPOTTED
    assert ids(page, SPOTTED) == ["c-parking"]


def test_esc_puts_a_card_back_that_was_carried_by_keys(filled, page, qtbot) -> None:
    QTest.keyClick(put_keyboard_on(page, "c-parking"), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.board.columns[TALKED].cards.hasFocus)
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.board.columns[INTERESTED].cards.hasFocus)
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Escape)
    assert filled.plan.table(Collaboration)["c-parking"].stage is Stage.SPOTTED


def test_a_column_that_refuses_says_why_and_nothing_moves(filled, page) -> None:
    QTest.keyClick(put_keyboard_on(page, "c-care"), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    landing = page.board.columns[AGREED].landing
    assert landing.isVisible()
    assert landing.words == "Home care still lacks a risk that the service owns."
    assert filled.plan.table(Collaboration)["c-care"].stage is Stage.INTERESTED
    QTest.keyClick(landing.reason, Qt.Key.Key_Escape)
    assert not landing.isVisible()
    assert ids(page, AGREED) == []


def test_agreed_yields_to_a_reason_which_is_kept_in_the_same_step(filled, page) -> None:
    QTest.keyClick(put_keyboard_on(page, "c-care"), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    reason = page.board.columns[AGREED].landing.reason
    assert reason.hasFocus()
    QTest.keyClicks(reason, "Dev signs on Monday")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    care = filled.plan.table(Collaboration)["c-care"]
    assert (care.stage, care.agreed_without) == (Stage.AGREED, "Dev signs on Monday")
    assert ids(page, AGREED) == ["c-care"]
    filled.undo()
    care = filled.plan.table(Collaboration)["c-care"]
    assert (care.stage, care.agreed_without) == (Stage.INTERESTED, "")


def test_once_the_service_owns_a_risk_the_card_may_be_agreed(filled, page) -> None:
    filled.commit(add(Risk(id="r2", collaboration="c-care", title="Staff tire", side=Side.SERVICE)), None)
    carry(page, AGREED, "c-care")
    assert filled.plan.table(Collaboration)["c-care"].stage is Stage.AGREED
    assert card(page, AGREED).note == "each side owns a risk"


def test_a_dragged_card_shows_where_it_may_land_and_where_not(filled, page) -> None:
    carry(page, AGREED, "c-care", drop=False)
    assert "still lacks" in page.board.columns[AGREED].landing.words
    assert not page.board.columns[AGREED].landing.reason.isVisible()
    carry(page, TALKED, "c-care")
    assert not page.board.columns[TALKED].landing.isVisible()
    assert filled.plan.table(Collaboration)["c-care"].stage is Stage.TALKED


def test_a_refused_drop_moves_nothing_and_asks_for_the_reason(filled, page) -> None:
    carry(page, DELIVERING, "c-care")
    landing = page.board.columns[DELIVERING].landing
    assert landing.isVisible() and landing.reason.isVisible()
    assert filled.plan.table(Collaboration)["c-care"].stage is Stage.INTERESTED


def test_arrows_walk_from_column_to_column_and_enter_opens_the_canvas(page) -> None:
    cards = put_keyboard_on(page, "c-parking")
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert page.board.columns[INTERESTED].cards.hasFocus()
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Return)
    assert page.record.id == "c-care"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.record is None
    assert page.board.columns[INTERESTED].cards.hasFocus()


def test_a_click_opens_a_card(page, qtbot) -> None:
    cards = page.board.columns[SPOTTED].cards
    qtbot.waitUntil(lambda: cards.visualRect(cards.model().index(0, 0)).height() > 40)
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.visualRect(cards.model().index(0, 0)).center()
    )
    assert page.record.id == "c-parking"


def test_the_search_and_the_service_leave_only_what_is_meant(page) -> None:
    page.search("ann claims")
    assert [ids(page, n) for n in range(6)] == [[], [], [], [], ["c-claims"], []]
    page.search("")
    [services] = page.header_buttons()
    next(action for action in services.menu().actions() if action.text() == "Home care").trigger()
    assert [ids(page, n) for n in range(6)] == [[], [], ["c-care"], [], [], []]


def test_new_stores_a_card_at_once_and_lets_its_title_be_typed(filled, page, qtbot) -> None:
    page.window().navigator.press_primary()
    made = page.record
    assert (made.title, made.stage) == ("New collaboration", Stage.SPOTTED)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    field = focused(QLineEdit)
    assert field.selectedText() == "New collaboration"
    QTest.keyClicks(field, "Births told once")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert filled.plan.table(Collaboration)[made.id].title == "Births told once"
    filled.undo()
    filled.undo()
    assert made.id not in filled.plan.table(Collaboration)
    assert page.record is None


def test_an_empty_page_takes_the_first_line(desk, open_page) -> None:
    page = open_page()
    field = next(f for f in page.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "Parking appeals without a form")
    QTest.keyClick(field, Qt.Key.Key_Return)
    [made] = desk.plan.all(Collaboration)
    assert made.title == "Parking appeals without a form"
    assert page.record == made


@pytest.mark.parametrize(("width", "shown"), [(1280, 6), (900, 4), (640, 3)])
def test_a_narrow_board_scrolls_by_whole_columns(filled, open_page, width, shown) -> None:
    page = open_page(width)
    board = page.board
    pitch = board.columns[0].width()
    assert pitch >= 170 and (board.width() - 48) // pitch == shown
    bar = board.horizontalScrollBar()
    assert bar.maximum() == (6 - shown) * pitch
    bar.setValue(pitch + pitch // 3)
    assert bar.value() == min(pitch, bar.maximum())


def test_what_another_process_changes_comes_to_the_board_card_by_card(filled, page) -> None:
    resets = []
    for column in page.board.board.columns:
        column.modelReset.connect(lambda: resets.append(1))
    filled.commit(alter(filled.plan, filled.plan.table(Person)["dev"], name="Devika Rao"), None)
    filled.commit(alter(filled.plan, filled.plan.table(Service)["care"], name="Care at home"), None)
    assert (card(page, INTERESTED).lead, card(page, INTERESTED).service) == ("Devika Rao", "Care at home")
    filled.commit(remove(filled.plan, filled.plan.table(Collaboration)["c-care"]), None)
    assert ids(page, INTERESTED) == []
    filled.undo()
    assert ids(page, INTERESTED) == ["c-care"]
    assert resets == []
