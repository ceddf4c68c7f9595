from __future__ import annotations

import io
import pickle
import re
import zipfile
from typing import Any

import pyrage
import pytest

from leaderplan.errors import Cancelled, UserError
from leaderplan.exchange.sealed import Key, new_key, open_sealed, seal, sealed_key, unlock
from tests.exchange.archive.made import archived, content, small

PASSPHRASE = "correct horse battery staple"
OTHER = "an archive that is sealed " * 4_000


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(PASSPHRASE)


def sealed_file(key: Key, data: bytes) -> io.BytesIO:
    seal(io.BytesIO(data), target := io.BytesIO(), key)
    return target


def opened(file: io.BytesIO, key: Key) -> bytes:
    open_sealed(file, target := io.BytesIO(), key)
    return target.getvalue()


def test_a_sealed_archive_opens_with_its_passphrase_and_no_other(key: Key) -> None:
    tables = {"person": [{"id": "ann", "name": "Ann Price"}]}
    file = sealed_file(key, archived(tables).getvalue())
    assert b"person" not in file.getvalue()
    locked = sealed_key(file)
    assert locked
    assert content(io.BytesIO(opened(file, unlock(locked, "  correct horse\tbattery staple "))))[0] == tables
    with pytest.raises(UserError, match="does not open"):
        unlock(locked, "incorrect horse battery staple")


def test_a_key_that_is_kept_seals_again_without_the_passphrase(key: Key) -> None:
    first, second = sealed_file(key, small()), sealed_file(key, small())
    assert first.getvalue() != second.getvalue()
    assert sealed_key(first) == sealed_key(second) == key.sealed
    assert opened(first, key) == opened(second, key) == small()


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 1_000_000])
def test_files_of_any_size_come_back(key: Key, size: int) -> None:
    assert opened(sealed_file(key, b"x" * size), key) == b"x" * size


def test_a_key_travels_to_another_process_and_never_into_a_log(key: Key) -> None:
    assert pickle.loads(pickle.dumps(key)) == key
    assert key.identity.startswith("AGE-SECRET-KEY-1")
    assert repr(key) == str(key) == "Key()"


def test_a_weak_passphrase_seals_nothing() -> None:
    with pytest.raises(UserError, match="shorter than"):
        new_key("secret")


def test_another_key_opens_nothing(key: Key) -> None:
    stranger = Key(str(pyrage.x25519.Identity.generate()), b"")
    with pytest.raises(UserError, match="another key"):
        opened(sealed_file(key, small()), stranger)


def test_a_key_that_was_damaged_where_it_is_kept_is_told(key: Key) -> None:
    broken = Key(key.identity[:-1], key.sealed)
    with pytest.raises(UserError, match="kept for sealing archives is damaged"):
        seal(io.BytesIO(b"x"), io.BytesIO(), broken)
    with pytest.raises(UserError, match="kept for sealing archives is damaged"):
        opened(sealed_file(key, small()), broken)


def test_no_changed_byte_is_ever_taken_for_what_was_sealed(key: Key) -> None:
    data = sealed_file(key, small()).getvalue()
    refused = 0
    for at in range(0, len(data), 7):
        damaged = bytearray(data)
        damaged[at] ^= 0x41
        file = io.BytesIO(bytes(damaged))
        try:
            assert sealed_key(file) == key.sealed
            assert opened(file, key) == small()
        except UserError:
            refused += 1
    assert refused > len(data) / 7 * 0.8


def test_no_file_that_is_cut_off_is_opened(key: Key) -> None:
    data = sealed_file(key, small()).getvalue()
    for length in range(0, len(data), 29):
        with pytest.raises(UserError):
            sealed_key(io.BytesIO(data[:length]))
        with pytest.raises(UserError):
            opened(io.BytesIO(data[:length]), key)


