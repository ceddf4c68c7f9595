"""Texts of which parts look different, a field that grows, and words that lead to a place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.check import Check
from leaderplan.ui.widgets.markedtext import Mark, MarkedText
from leaderplan.ui.widgets.placelink import PlaceLink
from leaderplan.ui.widgets.prosefield import ProseField

PARTS = (
    (Mark.PLAIN, "I brought the teams together and "),
    (Mark.MEANT, "struck out 🙂 eleven"),
    (Mark.QUIET, " steps."),
)


def picture(widget: QWidget, wide: int = 300) -> QImage:
    """What it looks like."""
    widget.resize(wide, widget.heightForWidth(wide))
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    """Every colour in a picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def text(dressed, qtbot) -> MarkedText:
    made = MarkedText(PARTS)
    qtbot.addWidget(made)
    return made


def test_it_says_all_of_its_words(text) -> None:
    assert text.text() == "I brought the teams together and struck out 🙂 eleven steps."
    assert text.accessibleName() == text.text()


def test_the_words_that_are_meant_have_a_ground_only_while_they_are_current(text) -> None:
    ground = current_theme().selected.name()
    assert ground not in colours(picture(text))
    text.set_current(True)
    assert ground in colours(picture(text))
    text.set_current(False)
    assert ground not in colours(picture(text))


def test_marks_are_counted_as_qt_counts(text) -> None:
    [meant, quiet] = text.formats(current_theme())
    assert (meant.start, meant.length) == (33, 20), "a smiley is two units"
    assert quiet.start == 53


def test_it_is_as_high_as_its_lines(text) -> None:
    line = current_theme().type.line
    assert text.heightForWidth(2000) == line
    assert text.heightForWidth(120) >= 4 * line


@pytest.fixture
def field(dressed, qtbot) -> ProseField:
    made = ProseField("Your answer", "Goes back")
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    return made


def test_a_field_for_prose_grows_with_what_is_typed(field) -> None:
    low = field.sizeHint().height()
    field.set_text("One line after another.\n" * 5)
    QApplication.processEvents()
    assert field.sizeHint().height() > low
    field.set_text("x\n" * 200)
    QApplication.processEvents()
    assert field.sizeHint().height() <= 9 * current_theme().type.line


def test_keys_store_it_and_give_it_up(field) -> None:
    told: list[str] = []
    field.stored.connect(lambda: told.append("stored"))
    field.given_up.connect(lambda: told.append("given up"))
    QTest.keyClicks(field.editor, "two")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    QTest.keyClicks(field.editor, "lines")
    QTest.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert field.text() == "two\nlines"
    assert told == ["stored", "given up"]


def test_a_place_that_leads_nowhere_cannot_be_pressed(dressed, qtbot) -> None:
    for leads in (True, False):
        link = PlaceLink("Claims decided in four days · Result", "transform", leads=leads)
        qtbot.addWidget(link)
        assert link.isEnabled() is leads
        picture_ = link.grab().toImage()
        assert current_theme().transform.name() in colours(picture_)


def test_a_box_with_many_words_has_the_room_for_them(dressed, qtbot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    check = Check("Say who carried the risk, and what would have happened if it had gone wrong")
    QVBoxLayout(column).addWidget(check)
    column.resize(200, 300)
    column.show()
    QApplication.processEvents()
    assert check.height() >= check.heightForWidth(check.width()) > current_theme().type.line + 4
