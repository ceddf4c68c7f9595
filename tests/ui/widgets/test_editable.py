"""Words that are edited where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from leaderplan.ui.dress import dress
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.editor import Editor

STORY = "I brought the four teams into one room.\n\nWe struck out eleven of sixteen steps, and I argued for the record."
HOSTILE = "R&D <b>bold</b> <img src=x> Ŵŷ Ελληνικά Кириллица 中文 🎉 " + "x" * 300


@pytest.fixture
def row(qtbot, dressed: QApplication, request: pytest.FixtureRequest) -> EditableText:
    """A row of a story, shown beside another thing that can have the keyboard."""
    frame = QWidget()
    qtbot.addWidget(frame)
    made = EditableText(STORY, name="Action", label="Action", hint="What did you do?")
    column = QVBoxLayout(frame)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch()
    frame.resize(700, 400)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    request.node.frame = frame  # which owns it
    return made


def told(row: EditableText) -> list[str]:
    """What it tells from now on."""
    heard: list[str] = []
    row.edited.connect(heard.append)
    return heard


def editor_of(row: EditableText) -> Editor:
    """Its editor, which is open."""
    editor = row.focusProxy()
    assert isinstance(editor, Editor)
    return editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_opens_it_with_the_cursor_at_the_end(row: EditableText, key: Qt.Key) -> None:
    row.setFocus()
    QTest.keyClick(row, key)
    assert row.editing
    assert editor_of(row).textCursor().atEnd()


def test_a_click_opens_it_where_it_was_clicked(row: EditableText, qtbot) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(100, 12))
    assert row.editing
    assert editor_of(row).textCursor().position() < 5


@pytest.mark.parametrize("role", ["body", "heading", "title", "small"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_words_lie_at_the_same_place_before_and_while_it_is_edited(qtbot, dressed, role, scale: float) -> None:
    dress(dressed, "light", scale)
    row = EditableText(STORY, role, name="Action", label="Action")
    qtbot.addWidget(row)
    row.resize(800, row.heightForWidth(800))
    row.show()
    before = ink(row)
    row.begin()
    editor_of(row).setCursorWidth(0)
    # Soft edges of letters take a little of the ground, which is another one while editing; one pixel off is 60 %.
    assert len(before) > 500
    assert len(ink(row) ^ before) < 0.15 * len(before)


def ink(row: EditableText) -> set[int]:
    """Where the words leave ink, the ring and the pencil aside."""
    left = row._left()
    image = row.grab(QRect(left, 4, row.width() - left - 40, row.height() - 8)).toImage()
    greys = bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return {place for place, grey in enumerate(greys) if grey < 90}


def test_it_grows_with_what_is_typed(row: EditableText, qtbot) -> None:
    row.begin()
    high = row.height()
    for _line in range(3):
        QTest.keyClick(editor_of(row), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.height() == high + 3 * 21)


def test_it_tells_after_a_pause_and_only_once(row: EditableText, qtbot) -> None:
    heard = told(row)
    row.begin()
    QTest.keyClicks(editor_of(row), " Yes")
    assert heard == []
    qtbot.waitUntil(lambda: heard == [STORY + " Yes"], timeout=2000)
    row.end()
    assert heard == [STORY + " Yes"]


def test_leaving_tells_and_shows_the_words_again(row: EditableText) -> None:
    heard = told(row)
    row.begin()
    QTest.keyClicks(editor_of(row), " Yes")
    QTest.keyClick(editor_of(row), Qt.Key.Key_Tab)
    assert heard == [STORY + " Yes"]
    assert not row.editing
    assert row.text() == STORY + " Yes"


def test_tab_leads_on_from_words_that_are_edited_and_back(row: EditableText, qtbot) -> None:
    top, before, after = QWidget(), QPushButton("before"), QPushButton("after")
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    for part in (before, row, after, QPushButton("last")):
        column.addWidget(part)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    for key, reached in ((Qt.Key.Key_Tab, after), (Qt.Key.Key_Backtab, before)):
        row.begin()
        QTest.keyClick(editor_of(row), key)
        assert reached.hasFocus()


def test_esc_ends_the_editing_and_keeps_what_was_typed(row: EditableText) -> None:
    heard = told(row)
    row.begin()
    QTest.keyClicks(editor_of(row), " Yes")
    QTest.keyClick(editor_of(row), Qt.Key.Key_Escape)
    assert heard == [STORY + " Yes"]
    assert row.hasFocus()
    assert not row.editing


def test_nothing_typed_is_nothing_told(row: EditableText) -> None:
    heard = told(row)
    row.begin()
    row.end()
    assert heard == []


def test_another_s_edit_comes_in_as_the_smallest_change(row: EditableText) -> None:
    heard = told(row)
    row.begin()
    editor = editor_of(row)
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    row.set_text(STORY.replace("eleven", "twelve"))
    assert editor.toPlainText() == STORY.replace("eleven", "twelve")
    assert editor.textCursor().position() == 2
    row.end()
    assert heard == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_becomes_any_other(old: str, new: str) -> None:
    usual = old.replace("\r", "").translate(dict.fromkeys(range(32)) | {0x2028: None, 0x2029: None, 0xA0: None})
    other = new.replace("\r", "").translate(dict.fromkeys(range(32)) | {0x2028: None, 0x2029: None, 0xA0: None})
    editor = Editor("body")
    editor.setPlainText(usual)
    editor.take(other)
    assert editor.toPlainText() == other


def test_markup_stays_words(row: EditableText) -> None:
    row.set_text(HOSTILE)
    row.begin()
    assert editor_of(row).toPlainText() == HOSTILE
    row.end()
    assert row.text() == HOSTILE
    assert HOSTILE in row.accessibleName()


def test_pasted_markup_comes_in_as_plain_words(row: EditableText) -> None:
    row.set_text("")
    row.begin()
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    pasted.setText("plain\r\nwords")
    editor_of(row).insertFromMimeData(pasted)
    assert row.text() == "plain\nwords"


def test_one_line_stays_one_line(qtbot, dressed: QApplication) -> None:
    title = EditableText("Claims", "heading", name="Title", one_line=True)
    qtbot.addWidget(title)
    title.show()
    heard = told(title)
    title.begin()
    pasted = QMimeData()
    pasted.setText("\ndecided\n in four days")
    editor_of(title).insertFromMimeData(pasted)
    QTest.keyClick(editor_of(title), Qt.Key.Key_Return)
    assert not title.editing
    assert heard == ["Claimsdecided in four days"]


def test_a_problem_is_said_below_the_words_and_to_a_screen_reader(row: EditableText) -> None:
    high = row.heightForWidth(600)
    row.show_problem("This is too long.")
    assert row.heightForWidth(600) > high
    assert row.accessibleDescription() == "This is too long."
    row.show_problem("")
    assert row.heightForWidth(600) == high


def test_an_empty_one_asks_for_its_words(row: EditableText) -> None:
    row.set_text("")
    assert row.accessibleName() == "Action: What did you do?"