def repacked(parts: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> io.BytesIO:
    """A sealed file as a program might build it that means harm."""
    with zipfile.ZipFile(target := io.BytesIO(), "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def parts_of(file: io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_age_itself_finds_changed_is_refused(key: Key) -> None:
    parts = parts_of(sealed_file(key, small()))
    cipher = parts["archive.age"]
    for changed in (cipher[:-1], cipher[:-20], cipher + b"x", cipher[:60], b"", cipher[:-1] + b"\x00"):
        with pytest.raises(UserError, match="changed or cut off"):
            opened(repacked(parts | {"archive.age": changed}), key)


def test_what_is_neither_an_archive_nor_a_sealed_one_is_refused(key: Key) -> None:
    assert sealed_key(io.BytesIO(small())) is None
    parts = parts_of(sealed_file(key, small()))
    for file in (
        io.BytesIO(b""),
        io.BytesIO(b"%PDF-1.7"),
        repacked({}),
        repacked({"key.age": b"x"}),
        repacked(parts | {"more.txt": b""}),
        repacked(parts, zipfile.ZIP_DEFLATED),
        repacked(parts | {"key.age": b"x" * 100_000}),
    ):
        with pytest.raises(UserError):
            sealed_key(file)


@pytest.mark.parametrize(
    ("said", "key_file"),
    [
        ("demands more work", lambda key: re.sub(rb" \d+\n", b" 21\n", key, count=1)),
        ("demands more work", lambda key: re.sub(rb" \d+\n", b" 63\n", key, count=1)),
        ("not one under a passphrase", lambda key: re.sub(rb" \d+\n", b" 064\n", key, count=1)),
        ("not one under a passphrase", lambda key: re.sub(rb" \d+\n", b" 255\n", key, count=1)),
        ("not one under a passphrase", lambda key: key.replace(b"\n---", b"\n-> scrypt AAAA 30\nAA\n---")),
        ("not one under a passphrase", lambda key: key.replace(b"scrypt", b"X25519")),
        ("not one under a passphrase", lambda key: key.replace(b"v1", b"v2")),
        ("not one under a passphrase", lambda key: key[:50]),
        ("not one under a passphrase", lambda _key: b""),
        ("not one under a passphrase", lambda key: key + b"x" * 20_000),
    ],
)  # fmt: skip
def test_a_key_that_would_cost_too_much_to_try_is_refused_before_it_is_tried(
    key: Key, said: str, key_file: Any
) -> None:
    with pytest.raises(UserError, match=said):
        unlock(key_file(key.sealed), PASSPHRASE)


def test_a_passphrase_over_something_else_than_a_key_is_refused() -> None:
    age = pyrage.passphrase.encrypt(b"hello \xff", PASSPHRASE)
    with pytest.raises(UserError, match="no key under its passphrase"):
        unlock(age, PASSPHRASE)


class Full(io.BytesIO):
    """A disk with room for ten writes."""

    room = 10

    def write(self, data: Any) -> int:
        self.room -= 1
        if self.room < 0:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_disk_that_is_full_or_fails_is_the_error_of_the_disk(key: Key) -> None:
    with pytest.raises(OSError, match="No space left"):
        seal(io.BytesIO(OTHER.encode() * 10), Full(), key)
    file = sealed_file(key, OTHER.encode() * 10)
    with pytest.raises(OSError, match="No space left"):
        open_sealed(file, Full(), key)

    class Broken(io.BytesIO):
        def read(self, most: int | None = -1) -> bytes:
            if self.tell() > 100_000:
                raise OSError(5, "Input/output error")
            return super().read(most)

    with pytest.raises(OSError, match="Input/output error"):
        seal(Broken(OTHER.encode() * 10), io.BytesIO(), key)


def test_sealing_and_opening_tell_how_far_they_are_and_can_be_cancelled(key: Key) -> None:
    data = OTHER.encode()
    told: list[tuple[int, int]] = []

    def tell(done: int, of_all: int) -> None:
        told.append((done, of_all))

    seal(io.BytesIO(data), target := io.BytesIO(), key, tell)
    assert told == sorted(told) and told[-1] == (len(data), len(data))
    told.clear()
    open_sealed(target, io.BytesIO(), key, tell)
    assert told == sorted(told) and told[-1][0] == told[-1][1] > len(data)

    def cancel(_done: int, _of_all: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        seal(io.BytesIO(data), io.BytesIO(), key, cancel)
    with pytest.raises(Cancelled):
        open_sealed(target, io.BytesIO(), key, cancel)
