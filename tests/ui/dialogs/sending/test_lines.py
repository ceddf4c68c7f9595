from __future__ import annotations

from leaderplan.ui.dialogs.sending.lines import Line, Sort, in_view

CHAPTER = Line(Sort.CHAPTER, "Achievements", "2 records", key="a")
STORY = Line(Sort.PIECE, "Claims", "Achievement", record="story", within=("a",))
FIELD = Line(Sort.FIELD, "Nine of ten", "Result", record="story", within=("a",))
FOLD = Line(Sort.FOLD, "Texts", key="t", within=("a",), closed=True)
INSIDE = Line(Sort.FIELD, "Knows ten", "Text", record="words", within=("a", "t"))
OTHER = Line(Sort.CHAPTER, "People", "1 record", key="p")
LINES = (CHAPTER, STORY, FIELD, FOLD, INSIDE, OTHER)


def test_what_begins_closed_is_not_in_view_until_it_is_turned() -> None:
    assert list(in_view(LINES, set())) == [CHAPTER, STORY, FIELD, FOLD, OTHER]
    assert list(in_view(LINES, {"t"})) == list(LINES)


def test_a_closed_chapter_takes_everything_in_it_along() -> None:
    assert list(in_view(LINES, {"a", "t"})) == [CHAPTER, OTHER]


def test_what_is_sought_stands_under_its_chapter_and_its_record_whether_folded_or_not() -> None:
    assert list(in_view(LINES, {"a"}, "TEN")) == [CHAPTER, STORY, FIELD, INSIDE]
    assert list(in_view(LINES, set(), "result ten")) == [CHAPTER, STORY, FIELD]
    assert list(in_view(LINES, set(), "nobody")) == []
    assert list(in_view(LINES, set(), "  ")) == list(in_view(LINES, set()))


def test_a_line_is_said_with_its_label() -> None:
    assert CHAPTER.said == "Achievements, 2 records"
    assert FIELD.said == "Result: Nine of ten"
