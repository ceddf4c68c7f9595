"""Lines are filled, never too wide, and a paragraph is never cut so that one line stands alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderplan.report.pdf.fonts import DocumentFonts, Fonts
from leaderplan.report.pdf.heading import balanced
from leaderplan.report.pdf.paragraph import Paragraph
from leaderplan.report.pdf.styles import BODY, H2
from leaderplan.report.pdf.text import Typesetter

WORDS = "We followed forty applications from the kitchen table to the bus stop and asked what each of them was for."
fixture_once = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def typesetter(fonts: Fonts) -> Typesetter:
    return Typesetter(DocumentFonts(fonts), frozenset())


def texts(paragraph: Paragraph, width: float) -> list[str]:
    return [
        "".join("".join(piece.text for piece in token.pieces) + " " * token.space for token in line.tokens).strip()
        for line in paragraph.lines(width)
    ]


@fixture_once
@given(words=st.lists(st.text("abcdefgh-/.W", min_size=1, max_size=90), max_size=40), width=st.floats(30, 400))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(
    typesetter: Typesetter, words: list[str], width: float
) -> None:
    paragraph = typesetter.paragraph(" ".join(words), BODY, None)
    lines = paragraph.lines(width)
    assert all(line.width <= width + 0.1 for line in lines)
    assert "".join(texts(paragraph, width)).replace(" ", "").replace("\N{NO-BREAK SPACE}", "") == "".join(words)
    assert paragraph.height(width) == len(lines) * BODY.leading


@fixture_once
@given(lines=st.integers(1, 12), room=st.floats(0, 200))
def test_a_cut_paragraph_leaves_two_lines_on_either_side(typesetter: Typesetter, lines: int, room: float) -> None:
    paragraph = typesetter.paragraph("\n".join(f"line {number}" for number in range(lines)), BODY, None)
    parts = paragraph.split(300, room)
    if parts is None:
        above = int((room + 0.01) // 14)  # how many lines there is room for
        assert above < 2 or above >= lines or lines - min(above, lines - 2) < 2 or min(above, lines - 2) < 2
        return
    first, rest = parts
    assert first.height(300) <= room + 0.1
    assert first.height(300) >= 28
    assert rest.height(300) >= 28
    assert first.height(300) + rest.height(300) == paragraph.height(300)


def test_a_word_too_long_is_cut_after_a_sign_where_an_address_may_break(typesetter: Typesetter) -> None:
    paragraph = typesetter.paragraph("https://www.westmarch.example/services/parking/badges", BODY, None)
    lines = texts(paragraph, 150)
    assert len(lines) > 1
    assert lines[0][-1] in "/.-"


def test_a_title_is_balanced_over_its_lines(typesetter: Typesetter) -> None:
    paragraph = typesetter.paragraph("Parents hear about the school bus in four days, not thirty-one", H2, None)
    width = balanced(paragraph, 346)
    assert texts(paragraph, width) == ["Parents hear about the school", "bus in four days, not thirty-one"]
    assert len(paragraph.lines(width)) == len(paragraph.lines(346))
    single = typesetter.paragraph("Short", H2, None)
    assert balanced(single, 346) == 346


def test_ten_thousand_letters_are_broken_in_a_blink(typesetter: Typesetter) -> None:
    paragraph = typesetter.paragraph("x" * 10_000, BODY, None)
    lines = paragraph.lines(346)
    assert sum(len(line.tokens) for line in lines) == len(lines)
    assert "".join(texts(paragraph, 346)) == "x" * 10_000
    assert texts(typesetter.paragraph(WORDS, BODY, None), 10_000) == [
        WORDS.replace("was for.", "was\N{NO-BREAK SPACE}for.")
    ]
