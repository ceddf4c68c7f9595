"""Files that mean harm, and files that are merely broken: each is refused in a sentence or arrives as plain text."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.checks import edit_problems
from leaderplan.domain.records import Achievement
from leaderplan.errors import UserError
from leaderplan.exchange.importer import Importer
from leaderplan.exchange.importers import IMPORTERS, importer_for
from leaderplan.exchange.preview import preview
from tests.exchange.readers import PLAN, added, taken

SHOWN_AS_TYPED = [
    "R&D",
    "<b>bold</b> &amp; <i>",
    '<img src="/dev/zero">',
    '<img src="https://example.org/x.png">',
    "javascript:alert(1)",
    '=HYPERLINK("https://example.org","x")',
    "=1+1",
    "+44 29 2000 0000",
    "-2+3",
    "@SUM(A1)",
    "{title} {0} %s %(x)s",
    "Robert'); DROP TABLE achievement;--",
    "../../etc/passwd",
    "C:\\CON",
    "Tŷ Gŵyr",
    "Ελληνικά",
    "Кириллица",
    "中文字符",
    "👩‍👩‍👧 family",
    "עברית",
    "x" * 10_000,
    "C++, O'Brien & foo-bar*",
]
UNSEEN = [("a\x1b[31mb", "a[31mb"), ("invoice\u202efdp.exe", "invoicefdp.exe"), ("\ufeffa", "a")]

OF_STORIES = [importer for importer in IMPORTERS if importer.name != "framework"]
EVERY = pytest.mark.parametrize("importer", OF_STORIES, ids=lambda importer: importer.name)


def as_file(importer: Importer, text: str) -> bytes:
    """``text`` as the title of a story, as each format says it."""
    if importer.name == "csv":
        guarded = f"'{text}" if text[0] in "=+-@" else text
        return 'Title,Result\n"{}",x\n'.format(guarded.replace('"', '""')).encode()
    if importer.name == "json":
        return json.dumps([{"title": text}]).encode()
    return json.dumps({"projects": [{"name": "p", "highlights": [text]}]}).encode()


def told(importer: Importer, text: str) -> str:
    story: Achievement = added(taken(importer.read, as_file(importer, text)), "achievement")[0]
    return story.result if importer.name == "json-resume" else story.title


@EVERY
@pytest.mark.parametrize("text", SHOWN_AS_TYPED)
def test_text_arrives_exactly_as_it_was_typed(importer: Importer, text: str) -> None:
    assert told(importer, text) == text


@EVERY
@pytest.mark.parametrize(("text", "harmless"), UNSEEN)
def test_characters_that_hide_others_do_not_arrive(importer: Importer, text: str, harmless: str) -> None:
    assert told(importer, text) == harmless


@pytest.mark.parametrize("importer", [OF_STORIES[0], OF_STORIES[2]], ids=lambda importer: importer.name)
def test_a_zero_that_json_spells_out_does_not_arrive(importer: Importer) -> None:
    assert told(importer, "a\x00b") == "ab"


@EVERY
def test_a_hostile_name_of_a_file_is_harmless_in_every_sentence(importer: Importer) -> None:
    name = "a\nb\u202e<b>{x}" + "y" * 10_000
    imported = taken(importer.read, as_file(importer, "x"), name=name)
    with pytest.raises(UserError) as caught:
        taken(importer.read, b"\x00\x01", name=name)
    for sentence in (str(imported.edit.label), str(caught.value.happened)):
        assert "\n" not in sentence and "\u202e" not in sentence and len(sentence) < 150 and "<b>{x}" in sentence


BROKEN = {
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
    "gzip": b"\x1f\x8b\x08\x00",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "sqlite": b"SQLite format 3\x00\x10\x00",
    "elf": b"\x7fELF\x02\x01\x01\x00",
    "utf-16 cut off": "Title,Result\n".encode("utf-16")[:-1],
    "utf-16 halves": b"\xff\xfe\x00\xd8\x00\xd8",
    "utf-32 beyond": b"\xff\xfe\x00\x00\xff\xff\xff\xff",
    "zeros": bytes(1_000),
    "not a number": b'{"work": [{"name": NaN}]}',
    "infinite": b'{"work": [{"name": 1e999}]}',
    "many digits": b'{"work": [{"name": ' + b"9" * 5_000 + b"}]}",
    "same key twice": b'{"work": [], "work": []}',
    "half a character": b'{"work": [{"name": "\\ud800", "position": "x"}]}',
    "deep list": b'{"work": ' + b"[" * 100_000,
    "deep object": b'{"work":' * 100_000,
    "cut off": b'{"work": [{"name": "a',
    "two values": b'{"work": []} {"work": []}',
    "comment": b'{"work": [] /* x */}',
    "empty": b"",
}


@EVERY
@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_a_sentence(importer: Importer, data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        taken(importer.read, data)
    assert str(caught.value.happened).strip() and str(caught.value.todo).strip()


@EVERY
@given(st.binary() | st.text().map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_refused_or_become_what_the_plan_takes(importer: Importer, data: bytes) -> None:
    with contextlib.suppress(UserError):
        imported = taken(importer.read, data)
        assert not edit_problems(PLAN, imported.edit)
        assert len(preview(imported).lines) == len(imported.edit.changes)
    with contextlib.suppress(UserError):
        importer_for(data, "file")


@given(st.binary(max_size=200), st.integers(0, 2_000), st.sampled_from([("json-resume", 0), ("csv", 1), ("json", 2)]))
def test_a_damaged_file_is_refused_or_becomes_what_the_plan_takes(
    damage: bytes, at: int, which: tuple[str, int]
) -> None:
    importer = OF_STORIES[which[1]]
    whole = as_file(importer, "Cut claims, “from 21 to 4 days”")
    at %= len(whole)
    with contextlib.suppress(UserError):
        imported = taken(importer.read, whole[:at] + damage + whole[at + len(damage) :])
        assert not edit_problems(PLAN, imported.edit)


LARGE = {
    "empty lists": """b"[" + b"[]," * 16_000_000 + b"[]]" """,
    "empty objects": """b"[" + b"{}," * 16_000_000 + b"{}]" """,
    "numbers": """b"[" + b"1," * 24_000_000 + b"1]" """,
    "short texts": """b"[" + b'"ab",' * 900_000 + b"1]" """,
    "one text": """b'["' + b"x" * 49_000_000 + b'"]' """,
    "entries of a resume": """b'{"work":[' + b"1," * 900_000 + b"1]}" """,
    "highlights": """b'{"work":[{"highlights":[' + b"{}," * 290_000 + b"1]}]}" """,
    "one line of emoji": """b"x,y" + chr(0x1F600).encode() * 12_000_000""",
    "open quotation": """b'Title,Result\\n"a' + b"x,\\n" * 16_000_000""",
    "a wrong cell in every row": """b"Title,Done\\n" + b"a,never\\n" * 99_000""",
    "many rows": """b"Title,Done\\n" + b"a,2025\\n" * 7_000_000""",
}
SCRIPT = """
import resource, sys
from datetime import date
from leaderplan.domain.plan import Plan
from leaderplan.domain.ids import new_id
from leaderplan.errors import UserError
from leaderplan.exchange.importers import importer_for
data = eval(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    importer_for(data, "file").read(data, "file", Plan.of([]), today=date(2026, 3, 12), new_id=new_id)
except UserError as error:
    print(str(error.happened)[:200])
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.parametrize("made", LARGE.values(), ids=LARGE)
def test_a_file_made_to_fill_the_memory_is_refused_within_200_megabytes(made: str) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, made], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *said, megabytes = done.stdout.splitlines()
    assert said and int(megabytes) < 200, done.stdout
