from __future__ import annotations

import pytest

from leaderplan import assets
from leaderplan.errors import UserError
from leaderplan.exchange.passphrase import demand_strong, generated, normal, trimmed, words

LISTED = words(assets.read_bytes)


def test_the_list_has_as_many_words_as_five_dice_have_ways_to_fall() -> None:
    assert len(LISTED) == len(set(LISTED)) == 6**5
    assert all(word == normal(word, LISTED) and word.isascii() and word.islower() for word in LISTED)


def test_a_generated_passphrase_is_six_words_of_the_list_and_never_the_same() -> None:
    made = {generated(LISTED) for _turn in range(200)}
    assert len(made) == 200
    for passphrase in made:
        assert len(passphrase.split(" ")) == 6 and set(passphrase.split(" ")) <= set(LISTED)
        demand_strong(passphrase)
    assert len({word for passphrase in made for word in passphrase.split()}) > 900


def test_what_is_read_from_paper_opens_however_it_is_typed() -> None:
    typed = "  Abacus\tABDOMEN  abide\u00a0ablaze zoology\nZoom "
    assert normal(typed, LISTED) == "abacus abdomen abide ablaze zoology zoom"


@pytest.mark.parametrize("own", ["Abacus Abdomen Abide", "Abacus Abdomen Abide Ablaze Zoology Zzyzx", "My Own Secret"])
def test_a_passphrase_of_ones_own_keeps_its_capitals(own: str) -> None:
    assert normal(own, LISTED) == own


def test_accents_are_the_same_whatever_keyboard_they_come_from() -> None:
    assert trimmed("y\u0302 Gw\u0302yr ") == "\u0177 G\u0175yr"


@pytest.mark.parametrize(
    ("weak", "said"),
    [("", "shorter than 12"), ("short", "shorter than 12"), ("a  " * 5, "shorter than 12"), ("abc" * 5, "same few")],
)
def test_a_passphrase_that_is_easily_guessed_is_refused(weak: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        demand_strong(weak)
