"""Review files and answers that mean harm or are merely broken, each made from a good one.

What a reader is to make of each: refuse it, or be harmless. ``HOSTILE_ANSWERS`` know the key of the share, where their
name does not say otherwise: a mentor, or whoever read their file, wrote them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from leaderplan.exchange.review import armour
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.review.proof import canonical
from tests.hostile.rawzip import Raw, built, crowd
from tests.mentoring import key, number

Tables = dict[str, list[Any]]
MakeReview = Callable[[bytes], bytes]
"""The bytes of a good review file, unsealed, to those of a hostile one."""
MakeAnswer = Callable[[Review], bytes]
"""A good review to the bytes of a hostile answer to it."""

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


# ------------------------------------------------------------------------------------------------------- review files


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


def _database(_good: object) -> bytes:
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
    "a database": _database,
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


# ------------------------------------------------------------------------------------------------------------ answers


def entry(place: int, **fields: Any) -> dict[str, Any]:
    """A comment on the story as it stands in an answer; ``...`` leaves a field out."""
    plain = {
        "id": number(500_000 + place), "record": STORY, "of_table": "achievement", "kind": "comment",
        "text": "How many?", "written_at": "2026-03-12T10:00:00.000000Z",
    } | fields  # fmt: skip
    return {name: value for name, value in plain.items() if value is not ...}


def plain_answer(review: Review, *entries: Any, **said: Any) -> dict[str, Any]:
    """An answer without its proof; ``...`` leaves a part out."""
    head = review.head
    plain: dict[str, Any] = {
        "format": "leaderplan-answer", "version": 1, "plan_format": 3, "plan": head.plan, "round": head.round,
        "share": head.share, "author": "Nadia Khan", "written_at": "2026-03-12T10:00:00.000000Z",
        "written_by": "0.1.0", "comments": list(entries) or [entry(1)],
    } | said  # fmt: skip
    return {name: value for name, value in plain.items() if value is not ...}


def proven(review: Review, plain: dict[str, Any], under: str = "") -> bytes:
    """An answer with its proof under the key of the share, or under another."""
    made = hmac.new(bytes.fromhex(under or review.head.key), canonical(plain), hashlib.sha256).hexdigest()
    return json.dumps(plain | {"proof": made}).encode()


def _says(*entries: Any, **said: Any) -> MakeAnswer:
    return lambda review: proven(review, plain_answer(review, *entries, **said))


def _one(**fields: Any) -> MakeAnswer:
    return _says(entry(1, **fields))


def _text(alter: Callable[[bytes], bytes]) -> MakeAnswer:
    return lambda review: alter(proven(review, plain_answer(review)))


def _unproven(**said: Any) -> MakeAnswer:
    return lambda review: json.dumps(plain_answer(review) | said).encode()


def _altered(review: Review) -> bytes:
    plain = json.loads(proven(review, plain_answer(review)))
    plain["comments"][0]["text"] = "Forged"
    return json.dumps(plain).encode()


def _chain(length: int) -> MakeAnswer:
    return _says(*(entry(n, revises=number(500_000 + n - 1) if n > 1 else None) for n in range(1, length + 1)))


def _parts(depth: int) -> MakeAnswer:
    boundaries = "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(depth)
    )  # fmt: skip
    return lambda _review: ("From: a@example.org\r\n" + boundaries).encode()


def _armoured(review: Review, alter: Callable[[str], str]) -> bytes:
    return alter(armour.armoured(proven(review, plain_answer(review)))).encode()


def _to_another(review: Review) -> bytes:
    from leaderplan.exchange.sealed import seal_bytes

    return seal_bytes(proven(review, plain_answer(review)), key())


def _crowd(review: Review) -> bytes:
    return proven(review, plain_answer(review, *(entry(n, text="x") for n in range(20_001))))


def _large(review: Review) -> bytes:
    return proven(review, plain_answer(review, *(entry(n, text="x" * 9_990) for n in range(2_020))))


REFUSED_ANSWERS: Mapping[str, MakeAnswer] = {
    "empty": lambda _review: b"",
    "a text": lambda _review: b"Dear Rhian, I liked it.\n",
    "a PDF": lambda _review: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a database": _database,
    "a ZIP file": lambda _review: built([Raw(b"answer.json", b"{}")]),
    "no object": lambda _review: b"[]",
    "cut off": _text(lambda data: data[:-30]),
    "deep": _text(lambda data: data[:-1] + b', "x": ' + b"[" * 5_000 + b"]" * 5_000 + b"}"),
    "deeper than allowed": _text(lambda data: data[:-1] + b', "x": ' + b"[" * 33 + b"]" * 33 + b"}"),
    "not a number": _text(lambda data: data[:-1] + b', "x": NaN}'),
    "endless number": _text(lambda data: data[:-1] + b', "x": 1e999}'),
    "many digits": _text(lambda data: data[:-1] + b', "x": ' + b"9" * 5_000 + b"}"),
    "a key twice": _text(lambda data: data[:-1] + b', "plan": "x"}'),
    "half a character": _text(lambda data: data[:-1] + b', "x": "\\ud800"}'),
    "a million lists": _text(lambda data: data[:-1] + b', "x": [' + b"[]," * 1_000_000 + b"[]]}"),
    "20,001 comments": _crowd,
    "more than 20 MB": _large,
    "of another program": _says(format="planner"),
    "a review's manifest": _says(format="leaderplan-review"),
    "newer": _says(version=2, written_by="9.9.9"),
    "newer records": _says(plan_format=99, written_by="9.9.9"),
    "no version": _says(version=...),
    "version true": _says(version=True),
    "format nought": _says(plan_format=0),
    "of another plan": _says(plan="another"),
    "of no plan": _says(plan=...),
    "plan is a story": _says(plan=["me-0000001"]),
    "no round": _says(round=...),
    "no share": _says(share=""),
    "no author": _says(author=...),
    "author of blanks": _says(author=" \t "),
    "author of 1,001 characters": _says(author="x" * 1_001),
    "author is a list": _says(author=["Nadia"]),
    "no moment": _says(written_at="today"),
    "moment without a zone": _says(written_at="2026-03-12T10:00:00"),
    "comments are an object": _says(comments={"a": 1}),
    "no comments": _says(comments=...),
    "text cut off": lambda review: _armoured(review, lambda text: text[: len(text) // 2]),
    "text with letters gone": lambda review: _armoured(
        review, lambda text: text.replace("\n", "\n!", 2)[:90] + text[97:]
    ),
    "text of something else": lambda review: _armoured(
        review, lambda _text: f"{armour.BEGIN}\n{base64.urlsafe_b64encode(b'hello').decode()}\n{armour.END}"
    ),
    "a mail of parts within parts": _parts(400),
    "sealed for another": _to_another,
    "sealed, and broken": lambda _review: b"age-encryption.org/v1\n-> X25519 AAAA\n",
}
REJECTED_ANSWERS: Mapping[str, MakeAnswer] = {
    "no proof": _unproven(),
    "proof is a list": _unproven(proof=["a"]),
    "proof that is no text of ours": _unproven(proof="é" * 64),
    "empty proof": _unproven(proof=""),
    "proof under another key": lambda review: proven(review, plain_answer(review), "ab" * 32),
    "changed after it was proved": _altered,
    "another round": _says(round="another"),
    "the round is a person": _says(round="nadia-0001"),
    "another share": _says(share="another"),
    "kind answer": _one(kind="answer"),
    "kind that there is not": _one(kind="decision"),
    "no kind": _one(kind=...),
    "id of one of the planner's records": lambda review: _one(id=review.head.round)(review),
    "id that is a name": _one(id=STORY),
    "id that is a path": _one(id="../../etc/passwd"),
    "id in capitals": _one(id=number(1).upper().replace("9", "A")),
    "no id": _one(id=...),
    "entries that are none": _says(7, None, "x", [], [[]], True),
    "text of 10,001 characters": _one(text="x" * 10_001),
    "text is a list": _one(text=["x"]),
    "text is an object": _one(text={"x": 1}),
    "about what is private": _one(record="hush-00001"),
    "about a field that did not leave": _one(record="ann-000001", of_table="person", field="private_notes"),
    "about the proof itself": lambda review: _one(record=review.head.round, field="key")(review),
    "about nothing that was sent": _one(record="nobody"),
    "about a list": _one(record=["queue-0001"]),
    "a field that there is not": _one(field="__class__"),
    "rating of a story": _one(kind="rating", level="level-0002"),
    "rating at no level": _one(kind="rating", record="comp-00001", level="nobody"),
    "rating at a story": _one(kind="rating", record="comp-00001", level=STORY),
    "testimonial on a competency": _one(kind="testimonial", record="comp-00001"),
    "instead of itself": _one(revises=number(500_001)),
    "instead of a story": _one(revises=STORY),
    "answers a story": _one(parent=STORY),
    "not said when": _one(written_at=...),
    "moment before all": _one(written_at="0001-01-01T00:00:00+14:00"),
    "moment after all": _one(written_at="9999-12-31T23:59:59-14:00"),
    "moment is a number": _one(written_at=1),
    "one id, two texts": _says(entry(1), entry(1, text="Other")),
}
HARMLESS_ANSWERS: Mapping[str, MakeAnswer] = {
    "claims what the planner decides": _one(
        fate="accepted", reason="So be it", placed="badge-0001", came_on="1999", seen_hash="a" * 64
    ),
    "claims to be the planner": _one(author="Rhian Calloway", round="another"),
    "author is the planner": _says(author="Rhian Calloway"),
    "fields that nobody knows": _one(__class__="os.system", sql="'; DROP TABLE comment; --"),
    "rich text": _says(
        entry(1, text=RICH, kind="suggestion", field="action", quote="We asked", proposed=RICH), author=RICH
    ),
    "formulas": _says(entry(1, text=FORMULA), entry(2, text="=1+1"), author="=1+1"),
    "signs that are not seen": _says(entry(1, text=SIGNS, prefix=SIGNS, suffix=SIGNS, quote=SIGNS), author=SIGNS),
    "the same comment twice": _says(entry(1), entry(1)),
    "comments that revise one another": _says(
        entry(1, revises=number(500_002)), entry(2, revises=number(500_003)), entry(3, revises=number(500_001))
    ),
    "comments that each revise the one before": _chain(1_000),
    "instead of what never came": _one(revises=number(9)),
    "quotes that stand everywhere": _says(*(entry(n, field="action", quote="e", prefix="x") for n in range(1_000))),
    "quotes that stand nowhere": _one(field="action", quote="a " * 5_000, prefix="b" * 10_000),
    "of format 1": _says(plan_format=1),
    "of format 2": _says(plan_format=2),
    "with a mark of its encoding": _text(lambda data: b"\xef\xbb\xbf" + data),
    "in UTF-16": _text(lambda data: data.decode().encode("utf-16")),
    "nothing said": _says(comments=[]),
    "from the future": _says(entry(1, written_at="9998-12-31T23:59:59Z"), written_at="9998-12-31T23:59:59Z"),
    "text for a mail, quoted and folded": lambda review: _armoured(
        review, lambda text: "> " + text.replace("\n", " \r\n> > ")
    ),
}
HOSTILE_ANSWERS: Mapping[str, MakeAnswer] = {
    **{f"refused: {name}": make for name, make in REFUSED_ANSWERS.items()},
    **{f"rejected: {name}": make for name, make in REJECTED_ANSWERS.items()},
    **{f"harmless: {name}": make for name, make in HARMLESS_ANSWERS.items()},
}
"""A hostile answer by its name, made from a good review."""
