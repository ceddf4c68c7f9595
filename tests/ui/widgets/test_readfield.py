"""Fields whose words are read as a value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leaderplan.ui.widgets.readfield import ReadField
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.finding import the


def type_in(field: ReadField[int], text: str) -> None:
    line = the(QLineEdit, field)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.fixture
def field(qtbot, dressed) -> ReadField[int]:
    """A field for whole numbers as Python reads and writes them."""
    made = ReadField(QLineEdit(), "Count", "Write digits.", int, str)
    qtbot.addWidget(made)
    made.set_value(3)
    made.show()
    return made


def test_what_cannot_be_read_stays_and_each_text_of_it_is_told(field: ReadField[int]) -> None:
    drafts: list[str] = []
    values: list[int] = []
    field.drafted.connect(drafts.append)
    field.edited.connect(values.append)
    type_in(field, "few")
    assert (field.text(), field.wrong, field.value) == ("few", True, 3)
    type_in(field, "many")
    assert drafts == ["few", "many"]
    type_in(field, "12")
    assert (values, field.wrong, field.value) == ([12], False, 12)


def test_the_sentence_goes_with_the_next_letter(field: ReadField[int]) -> None:
    type_in(field, "few")
    sentence = the(Paragraph, field)
    assert sentence.isVisible() and sentence.text() == "Write digits."
    QTest.keyClicks(the(QLineEdit, field), "1")
    assert not sentence.isVisible() and not field.wrong


def test_a_draft_is_shown_as_wrong(field: ReadField[int]) -> None:
    field.set_draft("some")
    assert (field.text(), field.wrong, field.value) == ("some", True, 3)
