from __future__ import annotations

import pytest
from hypothesis import given

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement
from leaderplan.domain.rules.voice import voice, we_without_i
from tests.domain.strategies import proses


def told(action: str, my_part: str = "") -> Achievement:
    return Achievement(id="a", title="T", action=action, my_part=my_part)


@pytest.mark.parametrize(
    ("text", "we"),
    [
        ("We struck out eleven steps.", ("We struck out",)),
        ("we know we can, and we’re sure", ("we know we", "we can", "we’re sure")),
        ("WE DID IT", ("WE DID IT",)),
        ("The answer came, but were we ready?", ("we ready",)),
        ("Wednesday, a week in Wembley, sewed, owe", ()),
        ("we-intention and we/us", ()),
        ("A user said “we never get an answer” and left.", ()),
        ("She said \"we wait\" and 'we don't know' and ‘we don’t know’ and «we know».", ()),
        ("It’s the residents’ day, so we opened.", ("we opened",)),
        ("“we", ("we",)),
    ],
)
def test_we_is_heard_as_a_word_and_not_in_somebody_elses_mouth(text: str, we: tuple[str, ...]) -> None:
    assert voice(told(text)).we == we


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I argued for trust.", True),
        ("Then, when asked, I’d said so.", True),
        ("The board trusted me.", True),
        ("My task was the rota.", True),
        ("Did it myself.", True),
        ("Phase I began in May.", False),
        ("Phase I began, and I led it.", True),
        ("An I/O error, A.I. and the R&I unit", False),
        ("She wrote: “I had my answer.”", False),
        ("In summer it is ice.", False),
        ("", False),
    ],
)
def test_i_is_a_person_and_not_a_number(text: str, says: bool) -> None:
    assert voice(told(text)).says_i is says


def test_a_single_we_is_quoted_with_its_verb() -> None:
    message = we_without_i(told("The teams met. We struck out eleven steps."))
    assert message
    assert ENGLISH.say(message) == "“We struck out” does not say which step was yours."


def test_who_says_i_or_wrote_their_part_down_may_say_we() -> None:
    assert we_without_i(told("We struck out eleven steps, and I chose them.")) is None
    assert we_without_i(told("We struck out eleven steps.", "Chose the steps.")) is None
    assert we_without_i(told("Eleven steps went.")) is None


@given(proses)
def test_any_text_is_read(text: str) -> None:
    assert len(voice(told(text)).we) <= len(text)


@pytest.mark.parametrize("piece", ["“we ", "‘we ", "'we ", "«", "phase I ", '" ', "we ’"])
def test_ten_thousand_characters_of_unclosed_marks_are_read_to_the_end(piece: str) -> None:
    assert voice(told(piece * (10_000 // len(piece)) + "\n\nmyself")).says_i
