from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.worddiff import Piece, PieceKind, changed_items, changed_words

SAME, OUT, IN = PieceKind.SAME, PieceKind.OUT, PieceKind.IN
TEXTS = st.text(st.sampled_from("ab'’ .,-\n\té漢"), max_size=60) | st.text(max_size=60)
WORDS = st.lists(st.sampled_from(["the ", "claims ", "are\n", "late", ". ", "  "]), max_size=40).map("".join)


def without(pieces: tuple[Piece, ...], kind: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not kind)


def shown(old: str, new: str) -> str:
    """The pieces with -taken out- and +put in+."""
    signs = {SAME: "", OUT: "-", IN: "+"}
    return "".join(f"{signs[piece.kind]}{piece.text}{signs[piece.kind]}" for piece in changed_words(old, new))


@given(TEXTS | WORDS, TEXTS | WORDS)
def test_no_letter_of_either_text_is_lost_or_made_up(old: str, new: str) -> None:
    pieces = changed_words(old, new)
    assert without(pieces, IN) == old
    assert without(pieces, OUT) == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not two.kind for one, two in pairwise(pieces))


@given(TEXTS)
def test_a_text_that_stayed_is_one_piece(text: str) -> None:
    assert changed_words(text, text) == ((Piece(SAME, text),) if text else ())


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("We cut the queue.", "I cut the queue.", "-We -+I +cut the queue."),
    ("Cut it", "Cut it today", "Cut it+ today+"),
    ("I asked Al. It held.", "I asked Bo. It held.\nThen it rained.", "I asked -Al-+Bo+. It held.+\nThen it rained.+"),
    ("", "All new", "+All new+"),
    ("All gone", "", "-All gone-"),
    ("one two", "one\ntwo", "one- -+\n+two"),
    ("don’t stop", "don’t start", "don’t -stop-+start+"),
])  # fmt: skip
def test_the_words_that_changed_are_marked_and_no_others(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_short_word_between_two_changes_does_not_tear_them_apart() -> None:
    assert shown("twelve of sixteen", "eleven of fifteen") == "-twelve of sixteen-+eleven of fifteen+"


def test_texts_with_little_in_common_stand_one_after_the_other() -> None:
    old = " ".join(f"old{n} and" for n in range(800))
    new = " ".join(f"new{n} and" for n in range(800))
    assert [piece.kind for piece in changed_words(old, new)] in ([OUT, IN], [OUT, IN, SAME])


def test_lists_are_compared_item_by_item() -> None:
    assert changed_items(["a b", "c"], ["c", "d e"]) == (Piece(OUT, "a b"), Piece(SAME, "c"), Piece(IN, "d e"))
