"""Archives that mean harm or are merely damaged: each is refused in a sentence, or gives what was put in."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.errors import UserError
from leaderplan.exchange.archive import Archive
from leaderplan.exchange.sealed import sealed_key
from tests.exchange.archive.made import archived, content, every_record, kept, small
from tests.hostile.rawzip import Raw, archive, attachment, built, manifest, rows

ANN = b'{"id":"ann","name":"Ann"}\n'
PHOTO = b"photo " * 100
PERSON, FILE = rows(ANN), attachment(PHOTO)
GOOD = archive(PERSON, FILE)


def taken(data: bytes) -> object:
    """Everything that an archive gives, or the sentence with which it is refused."""
    with Archive(io.BytesIO(data)) as opened:
        opened.prove()
    return content(io.BytesIO(data))


def listed(name: bytes) -> Raw:
    return Raw(name, b"harm")


def at_place_of_the_first(entry: Raw) -> Raw:
    return replace(entry, place=0)


def zip64_lie() -> bytes:
    """A directory that is said to be elsewhere by the ending for large files."""
    end = GOOD[-22:]
    far = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 3, 3, 10**12, 10**12)
    return GOOD[:-22] + far + struct.pack("<4sLQL", b"PK\x06\x07", 0, len(GOOD) - 22, 1) + end


NAMES = {
    "parent folder": b"../../etc/passwd",
    "parent folder within": b"records/../../x.jsonl",
    "root": b"/etc/passwd",
    "drive": b"C:\\Windows\\x.dll",
    "backslash": b"records\\person.jsonl",
    "device": b"attachments/CON",
    "folder": b"records/",
    "bidi": "attachments/\u202efdp.exe".encode(),
    "upper case digest": b"attachments/" + b"A" * 64,
    "short digest": b"attachments/" + b"a" * 63,
    "long digest": b"attachments/" + b"a" * 65,
    "digest and line end": b"attachments/" + b"a" * 64 + b"\n",
    "unknown table": b"records/attic.jsonl",
    "table of sqlite": b"records/sqlite_master.jsonl",
    "history among records": b"records/step.jsonl",
    "program": b"setup.exe",
    "no name": b"",
    "zero in a name": b"records/risk.jsonl\x00.exe",
    "not utf-8": b"records/\xff.jsonl",
    "full-width": "records/ｐerson.jsonl".encode(),
}
WRONG = {
    "empty": b"",
    "text": b"Dear Ann,\n",
    "only an end": built([]),
    "no manifest": built([PERSON]),
    "manifest twice": built([PERSON, FILE, manifest([PERSON, FILE]), manifest([PERSON, FILE])]),
    "entry twice": built([PERSON, PERSON, manifest([PERSON])]),
    "entry that is not listed": built([PERSON, FILE, manifest([PERSON])]),
    "listed entry that is not there": built([PERSON, manifest([PERSON, FILE])]),
    "entries over one another": built([PERSON, at_place_of_the_first(PERSON), manifest([PERSON])]),
    "one place for two": built([FILE, replace(attachment(b"x"), place=0), manifest([FILE, attachment(b"x")])]),
    "place beyond the end": built([PERSON, replace(FILE, place=10**9), manifest([PERSON, FILE])]),
    "runs into the directory": archive(PERSON, replace(FILE, packed_size=10**6, size=10**6)),
    "other name at its place": archive(replace(PERSON, local_name=b"records/service.jsonl"), FILE),
    "encrypted": archive(replace(PERSON, flags=1), FILE),
    "strongly encrypted": archive(replace(PERSON, flags=0x41), FILE),
    "directory encrypted": archive(replace(PERSON, flags=0x2000), FILE),
    "patch": archive(replace(PERSON, flags=0x20), FILE),
    "bzip2": archive(replace(PERSON, method=12), FILE),
    "lzma": archive(replace(PERSON, method=14), FILE),
    "unknown method": archive(replace(PERSON, method=99), FILE),
    "attachment deflated": archive(PERSON, replace(FILE, method=8)),
    "two sizes of a stored entry": archive(PERSON, replace(FILE, size=3)),
    "larger than said": archive(rows(ANN * 5, size=len(ANN))),
    "smaller than said": archive(rows(ANN, size=len(ANN) * 5)),
    "wrong crc": archive(replace(PERSON, crc=1), FILE),
    "not deflated": archive(replace(Raw(PERSON.name, ANN, method=8), packed_size=3)),
    "bytes before the first entry": built([PERSON, manifest([PERSON])], start=b"MZ" * 50),
    "comment": built([PERSON, manifest([PERSON])], comment=b"hello"),
    "comment that holds an end": built([PERSON, manifest([PERSON])], comment=GOOD[-22:]),
    "second disk": built([PERSON, manifest([PERSON])], disk=1),
    "directory elsewhere": built([PERSON, manifest([PERSON])], place=3),
    "directory too long": built([PERSON, manifest([PERSON])], length=10**9),
    "directory of nothing": built([PERSON, manifest([PERSON])], length=0),
    "far directory": zip64_lie(),
    "sizes in 64 bits that are not there": archive(replace(PERSON, extra=b"\x01\x00\x08\x00")),
    "sealed": built([Raw(b"key.age", b"x"), Raw(b"archive.age", b"x")]),
    "manifest is a list": built([Raw(b"manifest.json", b"[]")]),
    "manifest is deep": built([Raw(b"manifest.json", b"[" * 100_000)]),
    "manifest is no text": built([Raw(b"manifest.json", b"\x00\xff")]),
    "manifest says a key twice": built([Raw(b"manifest.json", b'{"format":1,"format":2}')]),
    "of another program": archive(PERSON, format="planner"),
    "no version": archive(PERSON, version=None),
    "version in words": archive(PERSON, version="1"),
    "version true": archive(PERSON, version=True),
    "no plan format": archive(PERSON, plan_format=None),
    "no plan": archive(PERSON, plan=None),
    "no moment": archive(PERSON, written_at="today"),
    "moment without a zone": archive(PERSON, written_at="2026-03-12T09:30:00"),
    "moment before all": archive(PERSON, written_at="0001-01-01T00:00:00+14:00"),
    "entries are a list": archive(PERSON, entries=[]),
    "wrong digest": archive(PERSON, entries={"records/person.jsonl": {"size": 26, "sha256": "a" * 64, "rows": 1}}),
    "no digest": archive(PERSON, entries={"records/person.jsonl": {"size": 26, "rows": 1}}),
    "negative size": archive(PERSON, entries={"records/person.jsonl": {"size": -1, "sha256": "a" * 64, "rows": 1}}),
    "no rows": archive(rows(b"")),
    "rows of an attachment": archive(FILE, entries={FILE.name.decode(): {
        "size": 600, "sha256": FILE.name.decode()[12:], "rows": 1}}),
    "attachment under another digest": archive(Raw(b"attachments/" + b"a" * 64, PHOTO)),
    "missing is a path": archive(PERSON, missing=["../../etc/passwd"]),
    "manifest lists itself": archive(PERSON, entries={"manifest.json": {"size": 1, "sha256": "a" * 64}}),
    "empty line": archive(rows(ANN + b"\n")),
    "last line without its end": archive(rows(ANN + b'{"id":"bob"}')),
    "row twice": archive(rows(ANN * 2)),
    "row is a list": archive(rows(b"[]\n")),
    "row without an id": archive(rows(b'{"name":"Ann"}\n')),
    "key twice in a row": archive(rows(b'{"id":"a","id":"b"}\n')),
    "half a character": archive(rows(b'{"id":"a","name":"\\ud800"}\n')),
    "half a character in bytes": archive(rows(b'{"id":"a","name":"\xed\xa0\x80"}\n')),
    "zero in a text": archive(rows(b'{"id":"a","name":"\\u0000"}\n')),
    "not a number": archive(rows(b'{"id":"a","n":NaN}\n')),
    "endless number": archive(rows(b'{"id":"a","n":1e999}\n')),
    "many digits": archive(rows(b'{"id":"a","n":' + b"9" * 5_000 + b"}\n")),
    "deep row": archive(rows(b'{"id":"a","n":' + b"[" * 100_000 + b"\n")),
    "byte order mark": archive(rows(b"\xef\xbb\xbf" + ANN)),
    "step that runs something": archive(Raw(b"history/step.jsonl", b'{"id":1,"label":"x"}\n')),
    "change of no table": archive(Raw(b"history/change.jsonl",
        b'{"step":1,"n":0,"table":"a;b","record":"x","before":null,"after":null}\n')),
    "deep change": archive(Raw(b"history/change.jsonl",
        b'{"step":1,"n":0,"table":"x","record":"x","before":null,"after":"' + b"[" * 50_000 + b'"}\n')),
}  # fmt: skip


def test_the_good_one_is_good() -> None:
    assert taken(GOOD) == ({"person": [{"id": "ann", "name": "Ann"}]}, {FILE.name.decode()[12:]: PHOTO})


@pytest.mark.parametrize("data", WRONG.values(), ids=WRONG)
def test_a_wrong_archive_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        taken(data)
    assert str(caught.value.happened).strip().endswith(".") and str(caught.value.todo).strip().endswith(".")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("listed_too", [True, False])
def test_an_entry_of_any_other_name_is_refused(name: bytes, listed_too: bool) -> None:
    for flags in (0, 0x800):
        entries = [PERSON, Raw(name, b"harm", flags=flags)]
        with pytest.raises(UserError) as caught:
            taken(built([*entries, manifest(entries if listed_too else entries[:1])]))
        assert "\u202e" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("newer", [{"version": 2}, {"plan_format": 99}, {"version": 2, "entries": 5, "plan": None}])
def test_an_archive_of_a_newer_leaderplan_is_told_apart_from_a_damaged_one(newer: dict[str, object]) -> None:
    entries = [PERSON, Raw(b"pictures/of-the-future", b"x")]
    with pytest.raises(UserError, match=r"written by a newer LeaderPlan, 1\.2\.3"):
        taken(built([*entries, manifest(entries, **newer)]))


def test_no_changed_byte_changes_what_an_archive_gives(tmp_path: Path) -> None:
    tables = {"achievement": [{"id": f"a-{n}", "title": f"Cut the queue {n * n}"} for n in range(200)]}
    whole = archived(tables, kept(tmp_path, b"photo" * 100, b"letter")).getvalue()
    right = content(io.BytesIO(whole))
    refused = 0
    for at in range(0, len(whole), 11):
        for change in (0x01, 0x80, 0xFF):
            damaged = bytearray(whole)
            damaged[at] ^= change
            try:
                assert taken(bytes(damaged)) == right
            except UserError:
                refused += 1
    assert refused > len(whole) / 11 * 3 * 0.7


def test_no_archive_that_is_cut_off_gives_anything() -> None:
    for length in range(0, len(small()), 13):
        with pytest.raises(UserError):
            taken(small()[:length])
        with pytest.raises(UserError):
            sealed_key(io.BytesIO(small()[:length]))


@given(st.binary(max_size=300), st.integers(0, 100_000), st.integers(0, 40))
def test_any_damage_is_refused_or_harmless(damage: bytes, at: int, instead_of: int) -> None:
    at %= len(GOOD)
    data = GOOD[:at] + damage + GOOD[at + instead_of :]
    with contextlib.suppress(UserError):
        assert taken(data) == taken(GOOD)
    with contextlib.suppress(UserError):
        sealed_key(io.BytesIO(data))


@given(st.binary())
def test_any_bytes_are_refused(data: bytes) -> None:
    for whole in (data, data + GOOD[-22:]):
        with pytest.raises(UserError):
            taken(whole)


def test_an_archive_that_another_zip_program_packed_again_is_read() -> None:
    whole = archived(every_record())
    with zipfile.ZipFile(whole) as found, zipfile.ZipFile(again := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as packed:
        for name in reversed(found.namelist()):
            packed.writestr(name, found.read(name))
    assert content(again) == content(whole)
