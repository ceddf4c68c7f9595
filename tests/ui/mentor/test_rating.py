"""A competency is rated against what its levels look like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leaderplan.domain.records import CommentKind
from leaderplan.ui.mentor.rating import RatingPart
from leaderplan.ui.mentor.window import MentorWindow
from tests.ui.mentor.conftest import focus, keys, type_in


@pytest.fixture
def part(window: MentorWindow) -> RatingPart:
    """The levels of the competency."""
    assert window.desk is not None
    window.desk.show_record("comp-0001")
    QTest.qWait(50)
    [found] = [part for part in window.desk.document.parts if isinstance(part, RatingPart)]
    return found


def ratings(window: MentorWindow):
    assert window.sitting is not None
    return [(comment.record, comment.level, comment.text) for comment in window.sitting.book.current]


def test_each_level_says_what_it_looks_like_and_who_stands_there(part: RatingPart) -> None:
    rows = list(part.levels.rows.values())
    assert [row.accessibleName() for row in rows] == [
        "1, Awareness",
        "2, Working, their own rating",
        "3, Leading, expected",
    ]
    assert rows[0].accessibleDescription() == "Does it at awareness."


def test_one_click_rates_and_a_note_says_why(window: MentorWindow, part: RatingPart) -> None:
    QTest.mouseClick(part.levels.rows["awareness"], Qt.MouseButton.LeftButton)
    assert ratings(window) == [("comp-0001", "awareness", "")]
    part.levels.rows["awareness"].setFocus()
    keys(Qt.Key.Key_F6)
    type_in("I know of these wins only because you sent me this.")
    assert ratings(window) == [("comp-0001", "awareness", "I know of these wins only because you sent me this.")]
    QTest.mouseClick(part.levels.rows["working"], Qt.MouseButton.LeftButton)
    [(_record, level, text)] = ratings(window)
    assert (level, text[:6]) == ("working", "I know")  # the note stays, the level is another


def test_arrow_keys_choose_the_next_level(window: MentorWindow, part: RatingPart) -> None:
    part.levels.rows["awareness"].setFocus()
    keys(Qt.Key.Key_Down)
    assert focus() is part.levels.rows["working"]
    assert [level for _record, level, _text in ratings(window)] == ["working"]
    keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert [level for _record, level, _text in ratings(window)] == ["awareness"]


def test_the_level_that_was_chosen_is_pressed_again_to_choose_none(window: MentorWindow, part: RatingPart) -> None:
    row = part.levels.rows["working"]
    row.click()
    row.click()
    assert ratings(window) == []
    assert not any(each.isChecked() for each in part.levels.rows.values())
    assert window.sitting is not None and window.sitting.undo()
    assert row.isChecked()


def test_a_rating_is_no_comment_on_the_competency(window: MentorWindow, part: RatingPart) -> None:
    part.levels.rows["working"].click()
    assert window.sitting is not None
    [comment] = window.sitting.book.current
    assert (comment.kind, comment.of_table, comment.field) == (CommentKind.RATING, "competency", "")
    assert len(part.margin.cards) == 1
