from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.ui.widgets.titleline import TitleLine


@pytest.fixture
def line(dressed, qtbot):
    top = QWidget()
    qtbot.addWidget(top)
    made = TitleLine()
    QVBoxLayout(top).addWidget(made)
    top.resize(400, 80)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    made.setText("Home care visits")
    made.let_rename("Title")
    made.top = top  # or it goes with the fixture
    made.told = []
    made.renamed.connect(made.told.append)
    return made


def test_a_click_makes_it_a_field_with_all_selected_and_enter_tells(line) -> None:
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.field.selectedText() == "Home care visits"
    assert line.field.accessibleName() == "Title"
    QTest.keyClicks(line.field, "Visits")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.told == ["Visits"]
    assert line.field is None and line.text() == "Visits"


def test_esc_ends_it_and_keeps_what_was_typed_like_any_field(line) -> None:
    line.begin()
    QTest.keyClicks(line.field, "Other")
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.told == ["Other"]


def test_an_empty_title_changes_nothing(line) -> None:
    line.begin()
    QTest.keyClick(line.field, Qt.Key.Key_Delete)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.told == []
    assert line.text() == "Home care visits"


def test_it_is_stored_once_when_it_is_settled_and_left(line) -> None:
    line.begin()
    QTest.keyClicks(line.field, "Other")
    line.settle()
    line.settle()
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.told == ["Other"]


def test_the_title_of_a_page_cannot_be_typed_over(line) -> None:
    line.let_rename("")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    line.begin()
    assert line.field is None
    assert line.focusPolicy() == Qt.FocusPolicy.NoFocus
