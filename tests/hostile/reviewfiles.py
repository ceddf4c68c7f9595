"""Review files that mean harm or are merely broken, each made from a good one.

What a reader is to make of each: refuse it, or be harmless.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.hostile.rawzip import Raw, built, crowd

Tables = dict[str, list[Any]]
MakeReview = Callable[[bytes], bytes]
"""The bytes of a good review file, unsealed, to those of a hostile one."""

STORY = "queue-0001"
RICH = '<b onclick="x()">bold</b><img src="https://example.org/x.png"><a href="javascript:x()">y</a>{7*7}%s &lt;'
SIGNS = "a\u202eb\u2066c\x1b[2Jd\x07e\ufefff\u2028g\r\nh\x00i"
FORMULA = "=cmd|' /C calc'!A0\t@SUM(1)+cmd"
NAMES = {
    "parent folder": b"../../etc/passwd",
    "root": b"/etc/passwd",
    "drive": b"C:\\Windows\\x.dll",
    "device": b"CON",
    "backslash": b"attachments\\x",
    "bidi name": "attachments/\u202efdp.exe".encode(),
    "program": b"setup.exe",
    "zero in a name": b"plan.json\x00.exe",
    "folder": b"attachments/",
    "name that is no text": b"\xff\xfe",
    "mimetype": b"mimetype",
}


@dataclass
class Opened:
    """The parts of a review file, to be altered and packed again."""

    head: dict[str, Any]
    tables: Tables
    files: dict[str, bytes]

    @classmethod
    def of(cls, good: bytes) -> Opened:
        """What is in a good one."""
        with zipfile.ZipFile(io.BytesIO(good)) as found:
            held = {name: found.read(name) for name in found.namelist()}
        head, tables = json.loads(held.pop("manifest.json")), json.loads(held.pop("plan.json"))
        return cls(head, tables, held)

    def plan(self) -> bytes:
        """The records as they lie in the file."""
        return json.dumps(self.tables).encode()

    def packed(self, plan: bytes | None = None, head: bytes | None = None) -> bytes:
        """A file whose list of contents is right."""
        return built(self.entries(plan, head))

    def entries(self, plan: bytes | None = None, head: bytes | None = None) -> list[Raw]:
        """The same as entries, to say something else of one."""
        held = {"plan.json": self.plan() if plan is None else plan} | self.files
        self.head["entries"] = {
            name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in held.items()
        }
        manifest = json.dumps(self.head).encode() if head is None else head
        return [Raw(b"manifest.json", manifest, method=8), *(Raw(n.encode(), d, method=8) for n, d in held.items())]


def _head(**said: Any) -> MakeReview:
    def make(good: bytes) -> bytes:
        found = Opened.of(good)
        found.head = {name: value for name, value in (found.head | said).items() if value is not ...}
        return found.packed()

    return make


def _tables(alter: Callable[[Tables], object]) -> MakeReview:
    def make(good: bytes) -> bytes:
        found = Opened.of(good)
        alter(found.tables)
        return found.packed()

    return make


def _story(**fields: Any) -> MakeReview:
    return _tables(lambda tables: tables["achievement"][0].update(fields))


def _record(table: str, **fields: Any) -> MakeReview:
    return _tables(lambda tables: tables.setdefault(table, []).append(fields))


def _plan(text: bytes) -> MakeReview:
    return lambda good: Opened.of(good).packed(plan=text)


def _manifest(text: bytes) -> MakeReview:
    return lambda good: Opened.of(good).packed(head=text)


def _entry(alter: Callable[[list[Raw]], list[Raw]], **end: Any) -> MakeReview:
    return lambda good: built(alter(Opened.of(good).entries()), **end)


def _plan_entry(**said: Any) -> MakeReview:
    return _entry(lambda entries: [entries[0], replace(entries[1], **said), *entries[2:]])


def _named(name: bytes) -> MakeReview:
    return _entry(lambda entries: [*entries, Raw(name, b"harm")])


def _listed(name: bytes, data: bytes) -> MakeReview:
    def make(good: bytes) -> bytes:
        found = Opened.of(good)
        found.files[name.decode()] = data
        return found.packed()

    return make


def _file(name: Any, size: Any, *, held: bool = True) -> MakeReview:
    """Two bytes that a piece of evidence names so."""

    def make(good: bytes) -> bytes:
        found, digest = Opened.of(good), hashlib.sha256(b"MZ").hexdigest()
        file = {"sha256": digest, "name": name, "size": size}
        found.tables["evidence"] = [{"id": "e", "title": "x", "supports": [STORY], "attachment": file}]
        if held:
            found.files[f"attachments/{digest}"] = b"MZ"
        return found.packed()

    return make


def _bomb(good: bytes) -> bytes:
    return Opened.of(good).packed(plan=b" " * 19_000_000 + b"{}")


def _lying_bomb(good: bytes) -> bytes:
    entries = Opened.of(good).entries(plan=b" " * 60_000_000)
    return built([entries[0], replace(entries[1], size=1_000), *entries[2:]])


def _many(good: bytes) -> bytes:
    found = Opened.of(good)
    for place in range(600):
        data = str(place).encode()
        found.files[f"attachments/{hashlib.sha256(data).hexdigest()}"] = data
    return found.packed()


def _link(good: bytes) -> bytes:
    entry = zipfile.ZipInfo("link")
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(out := io.BytesIO(good), "a") as packed:
        packed.writestr(entry, "/etc/passwd")
    return out.getvalue()


def database(_good: object) -> bytes:
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE profile (id)")
        db.execute("CREATE TRIGGER t AFTER INSERT ON profile BEGIN DELETE FROM profile; END")
        return db.serialize()


def _sealed(content: bytes, work: int = 18) -> MakeReview:
    header = f"age-encryption.org/v1\n-> scrypt {'A' * 22} {work}\n{'A' * 43}\n--- {'A' * 43}\n".encode()
    return lambda _good: built([Raw(b"key.age", header + b"x" * 40), Raw(b"archive.age", content)])


def _old(good: bytes, written: int) -> bytes:
    """As an older LeaderPlan would have written it."""
    found = Opened.of(good)
    found.head["plan_format"] = written
    found.tables = {t: rows for t, rows in found.tables.items() if t not in ("round", "comment", "action")}
    names = {"ended": "done_on", "task": "challenge", "result": "outcome"} if written == 1 else {}
    found.tables["achievement"] = [
        {names.get(name, name): value for name, value in row.items()} for row in found.tables["achievement"]
    ]
    return found.packed()


REFUSED_REVIEWS: Mapping[str, MakeReview] = {
    "empty": lambda _good: b"",
    "a text": lambda _good: b"Dear Nadia,\n",
    "a PDF": lambda _good: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "a database": database,
    "an end alone": lambda good: good[-22:],
    "cut in half": lambda good: good[: len(good) // 2],
    "without its last byte": lambda good: good[:-1],
    "bytes behind it": lambda good: good + b"MZ",
    "bytes before it": lambda good: b"MZ" * 50 + good,
    "no manifest": _entry(lambda entries: entries[1:]),
    "no records": _entry(lambda entries: entries[:1]),
    "manifest twice": _entry(lambda entries: [entries[0], *entries]),
    "records twice": _entry(lambda entries: [*entries, entries[1]]),
    "entries over one another": _entry(lambda entries: [entries[0], replace(entries[1], place=0)]),
    "a link": _link,
    **{f"entry: {name}": _named(data) for name, data in NAMES.items()},
    "listed program": _listed(b"setup.exe", b"MZ"),
    "attachment under another digest": _listed(b"attachments/" + b"a" * 64, b"MZ"),
    "comment": _entry(lambda entries: entries, comment=b"hello"),
    "second disk": _entry(lambda entries: entries, disk=1),
    "encrypted": _plan_entry(flags=1),
    "bzip2": _plan_entry(method=12),
    "wrong crc": _plan_entry(crc=1),
    "wrong digest": lambda good: _swapped(good),  # noqa: PLW0108  # it is defined below
    "a size that is not true": _plan_entry(size=7),
    "a bomb": _bomb,
    "a bomb that lies": _lying_bomb,
    "many entries": _many,
    "a crowded directory": lambda _good: crowd(100_000),
    "manifest is a list": _manifest(b"[]"),
    "manifest is deep": _manifest(b"[" * 100_000),
    "manifest is no text": _manifest(b"\x00\xff\x00"),
    "manifest says a key twice": _manifest(b'{"format": "leaderplan-review", "format": "leaderplan-review"}'),
    "of another program": _head(format="planner"),
    "an archive by its manifest": _head(format="leaderplan-archive"),
    "newer": _head(version=2, written_by="9.9.9"),
    "newer records": _head(plan_format=99, written_by="9.9.9"),
    "no version": _head(version=...),
    "version true": _head(version=True),
    "version of many digits": _manifest(b'{"format": "leaderplan-review", "version": ' + b"9" * 5_000 + b"}"),
    "format nought": _head(plan_format=0),
    "format minus one": _head(plan_format=-1),
    "format a half": _head(plan_format=2.5),
    "no key": _head(key=...),
    "short key": _head(key="ab"),
    "key with a line end": _head(key="ab" * 32 + "\n"),
    "key in capitals": _head(key="AB" * 32),
    "no round": _head(round=""),
    "round is an object": _head(round={"id": 1}),
    "title of 1,001 characters": _head(title="x" * 1_001),
    "message of 10,001 characters": _head(message="x" * 10_001),
    "message is a list": _head(message=["x"]),
    "no moment": _head(written_at="today"),
    "moment without a zone": _head(written_at="2026-03-12T09:30:00"),
    "moment before all": _head(written_at="0001-01-01T00:00:00+14:00"),
    "records are a list": _plan(b"[]"),
    "records are deep": _plan(b'{"achievement": ' + b"[" * 5_000),
    "records say not a number": _plan(b'{"measure": [{"id": "a", "baseline": NaN}]}'),
    "records say a key twice": _plan(b'{"achievement": [{"id": "a", "id": "b"}]}'),
    "half a character": _plan(b'{"achievement": [{"id": "a", "title": "\\ud800"}]}'),
    "endless number": _plan(b'{"measure": [{"id": "a", "baseline": 1e999}]}'),
    "many digits": _plan(b'{"measure": [{"id": "a", "baseline": ' + b"9" * 5_000 + b"}]}"),
    "a million lists": _plan(b'{"achievement": [' + b"[]," * 1_000_000 + b"[]]}"),
    "rows that are lists": _tables(lambda tables: tables.update(achievement=[[]])),
    "row without an id": _record("achievement", title="x"),
    "id of 201 characters": _record("achievement", id="x" * 201, title="x"),
    "empty id": _record("achievement", id="", title="x"),
    "table of sqlite": _record("sqlite_master", id="x"),
    "a history": _record("step", id="x", label="{}"),
    "record twice": _record("achievement", id=STORY, title="Another"),
    "one id in two tables": _record("person", id=STORY, name="Another"),
    "second profile": _record("profile", id="another", name="Another"),
    "nobody's": _tables(lambda tables: tables.pop("profile")),
    "of another plan": _head(plan="another"),
    "reference to nothing": _story(people=["nobody"]),
    "reference to another kind": _story(people=[STORY]),
    "text of 10,001 characters": _story(result="x" * 10_001),
    "zero in an id": _record("achievement", id="\x00", title="x"),
    "day that there is not": _story(ended="2026-02-30"),
    "list for a text": _story(result=["x"]),
    "object for a choice": _story(mode={"x": 1}),
    "text for a list": _story(people="x"),
    "list of lists": _story(people=[["x"]]),
    "number beyond all": _record("measure", id="m", of=STORY, name="x", baseline=1e300),
    "script as an address": _record("evidence", id="e", title="x", supports=[STORY], url="javascript:x()"),
    "a file that is not there": _file("x.pdf", 1, held=False),
    "a file that nobody names": _listed(f"attachments/{hashlib.sha256(b'MZ').hexdigest()}".encode(), b"MZ"),
    "a file of another size": _file("x.pdf", 7),
    "a file less than nothing": _file("x.pdf", -1),
    "a file of size true": _file("x.pdf", True),
    "a file without a name of text": _file(["x"], 2),
    "a file in the parent folder": _file("../x.pdf", 2),
    "a file on a drive": _file("C:\\x.pdf", 2),
    "sealed, and nothing in it": _sealed(b""),
    "sealed with a cost beyond all": _sealed(b"x" * 1_000, work=30),
    "sealed with one part more": lambda _good: built(
        [Raw(b"key.age", b"x"), Raw(b"archive.age", b"x"), Raw(b"x", b"")]
    ),
}


def _swapped(good: bytes) -> bytes:
    found = Opened.of(good)
    entries = found.entries()
    return built([entries[0], replace(entries[1], data=entries[1].data.replace(b"Cut", b"cut")), *entries[2:]])


HARMLESS_REVIEWS: Mapping[str, MakeReview] = {
    "a program as evidence": _file("invoice.pdf.exe", 2),
    "a file that turns its name round": _file("x\u202efdp.exe", 2),
    "rich text": lambda good: _head(title=RICH, message=RICH, **{"from": RICH, "to": RICH})(_story(title=RICH)(good)),
    "formulas": _story(title="=1+1", result=FORMULA),
    "two lines in a title": _story(title="a\nb"),
    "signs that are not seen": lambda good: _head(title=SIGNS, message=SIGNS)(_story(result=SIGNS)(good)),
    "a language that is a path": _head(language="../../../etc/passwd"),
    "fields that may not leave": lambda good: _story(private=True, added="x")(
        _tables(lambda tables: tables["person"][0].update(private_notes="Shy.", influence=5))(good)
    ),
    "fields that nobody knows": _story(__class__="os.system", fate="accepted"),
    "a round with keys": _record("round", id="old", title="Old", key="ab" * 32, identity="AGE-SECRET-KEY-1", share="x"),
    "of format 1": lambda good: _old(good, 1),
    "of format 2": lambda good: _old(good, 2),
    "as large as a text may be": _story(result="x" * 10_000, situation="\U0001f600" * 10_000),
    "every record named alike": _tables(
        lambda tables: [row.update(title="x") for row in tables["achievement"] if "title" in row]
    ),
}
HOSTILE_REVIEWS: Mapping[str, MakeReview] = {**REFUSED_REVIEWS, **HARMLESS_REVIEWS}
"""A hostile review file by its name, made from the bytes of a good one."""
