"""Laws of quick capture: whatever is typed is understood somehow, and nothing is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.capture import KnownPerson, PersonFound, Understood, When, understand
from leaderplan.domain.dates import PartialDate
from tests.domain.capture.examples import load

TODAY = date(2026, 3, 12)
PEOPLE = (KnownPerson("1", "Nia Pugh"), KnownPerson("2", "Jan Peeters"), KnownPerson("3", "May Hughes"))
WORDS = [
    *("with from to in on by since between and of at until the a an last next this ago was not instead").split(),
    *(
        "Jan May Nia March 3 14 21 31 2024 2,100 £1.2m 61% 1/3 3/11/25 2023-24 5th Q2 FY25 spring Easter Q4 winter"
    ).split(),
    *(
        "days weeks people steps Pugh Hughes Van 's #run #tag #transform yesterday halved up down → ( ) , : ; - – ."
    ).split(),
    *(
        "by half two ten Finance team w/c mid-Jan 1-14 Sep-Dec 🙂 שלום \u202e \x00 \t ' ’ \" # £ % / 9999999999999999"
    ).split(" "),
]
lines = st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
days = st.dates()


@given(lines, days)
def test_any_line_on_any_day_is_understood_somehow(line: str, today: date) -> None:
    assert isinstance(understand(line, today, PEOPLE), Understood)


@given(lines, days)
def test_the_title_holds_no_character_that_was_not_typed(line: str, today: date) -> None:
    remaining = iter(line)
    title = understand(line, today, PEOPLE).title
    assert all(sign in remaining for sign in title if sign != " "), title
    assert title == title.strip()
    assert "  " not in title


@given(lines, days)
def test_a_date_is_never_after_today_unless_it_says_so(line: str, today: date) -> None:
    found = understand(line, today, PEOPLE)
    last = found.ended or found.started
    assert found.ahead == (last is not None and last.first > today)
    if found.started and found.ended:
        assert found.started.first <= found.ended.first


@given(lines, days)
def test_what_is_offered_instead_of_a_date_is_another_date(line: str, today: date) -> None:
    for piece in understand(line, today, PEOPLE).pieces:
        assert piece.value not in piece.also_possible
        assert piece.doubt or not piece.also_possible


@given(lines)
def test_every_piece_underlines_the_words_that_said_it(line: str) -> None:
    found = understand(line, TODAY, PEOPLE)
    assert list(found.pieces) == sorted(found.pieces, key=lambda piece: (piece.start, piece.end))
    for piece in found.pieces:
        assert 0 <= piece.start < piece.end <= len(line)
        words = line[piece.start : piece.end]
        assert words == words.strip()
        if isinstance(piece.value, PersonFound):
            assert piece.value.words in words
    for before, after in zip(found.pieces, found.pieces[1:], strict=False):
        assert before.end <= after.start, "a word says one thing"


@given(lines)
def test_a_chip_that_is_removed_is_only_words_again(line: str) -> None:
    for piece in understand(line, TODAY, PEOPLE).pieces:
        kept = frozenset({(piece.start, piece.end)})
        again = understand(line, TODAY, PEOPLE, kept)
        assert all(other.end <= piece.start or other.start >= piece.end for other in again.pieces)
        words = "".join(sign for sign in line[piece.start : piece.end] if sign.isalnum())
        assert words in "".join(sign for sign in again.title if sign.isalnum())


@given(lines)
def test_a_line_with_every_chip_removed_is_its_own_title(line: str) -> None:
    whole = frozenset({(0, len(line))})
    found = understand(line, TODAY, PEOPLE, whole)
    assert found.pieces == ()
    assert found.title == " ".join(
        "".join(" " if not sign.isprintable() and ord(sign) < 160 else sign for sign in line).split()
    )


@pytest.mark.parametrize(
    "part",
    [
        "1 to ",
        "(",
        "((1 ",
        "with A, ",
        "May Jones in May ",
        "1 a b c, was ",
        "3 d 4 h ",
        "#",
        "#1-",
        "9",
        "1/",
        "1-",
        " ",
        "Ab ",
        "👩‍👩‍👧‍👦",
        "שלום ",
        "\x00",
        "1,000,",
        "Q2 2024 ",
        "31 June ",
        "up 12 to 78% ",
        "van de ",
        "last ",
        "a couple of ",
    ],
)
def test_ten_thousand_characters_do_no_harm(part: str) -> None:
    line = (part * 10_000)[:10_000]
    found = understand(line, TODAY, PEOPLE)
    assert all(0 <= piece.start < piece.end <= len(line) for piece in found.pieces)


def test_nothing_typed_is_nothing_understood() -> None:
    assert understand("", TODAY, ()) == Understood("")


def test_words_beyond_the_part_that_is_read_stay_in_the_title() -> None:
    line = "paper " * 2_000 + "in May 2024"
    found = understand(line, TODAY, ())
    assert found.title == line
    assert found.pieces == ()


def test_the_pieces_of_the_picture_can_be_underlined() -> None:
    line = "Cut benefit claims from 21 to 4 days with Ann Price last March #transform"
    found = understand(line, TODAY, [KnownPerson("7", "Ann Price")])
    assert [(piece.kind, line[piece.start : piece.end]) for piece in found.pieces] == [
        ("measure", "from 21 to 4 days"),
        ("person", "Ann Price"),
        ("date", "last March"),
        ("mode", "#transform"),
    ]
    assert found.people == (PersonFound("Ann Price", "7"),)


def test_a_removed_person_stays_in_the_title_with_the_with() -> None:
    line = "Opened the desk with Nia Pugh in 2024"
    start = line.index("Nia")
    found = understand(line, TODAY, PEOPLE, frozenset({(start, start + 8)}))
    assert found.title == "Opened the desk with Nia Pugh"
    assert found.people == ()


def test_two_people_of_one_first_name_are_nobody_in_particular() -> None:
    people = [KnownPerson("1", "Nia Pugh"), KnownPerson("2", "Nia Rees")]
    found = understand("Opened the desk with Nia", TODAY, people)
    assert (found.title, found.people) == ("Opened the desk with Nia", ())
    assert understand("Opened the desk with Nia Rees", TODAY, people).people == (PersonFound("Nia Rees", "2"),)


def test_a_day_that_does_not_exist_is_said_and_kept() -> None:
    line = "Signed the pledge 31 June"
    found = understand(line, TODAY, ())
    (piece,) = found.pieces
    assert (piece.kind, line[piece.start : piece.end], piece.value, piece.doubt) == (
        "no such day",
        "31 June",
        None,
        True,
    )
    assert str(found.notes[0]) == "There is no 31 June."


def test_a_doubtful_day_carries_its_other_reading() -> None:
    (piece,) = understand("Letter sent 3/11/25", TODAY, ()).pieces
    assert piece.value == When(PartialDate(2025, 11, 3))
    assert piece.also_possible == (When(PartialDate(2025, 3, 11)),)


def test_a_mode_that_was_typed_needs_no_hint() -> None:
    assert understand("Patched the server", TODAY, ()).hint == "run"
    assert understand("Patched the server #change", TODAY, ()).hint is None


def test_every_example_is_understood_the_same_twice() -> None:
    for example in load("capture.en.toml"):
        assert example.understood() == example.understood()
