from __future__ import annotations

import pytest

from tests.commandline import done, refused

TEXT = "A well-known leader, Tŷ Gŵyr, 2024/25"


def test_a_text_is_counted_by_both_rules() -> None:
    assert done("count", TEXT, "--json").json == {
        "words_as_word": 6,
        "words_strict": 8,
        "characters": len(TEXT),
        "spoken_seconds": 5,
    }
    said = done("count", "word " * 400).out.split()
    assert "400" in said and "2,000" in said and "3:05" in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_on_standard_input_is_read_in_any_encoding(encoding: str) -> None:
    assert done("count", "-", "--json", stdin=TEXT.encode(encoding)).json == done("count", TEXT, "--json").json


def test_nothing_has_no_words() -> None:
    assert done("count", "-", "--json", stdin=b"").json["words_strict"] == 0
    assert done("count", "", "--json").json["words_strict"] == 0


def test_what_is_no_text_is_said() -> None:
    assert "standard input is not a text file" in refused("count", "-", stdin=b"\x00\x01\x02\x7fELF\x00")
