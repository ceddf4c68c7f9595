"""Answers to a review that mean harm or are merely broken, each made from a good review.

They know the key of the share, where their name does not say otherwise: a mentor, or whoever read their file, wrote
them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any

from leaderplan.exchange.review import armour
from leaderplan.exchange.review.package import Review
from leaderplan.exchange.review.proof import canonical
from tests.hostile.hostilemails import HARMLESS_MAILS, REFUSED_MAILS
from tests.hostile.rawzip import Raw, built
from tests.hostile.reviewfiles import FORMULA, RICH, SIGNS, STORY, database
from tests.mentoring import key, number

MakeAnswer = Callable[[Review], bytes]
"""A good review to the bytes of a hostile answer to it."""


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


def _armoured(review: Review, alter: Callable[[str], str]) -> bytes:
    return alter(armour.armoured(proven(review, plain_answer(review)))).encode()


def _mailed(make: Callable[[bytes], bytes]) -> MakeAnswer:
    return lambda review: make(proven(review, plain_answer(review)))


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
    "a database": database,
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
    "sealed for another": _to_another,
    "sealed, and broken": lambda _review: b"age-encryption.org/v1\n-> X25519 AAAA\n",
    **{f"mail: {name}": _mailed(make) for name, make in REFUSED_MAILS.items()},
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
    **{f"mail: {name}": _mailed(make) for name, make in HARMLESS_MAILS.items()},
}
HOSTILE_ANSWERS: Mapping[str, MakeAnswer] = {
    **{f"refused: {name}": make for name, make in REFUSED_ANSWERS.items()},
    **{f"rejected: {name}": make for name, make in REJECTED_ANSWERS.items()},
    **{f"harmless: {name}": make for name, make in HARMLESS_ANSWERS.items()},
}
"""A hostile answer by its name, made from a good review."""
