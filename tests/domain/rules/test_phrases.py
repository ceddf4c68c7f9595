from __future__ import annotations

import pytest
from hypothesis import given

from leaderplan.domain.rules.phrases import PhraseIndex, stem
from tests.domain.strategies import proses


@pytest.mark.parametrize(
    ("listed", "text", "words"),
    [
        ("waiting time", "The Waiting time fell.", "Waiting time"),
        ("waiting time", "waiting times fell", "waiting times"),
        ("waiting time", "waiting\ntime", "waiting time"),
        ("end to end", "an end-to-end view", "end-to-end"),
        ("co-owner", "the co owner's share", "co owner's"),
        ("redesigned", "We are redesigning it", "redesigning"),
        ("automated", "to automate cases", "automate"),
        ("stopped", "it stops", "stops"),
        ("policy change", "policies changed", "policies changed"),
        ("what's in it for me", "“What’s in it for me”, she asked", "What’s in it for me"),
        ("department's plan", "the Department’s plans", "Department’s plans"),
        ("cafe\u0301", "the CAFÉ", "CAFÉ"),
        ("gwasanaeth", "Gwasanaeth", "Gwasanaeth"),
    ],
)
def test_a_phrase_is_found_as_people_write_it(listed: str, text: str, words: str) -> None:
    [hit] = PhraseIndex({"x": [listed]}).hits(text)
    assert (hit.owner, hit.phrase, hit.words) == ("x", listed, words)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("press", "an express train, pressure"),
        ("fair", "affairs"),
        ("board approved", "We told the board. Approved by all, it began."),
        ("waiting time", "waiting, time and again"),
        ("waiting time", "waiting\n\ntime"),
        ("waiting time", "the waiting"),
        ("", "nothing"),
        ("—", "— —"),
    ],
)
def test_a_phrase_is_not_found_inside_words_or_across_sentences(listed: str, text: str) -> None:
    assert not PhraseIndex({"x": [listed]}).hits(text)


def test_a_phrase_counts_once_and_its_exact_form_before_a_bent_one() -> None:
    [hit] = PhraseIndex({"x": ["pilot"]}).hits("Piloted in May, the pilots grew, one pilot stayed.")
    assert (hit.words, hit.exact, hit.weight) == ("pilots", True, 2)
    [bent] = PhraseIndex({"x": ["pilot"]}).hits("Piloted in May, then piloting.")
    assert (bent.words, bent.exact, bent.weight) == ("Piloted", False, 1)


def test_longer_phrases_weigh_more_and_each_owner_has_its_own() -> None:
    hits = PhraseIndex({"a": ["board paper"], "b": ["board", "paper"]}).hits("one board paper")
    assert [(hit.owner, hit.words, hit.weight) for hit in hits] == [
        ("a", "board paper", 4), ("b", "board", 2), ("b", "paper", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "family",
    [("stop", "stops", "stopped", "stopping"), ("retire", "retired", "retires", "retiring"), ("press", "pressed"),
     ("study", "studies", "studied"), ("pilot", "pilots"), ("process", "processes")],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize("word", ["is", "as", "red", "sing", "bus", "es", ""])
def test_short_words_are_left_alone(word: str) -> None:
    assert stem(word) == word


@given(proses, proses)
def test_any_phrase_and_text_are_taken_and_a_text_holds_its_own_words(phrase: str, text: str) -> None:
    for hit in PhraseIndex({"x": [phrase]}).hits(f"{text} {phrase}"):
        assert hit.words
