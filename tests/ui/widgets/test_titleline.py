from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from leaderplan.ui.widgets.titleline import TitleLine


@pytest.fixture
def around(dressed, qtbot) -> QWidget:
    """The widget in which the title stands."""
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(400, 80)
    return top


@pytest.fixture
def line(around, qtbot) -> TitleLine:
    made = TitleLine()
    QVBoxLayout(around).addWidget(made)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    made.setText("Home care visits")
    made.let_rename("Title")
    return made


@pytest.fixture
def told(line) -> list[str]:
    """The titles it told."""
    titles: list[str] = []
    line.renamed.connect(titles.append)
    return titles


def test_a_click_makes_it_a_field_with_all_selected_and_enter_tells(line, told) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.field.selectedText() == "Home care visits"
    assert line.field.accessibleName() == "Title"
    QTest.keyClicks(line.field, "Visits")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert told == ["Visits"]
    assert line.field is None and line.text() == "Visits"


def test_esc_ends_it_and_keeps_what_was_typed_like_any_field(line, told) -> None:
    line.begin()
    QTest.keyClicks(line.field, "Other")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert told == ["Other"]


def test_an_empty_title_changes_nothing(line, told) -> None:
    line.begin()
    QTest.keyClick(line.field, Qt.Key.Key_Delete)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert told == []
    assert line.text() == "Home care visits"


def test_it_is_stored_once_when_it_is_settled_and_left(line, told) -> None:
    line.begin()
    QTest.keyClicks(line.field, "Other")
    line.settle()
    line.settle()
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert told == ["Other"]


def test_the_title_of_a_page_cannot_be_typed_over(line) -> None:
    line.let_rename("")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    line.begin()
    assert line.field is None
    assert line.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_tab_leads_on_from_the_field(line, around, qtbot) -> None:
    parts = [QPushButton(words) for words in ("first", "next")]
    layout = around.layout()
    layout.insertWidget(0, parts[0])
    layout.addWidget(parts[1])
    qtbot.waitUntil(parts[1].isVisible)
    QWidget.setTabOrder(parts[0], line)
    QWidget.setTabOrder(line, parts[1])
    line.begin()
    QTest.keyClick(line.field, Qt.Key.Key_Tab)
    assert parts[1].hasFocus()
