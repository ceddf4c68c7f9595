"""What belongs together stays on one page: titles with their beginning, quotes, short tables, the end of a story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leaderplan.report.pdf.write import Printed
from leaderplan.report.tree import (
    Block,
    Claim,
    Claims,
    Column,
    Document,
    FigureBlock,
    Foot,
    Heading,
    Highlight,
    Highlights,
    Keep,
    MeasureRow,
    Measures,
    NewPage,
    Pair,
    Prose,
    Quote,
    Reading,
    Section,
    Side,
    Story,
    Table,
    TableRow,
    cell,
    rich,
)
from tests.report import reading

Print = Callable[..., Printed]
HEADS = ("Measure", "Before", "After", "Change", "Over time")
LINE = "A sentence that is read and that fills one line of the text column, more or less exactly"


def document(*sections: Section) -> Document:
    return Document("T", "A", "en-GB", Foot("A"), sections)


def lines(count: int, mark: str = "") -> Prose:
    """A paragraph of ``count`` lines of 14 points."""
    return Prose(rich("\n".join(f"{mark}line {number}" for number in range(count))))


def pages_of(data: bytes, *marks: str) -> list[int]:
    """The page on which each of ``marks`` is first written."""
    pages = reading.written(data)
    return [
        next(page for page, texts in enumerate(pages, 1) if any(mark.encode() in text for text in texts))
        for mark in marks
    ]


def story(parts: int, claims: int = 2) -> Story:
    row = MeasureRow("Days to a decision", "citizens", Reading("31", "2022"), Reading("4", "2024"), "27 less", "better")
    return Story(
        "1",
        Heading(2, "A story with a result"),
        rich("since 2024"),
        tuple(Pair(f"Part {number}", (rich(f"{LINE} "),) * 4) for number in range(parts)),
        Measures(HEADS, (row,)),
        Claims("Claimed for", tuple(Claim(f"Competency {number}", LINE) for number in range(claims))),
        (Pair("Can confirm", (rich("Ann Price"),), small=True),),
    )


@pytest.mark.parametrize("filled", range(36, 50))
def test_a_heading_is_never_left_at_the_foot_of_a_page(printed: Print, filled: int) -> None:
    blocks = (lines(filled), Heading(2, "Under the line"), lines(6, "next "))
    data = printed(document(Section(Heading(1, "One"), blocks))).pdf
    heading, first = pages_of(data, "Under the line", "next line 0")
    assert heading == first


@pytest.mark.parametrize(("filled", "pages"), [(20, [1, 1]), (41, [2, 2])])
def test_a_section_begins_mid_page_only_with_its_first_block(printed: Print, filled: int, pages: list[int]) -> None:
    second = Section(Heading(1, "Second"), (lines(8, "next "),), new_page=False)
    data = printed(document(Section(Heading(1, "First"), (lines(filled),)), second)).pdf
    assert pages_of(data, "Second", "next line 0") == pages
    assert pages_of(data, "next line 7") == pages[:1]


def test_the_last_two_quotes_stay_together_and_none_is_split(printed: Print) -> None:
    words = " ".join([LINE] * 5)
    quotes = tuple(Quote(f"Speaker {number}", "Role", f"{number} {words}", rich("June")) for number in range(7))
    data = printed(document(Section(Heading(1, "What others say"), quotes))).pdf
    where = pages_of(data, *(f"Speaker {number}" for number in range(7)))
    assert where[-1] == where[-2]
    assert where == sorted(where)
    for page in reading.written(data):
        joined = b" ".join(page)
        assert joined.count(b"Speaker") == joined.count(b"June")


def test_a_short_table_is_kept_whole_with_its_heading(printed: Print) -> None:
    rows = tuple(TableRow((cell(f"row {number}"), cell("x"))) for number in range(5))
    table = Table((Column("A", 48), Column("B", 122)), rows)
    data = printed(document(Section(Heading(1, "One"), (lines(40), Heading(2, "Risks"), table)))).pdf
    assert pages_of(data, "Risks", "row 0", "row 4") == [2, 2, 2]


def test_a_story_too_long_for_a_page_keeps_its_figures_claims_and_notes_together(printed: Print) -> None:
    data = printed(document(Section(Heading(1, "Stories"), (story(parts=6),)))).pdf
    title, first = pages_of(data, "A story with a result", "Part 0")
    assert title == first
    measure, claim, last, note = pages_of(data, "Days to a decision", "Competency 0", "Competency 1", "Can confirm")
    assert measure == claim == last == note == title + 1


def test_claims_are_set_smaller_where_that_saves_a_page(printed: Print) -> None:
    few, more = (
        printed(document(Section(Heading(1, "S"), (NewPage(), story(parts=3, claims=claims))))).pdf for claims in (1, 7)
    )
    assert pages_of(more, "A story with a result", "Can confirm") == [2, 2]
    assert reading.size_of(few, b"Competency 0") == 10
    assert reading.size_of(more, b"Competency 0") == 8.5


def test_a_value_of_many_letters_is_set_smaller_rather_than_on_two_lines(printed: Print) -> None:
    rows = tuple(
        MeasureRow("Calls", "", Reading(value, ""), Reading(value, ""), "", "") for value in ("31 d", "318 a week")
    )
    data = printed(document(Section(Heading(1, "One"), (Measures(HEADS, rows),)))).pdf
    assert reading.size_of(data, b"31 d") == 13
    assert reading.size_of(data, b"318") == 10
    assert reading.size_of(data, b"Calls") == 8.5


def test_a_narrow_column_holds_two_figures_on_one_line(printed: Print) -> None:
    table = Table((Column("", 7), Column("What changed", 163)), (TableRow((cell("47"), cell("x"))),))
    data = printed(document(Section(Heading(1, "One"), (table,)))).pdf
    assert b"47" in b"|".join(text for texts in reading.written(data) for text in texts)


def test_kept_blocks_share_a_page(printed: Print) -> None:
    kept = Keep(
        (lines(5, "a "), Highlights((Highlight("31 to 4 days", "note"),)), Side((rich("beside"),), (lines(3, "b "),)))
    )
    data = printed(document(Section(Heading(1, "One"), (lines(42), kept)))).pdf
    assert pages_of(data, "a line 0", "31 to 4 days", "b line 2") == [2, 2, 2]


def test_parts_that_are_missing_vanish_with_their_place(printed: Print) -> None:
    bare = Story("", Heading(2, "Only a title"), (), ())
    empty: tuple[Block, ...] = (
        Measures(HEADS, ()),
        Table((Column("A", 170),), ()),
        FigureBlock(()),
        Quote("", "", "Words"),
        Pair("", (rich("no label"),)),
        Highlights(()),
    )
    only = Measures(HEADS, (MeasureRow("Calls", "", Reading("9", ""), None, "", "target of 3 not read yet"),))
    result = printed(document(Section(Heading(1, "One"), (bare, *empty, only))))
    assert result.pages == 1
    assert reading.text_of(result.pdf) == reading.squeezed(
        "One Only a title “Words” no label Measure Before After Change Over time Calls 9 target of 3 not read yet"
    )
