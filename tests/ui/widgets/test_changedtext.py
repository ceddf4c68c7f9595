from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from leaderplan.domain.worddiff import Piece, PieceKind, changed_words
from leaderplan.ui.dress import current_theme, dress
from leaderplan.ui.widgets.changedtext import ChangedText

SAME, OUT, IN = PieceKind.SAME, PieceKind.OUT, PieceKind.IN


def colours(text: ChangedText) -> set[str]:
    """The colours of all its pixels."""
    image = text.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def text_of(*pieces: tuple[PieceKind, str]) -> ChangedText:
    return ChangedText([Piece(*piece) for piece in pieces], "Title")


@pytest.mark.parametrize(("kind", "marked"), [(OUT, "bad"), (IN, "transform_soft"), (SAME, "")])
def test_each_mark_has_its_colour_and_what_stayed_has_none(dressed: QApplication, kind: PieceKind, marked: str) -> None:
    text = text_of((kind, "eleven steps"))
    text.resize(200, text.heightForWidth(200))
    seen = colours(text)
    for token in ("bad", "transform_soft"):
        assert (current_theme().colour(token).name() in seen) is (token == marked)


def test_a_break_that_came_is_seen_and_one_that_went_breaks_no_line(dressed: QApplication) -> None:
    line = current_theme().type.line
    assert text_of((SAME, "one"), (IN, "\n"), (SAME, "two")).text() == "one↵\ntwo"
    assert text_of((SAME, "one"), (IN, "\n"), (SAME, "two")).heightForWidth(300) == 2 * line
    assert text_of((SAME, "one"), (OUT, "\n"), (SAME, "two")).heightForWidth(300) == line
    assert text_of((SAME, "one\ntwo")).heightForWidth(300) == 2 * line


def test_a_word_and_the_one_that_took_its_place_do_not_touch(dressed: QApplication) -> None:
    assert text_of((OUT, "ten"), (IN, "four")).text() == "ten\N{THIN SPACE}four"
    assert text_of((OUT, "ten "), (IN, "four ")).text() == "ten four "


def test_marks_stand_where_they_belong_after_signs_outside_the_basic_plane(dressed: QApplication) -> None:
    text = text_of((SAME, "\N{GRINNING FACE}" * 5), (IN, "new"))
    text.resize(400, text.heightForWidth(400))
    image = text.grab().toImage()
    soft = current_theme().transform_soft.name()
    marked = [x for x in range(image.width()) if image.pixelColor(x, image.height() // 2).name() == soft]
    assert marked and min(marked) > 30


def test_it_grows_with_its_words_and_with_the_size_of_letters(dressed: QApplication) -> None:
    text = ChangedText(changed_words("word " * 50, "word " * 60), "Title")
    narrow, wide = text.heightForWidth(150), text.heightForWidth(600)
    assert narrow > 2 * wide
    dress(dressed, "light", 2.0)
    assert ChangedText(changed_words("word " * 50, "word " * 60), "Title").heightForWidth(600) > 2 * wide
