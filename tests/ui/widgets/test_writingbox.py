"""A box for a few sentences: plain text, as high as it needs, with an undo of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.ui.widgets.writingbox import WritingBox


@pytest.fixture
def box(dressed, qtbot) -> Iterator[WritingBox]:
    """In a column, as it stands in the window."""
    top = QWidget()
    qtbot.addWidget(top)
    made = WritingBox("Your comment", "What do you want to say?", "Before. ", most=40)
    column = QVBoxLayout(top)
    column.addWidget(made)
    column.addStretch()
    top.resize(300, 600)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    made.setFocus()
    yield made
    top.close()


def test_it_is_called_by_its_name_and_goes_on_where_it_ended(box: WritingBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    QTest.keyClicks(box.field, "After")
    assert box.field.accessibleName() == "Your comment"
    assert (box.text(), told[-1], len(told)) == ("Before. After", "Before. After", 5)


def test_it_is_cut_at_its_longest(box: WritingBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    QTest.keyClicks(box.field, "x" * 60)
    box.field.insertPlainText("🙂" * 60)
    assert box.text() == box.field.toPlainText() == told[-1]  # nothing is shown that is not kept
    assert len(box.text()) == 40


def test_it_grows_with_its_words(box: WritingBox, qtbot) -> None:
    low = box.height()
    box.field.setPlainText("One\nTwo\nThree\nFour\nFive")
    qtbot.waitUntil(lambda: box.height() > low)
    assert box.field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_what_is_pasted_is_plain(box: WritingBox) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    box.field.insertFromMimeData(data)
    assert box.text() == "Before. <b>bold</b>"


def test_its_undo_is_its_own(box: WritingBox) -> None:
    QTest.keyClicks(box.field, "After")
    QTest.keyClick(box.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "Before. "


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_a_key_says_that_enough_was_written(box: WritingBox, qtbot, key, modifier) -> None:
    with qtbot.waitSignal(box.done):
        QTest.keyClick(box.field, key, modifier)


def test_a_text_that_is_shown_is_told_to_nobody(box: WritingBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    box.set_text("Another")
    assert (box.text(), told) == ("Another", [])
