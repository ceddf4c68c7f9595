"""What everybody relies on who has a small screen, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from leaderplan.domain.records import Achievement, CommentKind, Fate, Round
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import dress
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.laidtext import LaidText
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.pages.reviews.conftest import OpenPage, bin_, change, idle, row_saying, window_of
from tests.ui.pages.reviews.mentoring import Mentor
from tests.ui.reach import LONG, assert_whole, by_tab

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)


def focused(page: Reviews) -> QWidget | None:
    """What has the keyboard in the window."""
    return page.window().focusWidget()


def press(page: Reviews, *keys: Qt.Key) -> None:
    """Press keys, each where the keyboard is then."""
    for key in keys:
        target = focused(page)
        assert target is not None
        QTest.keyClick(target, key)


def said_by(page: Reviews) -> str:
    """The comment on whose row the keyboard is."""
    rows = page.side.round.rows
    row = rows.made[rows.current]
    assert row.holds_focus()
    return row.value.said.comment.text or row.value.said.comment.proposed


def test_every_control_has_a_name(page: Reviews, desk: Desk, qtbot) -> None:
    bin_(desk, "parking")
    idle(desk, qtbot)
    row_saying(page, "Who is").right.buttons[Act.ANSWER].click()
    found = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS)]
    assert len(found) > 30
    assert not [each for each in found if not each.accessibleName() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_a_button_says_of_which_comment_it_is(page: Reviews) -> None:
    row = row_saying(page, "impatient")
    button = row.right.buttons[Act.DONE]
    assert button.accessibleDescription() == "Nadia Khan says in three words: plain, impatient, kind"
    assert row.accessibleName() == button.accessibleDescription()
    assert row.accessibleDescription() == "The plan as a whole"


def test_keys_lead_from_comment_to_comment_and_enter_presses_the_first_button(page: Reviews, desk: Desk) -> None:
    rows = page.side.round.rows
    rows.enter(rows.keys[0])
    assert said_by(page).startswith("It reads")
    press(page, Qt.Key.Key_Down)
    assert said_by(page) == "plain, impatient, kind"
    press(page, Qt.Key.Key_J)
    assert said_by(page).startswith("I have seen nobody")
    assert window_of(page)._ring.around is focused(page), "one sees where the keyboard is"
    press(page, Qt.Key.Key_K, Qt.Key.Key_Up)
    assert said_by(page).startswith("It reads")
    press(page, Qt.Key.Key_Return)
    assert desk.plan.find(rows.keys[0]).fate is Fate.DONE  # type: ignore[union-attr]
    assert said_by(page) == "plain, impatient, kind", "the next that is to do has the keyboard"


def test_a_whole_round_is_worked_through_by_keys_alone(page: Reviews, desk: Desk) -> None:
    rows = page.side.round.rows
    rows.enter(rows.keys[0])
    for _comment in range(3):
        press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Tab)  # from "Mark done" to "Answer"
    assert isinstance(focused(page), Button) and focused(page).text() == "Answer"  # type: ignore[union-attr]
    press(page, Qt.Key.Key_Return)
    target = focused(page)
    assert target is not None
    QTest.keyClicks(target, "jk we all did")
    QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = row_saying(page, "Who is")
    assert [each.text for each in row.value.said.answers] == ["jk we all did"]
    assert row.holds_focus()
    for _comment in range(4):
        press(page, Qt.Key.Key_Return)
    story = desk.plan.get(Achievement, "claims")
    assert story is not None and story.result.startswith("Nine of ten families")
    [round] = desk.plan.all(Round)
    assert page.listing.model.row_words(round.id).words[0] == "all 7 dealt with"


def test_undo_leaves_the_keyboard_where_it_is(page: Reviews, desk: Desk) -> None:
    row = row_saying(page, "impatient")
    row.right.buttons[Act.DONE].click()
    page.side.round.rows.enter(row.value.said.comment.id)
    again = row_saying(page, "impatient")
    again.right.buttons[Act.REOPEN].setFocus()
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Act.DONE in row_saying(page, "impatient").right.buttons
    assert row_saying(page, "impatient").holds_focus()


def test_working_off_what_is_to_do_leads_to_closing_the_round(page: Reviews) -> None:
    page.side.round.head.switch.segments[1].click()
    rows = page.side.round.rows
    rows.enter(rows.keys[0])
    for left in range(7, 0, -1):
        assert len(rows.keys) == left
        press(page, Qt.Key.Key_Return)
    assert focused(page) is page.side.round.head.close_round
    assert page.side.round.head.nothing.text() == "All of it is dealt with."


def test_tab_goes_from_the_head_through_the_comments_to_the_unplaced(page: Reviews, desk: Desk, qtbot) -> None:
    bin_(desk, "parking")
    idle(desk, qtbot)
    first, second = (page.side.round.rows.row(key) for key in page.side.round.rows.keys[:2])
    page.side.round.rows.verticalScrollBar().setValue(0)
    assert first is not None and second is not None
    reached = by_tab(page, page.listing.view)
    head = page.side.round.head
    parts = [head.switch.segments[0], head.close_round, head.look, first.right.buttons[Act.DONE],
             first.right.buttons[Act.ANSWER], second.right.buttons[Act.DONE], page.side.tray.rows[0].place]  # fmt: skip
    places = [reached.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(("theme", "scale", "size"), [
    ("light", 1.0, (1280, 800)), ("dark", 1.0, (900, 600)),
    ("light", 2.0, (1280, 800)), ("high-contrast", 2.0, (900, 600)),
])  # fmt: skip
def test_no_label_is_clipped(desk, dressed, nadia: Mentor, open_page: OpenPage, qtbot, theme, scale, size) -> None:
    dress(dressed, theme, scale)
    nadia.name = LONG[:120]
    nadia.says(CommentKind.COMMENT, "claims", text=LONG)
    nadia.comes()
    change(desk, "claims", action="Another text.", title=LONG[:200])
    bin_(desk, "parking")
    page = open_page(*size)
    page.show_record(nadia.round)
    idle(desk, qtbot)
    rows = page.side.round.rows
    for key in rows.keys:
        row = rows.row(key)
        assert row is not None
        assert_whole(page)
        for text in row.findChildren(QWidget):
            if isinstance(text, LaidText | Paragraph) and text.isVisible():
                assert text.height() >= text.heightForWidth(text.width()), text.accessibleName()
                assert text.mapTo(row, text.rect().bottomRight()).x() <= row.width()
        for button in row.right.buttons.values():
            assert button.height() >= button.fontMetrics().height()
            assert button.mapTo(row, button.rect().bottomRight()).x() <= row.width(), button.text()


def test_with_little_room_a_comment_stands_below_what_it_is_about(nadia: Mentor, open_page: OpenPage) -> None:
    nadia.comes()
    page = open_page(640, 600)
    page.show_record(nadia.round)
    row = row_saying(page, "Nine of ten families")
    assert row.right.y() > row.left.y() + row.left.height() - 1
    page.window().resize(1280, 800)
    row = row_saying(page, "Nine of ten families")
    assert row.right.x() > row.left.x() + row.left.width() - 1


def test_scrollers_of_text_can_be_scrolled_by_keys(page: Reviews) -> None:
    page.side.round.head.look.click()
    assert isinstance(page.side.sent.text, QAbstractScrollArea)
    assert page.side.sent.text.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_pictures_can_be_taken_of_it(page: Reviews, tmp_path: Path) -> None:
    assert page.window().grab().save(str(tmp_path / "page.png"))


class Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_nothing_of_a_row_is_ever_a_window_of_its_own(page: Reviews, desk: Desk, qtbot, dressed) -> None:
    noted = Shown()
    dressed.installEventFilter(noted)
    row_saying(page, "Who is").right.buttons[Act.DECLINE].click()
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    bin_(desk, "parking")
    idle(desk, qtbot)
    page.side.tray.rows[0].decline.click()
    dressed.removeEventFilter(noted)
    assert not noted.windows


def test_what_is_written_in_is_wholly_in_view(nadia: Mentor, open_page: OpenPage, qtbot) -> None:
    nadia.comes()
    page = open_page(1280, 700)
    rows = page.side.round.rows
    row = row_saying(page, "Who is")
    rows.verticalScrollBar().setValue(row.y() - rows.viewport().height() + row.height())
    row.right.buttons[Act.DECLINE].click()
    for _turn in range(5):
        QApplication.processEvents()
    writer = row.right.writer
    assert writer is not None
    foot = writer.cancel.mapTo(rows.viewport(), writer.cancel.rect().bottomLeft()).y()
    assert 0 < foot <= rows.viewport().height()
