from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import cleaning
from leaderplan.errors import UserError
from leaderplan.exchange import guard

WELSH = "Tŷ Gŵyr, R&D <b>bold</b> — “quoted” 😀 Ω Я 中"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_read_in_any_unicode_encoding_with_its_mark(encoding: str) -> None:
    assert guard.text_of(WELSH.encode(encoding), "x") == WELSH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert guard.text_of("Title;Café\r\n".encode(encoding), "x") == "Title;Café\r\n"


def test_what_is_not_utf_8_is_windows_1252() -> None:
    data = "Café – 20 €".encode("cp1252")
    assert guard.encoding_of(data, "x") == "cp1252"
    assert guard.text_of(data, "x") == "Café – 20 €"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14\x00", b"a\x81\xff", b"\xff\xfea", bytes(range(256))]
)
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="photo is not a text file"):
        guard.text_of(data, "photo")


def test_sizes_are_refused_with_the_limit_in_the_sentence() -> None:
    with pytest.raises(UserError, match="larger than 50 MB"):
        guard.check_size(bytes(guard.LARGEST_FILE + 1), "x")
    with pytest.raises(UserError, match="x is empty"):
        guard.text_of(b"", "x")
    with pytest.raises(UserError, match="more than 2000000 characters"):
        list(guard.lines_of(b"a" * (guard.LONGEST_LINE + 1), "x"))


def test_lines_keep_their_ends_whatever_these_are() -> None:
    assert list(guard.lines_of(b"a\nb\r\nc\rd", "x")) == ["a\n", "b\r\n", "c\r", "d"]


def test_a_file_is_read_and_a_stream_no_further_than_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"Title\n")
    assert guard.read_file(tmp_path / "a.csv") == b"Title\n"
    stream = BytesIO(b"x" * 1_000)
    with pytest.raises(UserError, match="larger than"):
        guard.read_stream(stream, "x", most=10)
    assert stream.tell() == 11


def test_what_cannot_be_read_is_said_and_never_waited_for(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no file b\.csv"):
        guard.read_file(tmp_path / "b.csv")
    with pytest.raises(UserError, match="is not a file"):
        guard.read_file(tmp_path)
    with pytest.raises(UserError, match="cannot be read"):
        guard.read_file(tmp_path / "a\0b")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UserError, match="is not a file"):
            guard.read_file(tmp_path / "pipe")


def test_texts_lose_what_cannot_be_seen_and_nothing_else() -> None:
    assert cleaning.clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert cleaning.clean("\ufeffa\x00\x1b[31mb\u202ecod.exe\u2069\ud800") == "a[31mbcod.exe"
    assert cleaning.clean(WELSH) == WELSH
    assert guard.prose(" a \n b ") == "a \n b"
    assert guard.one_line(" a \n\t b ") == "a b"


def test_a_name_in_a_sentence_is_short_and_on_one_line() -> None:
    assert guard.shown("a\nb\u202e") == "a b"
    assert guard.shown("x" * 100_000) == "x" * 59 + "…"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (cleaning.clean, guard.prose, guard.one_line):
        once = clean(text)
        assert clean(once) == once
        once.encode()


@given(st.binary())
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    try:
        whole = guard.text_of(data, "x")
    except UserError:
        return
    assert "".join(guard.lines_of(data, "x")) == whole
