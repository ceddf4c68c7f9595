"""Strings become paragraphs in one place: cleaned, bound where a break reads badly, never taken for markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.report.pdf.fonts import DocumentFonts, Fonts
from leaderplan.report.pdf.styles import BODY
from leaderplan.report.pdf.text import LONGEST, Typesetter, bound, printable
from leaderplan.report.tree import Run, rich

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def typesetter(fonts: Fonts) -> Typesetter:
    return Typesetter(DocumentFonts(fonts), frozenset())


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("42 days", f"42{NBSP}days"),
        ("97 % of them", f"97{NBSP}% of them"),
        ("15 July", f"15{NBSP}July"),
        ("£1.3 million", f"£1.3{NBSP}million"),
        ("7 daydreams", "7 daydreams"),
        ("one two three", "one two three"),
        ("a few more words that stand on a line", f"a few more words that stand on a{NBSP}line"),
    ],
)
def test_numbers_keep_their_unit_and_a_short_last_word_its_neighbour(text: str, tied: str) -> None:
    assert bound(text) == tied


@given(st.text(max_size=200))
def test_printable_text_stays_printable_and_holds_nothing_unseen(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert not any(letter < " " for letter in once if letter != "\n")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f\xad"), max_size=50))
def test_western_letters_are_printed_as_they_are(text: str) -> None:
    expected = text if not any("\x80" <= letter <= "\x9f" for letter in text) else printable(text)
    assert printable(text) == expected


def test_marks_are_composed_and_line_ends_are_one_kind() -> None:
    assert printable("w\N{COMBINING CIRCUMFLEX ACCENT}") == "ŵ"
    assert printable("a\r\nb\rc\N{LINE SEPARATOR}d") == "a\nb\nc\nd"
    assert len(printable("x" * 99_999)) == LONGEST + 1


def test_markup_is_letters(typesetter: Typesetter) -> None:
    assert typesetter.paragraph("<b>R&D</b> &lt;", BODY, None).plain == "<b>R&D</b> &lt;"


def test_runs_join_without_a_space_of_their_own(typesetter: Typesetter) -> None:
    paragraph = typesetter.paragraph(rich(Run("Level 4", bold=True), ": why", Run(" not", italic=True)), BODY, None)
    assert paragraph.plain == "Level 4: why not"


def test_a_line_end_in_the_text_is_a_line_end_on_the_page(typesetter: Typesetter) -> None:
    assert len(typesetter.paragraph("one\ntwo\n\nthree", BODY, None).lines(300)) == 4
