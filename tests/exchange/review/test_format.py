"""docs/formats/review.md against the code, and programs of their own, by that page and nothing else, that meet it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pyrage
import pytest

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.plain import to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.anchor import AROUND
from leaderplan.domain.review.merging import merge
from leaderplan.domain.upgrades import FORMAT
from leaderplan.exchange.review import answer, armour, layout, manifest, package
from leaderplan.exchange.review.proof import canonical, proof
from leaderplan.exchange.sealed import is_sealed_bytes, new_key, open_bytes, open_sealed, seal, sealed_key, unlock
from tests.exchange.review.asked import ACTION, FILE, HEAD, KEY, LEVELS, SKILL, STORY, TODAY, number, planners, review

PAGE = Path(__file__).parents[3] / "docs" / "formats" / "review.md"
PASSPHRASE = "correct horse battery staple"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)


def tables(head: str) -> list[dict[str, str]]:
    """The tables with this head: second cells by first ones."""
    parts = PAGE.read_text().split(f"\n| {head} |")[1:]
    rows = [[line.strip("| ").split(" | ") for line in part.split("\n\n")[0].split("\n")[2:]] for part in parts]
    return [{cells[0]: cells[1] for cells in table} for table in rows]


def keys(table: dict[str, str]) -> list[str]:
    """The first cells, of which one may name two keys."""
    return [key for cell in table for key in cell.replace("`", "").split(", ")]


def test_the_tables_name_every_key_and_no_other() -> None:
    of_manifest, of_answer, of_comment = map(keys, tables("key | what it holds"))
    assert of_manifest == list(json.loads(manifest.written(HEAD, {})))
    assert of_answer == list(json.loads(answer.write(HEAD, (), answer.Author("N", "p"), HEAD.written_at)))
    assert of_comment == ["id", *answer.FIELDS]
    [kinds] = map(keys, tables("kind | what it says"))
    assert set(kinds) == {kind.value for kind in CommentKind} - {"answer"}


def test_the_limits_are_those_of_the_code() -> None:
    [limits] = tables("what | at most")
    assert [int(re.sub(r"\D.*", "", limit.replace(",", ""))) for limit in limits.values()] == [
        layout.LARGEST_PACKED, layout.LARGEST_UNPACKED, layout.MOST_ENTRIES, layout.HIGHEST_RATIO, layout.LARGEST_JSON,
        layout.MOST_COMMENTS, layout.LONGEST_LINE, LONGEST_TEXT,
    ]  # fmt: skip
    assert f"up to {AROUND} characters" in PAGE.read_text()
    for word in (layout.SUFFIX, layout.ANSWER_SUFFIX, layout.MIME, layout.ANSWER_MIME, layout.KIND, layout.ANSWER_KIND):
        assert word in PAGE.read_text()


def test_the_examples_are_of_today_and_the_proof_is_right() -> None:
    of_manifest, of_answer = map(json.loads, blocks("json"))
    assert list(of_manifest) == list(json.loads(manifest.written(HEAD, {})))
    assert (of_manifest["version"], of_manifest["plan_format"]) == (layout.VERSION, FORMAT)
    assert (of_answer["version"], of_answer["plan_format"]) == (layout.VERSION, FORMAT)
    canonical_text, as_text = blocks("text")
    assert canonical(of_answer) == canonical_text.strip().encode()
    assert f"{len(canonical(of_answer))} bytes in one line" in PAGE.read_text()
    assert proof(of_answer, of_manifest["key"]) == of_answer["proof"]
    whole = armour.armoured(blocks("json")[1].strip().encode()).split("\n")
    assert as_text.split("\n")[:2] == whole[:2]
    assert as_text.strip().split("\n")[-1] == whole[-2]
    assert of_manifest["key"] == KEY


# A program of another maker.


def another_reads(data: bytes) -> tuple[dict[str, Any], dict[str, Any], dict[str, bytes]]:
    """The manifest, the records by table, and the files by digest."""
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        head = json.loads(found.read("manifest.json"))
        held = {name: found.read(name) for name in found.namelist() if name != "manifest.json"}
    assert {name: {"size": len(part), "sha256": hashlib.sha256(part).hexdigest()} for name, part in held.items()} == (
        head["entries"]
    )
    plan = json.loads(held.pop("plan.json"))
    return head, plan, {name.removeprefix("attachments/"): part for name, part in held.items()}


def another_answers(head: dict[str, Any], comments: list[dict[str, Any]], **more: Any) -> bytes:
    """An answer by a program that likes other orders and other blanks."""
    plain = {
        "comments": comments, "written_by": "another program", "written_at": "2026-03-12T10:30:00+01:00",
        "author": "Nadia Khan", "share": head["share"], "round": head["round"], "plan": head["plan"],
        "plan_format": FORMAT, "version": 1, "format": "leaderplan-answer", "mood": "kind", **more,
    }  # fmt: skip
    proved = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    plain["proof"] = hmac.new(bytes.fromhex(head["key"]), proved, hashlib.sha256).hexdigest()
    return json.dumps(plain, indent=7).encode()


def said(last: int, **fields: Any) -> dict[str, Any]:
    return {"id": number(last), "written_at": "2026-03-12T10:00:00Z", "kind": "comment", "text": "So.", **fields}


EVERY_KIND = [
    said(900),
    said(901, record=STORY, of_table="achievement", field="action", quote="four teams", prefix="We brought the ",
         suffix=" into one room.", kind="suggestion", proposed="teams", text=None),
    said(902, record=SKILL, of_table="competency", kind="rating", level=LEVELS[0], text="", fate="accepted", mood=1),
    said(903, record=STORY, of_table="achievement", kind="testimonial"),
    said(904, kind="three_words", text="Plain, impatient, kind"),
    said(905, revises=number(900), kind="withdrawn", text=""),
]  # fmt: skip


def written() -> bytes:
    return package.write(HEAD, review().plan, lambda _attachment: FILE)


def test_another_program_reads_what_leaderplan_sends() -> None:
    head, plan, files = another_reads(written())
    assert (head["format"], head["key"], head["to"], head["from"]) == (
        "leaderplan-review", KEY, "Nadia Khan", "Rhian Calloway",
    )  # fmt: skip
    assert [story["action"] for story in plan["achievement"]] == [ACTION]
    assert list(files.values()) == [FILE]
    for each in review().plan:
        filled = {name: value for name, value in to_plain(each).items() if value is not None and value is not False}
        assert filled in plan[each.table]


def test_leaderplan_reads_what_another_program_sends() -> None:
    head, plan, files = another_reads(written())
    data = {"plan.json": json.dumps(plan, indent=3).encode()} | {
        f"attachments/{name}": file for name, file in files.items()
    }
    head["entries"] = {
        name: {"sha256": hashlib.sha256(part).hexdigest(), "size": len(part)} for name, part in data.items()
    }
    head["mood"] = "kind"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, part in data.items():
            packed.writestr(name, part, zipfile.ZIP_STORED)
        packed.writestr("manifest.json", json.dumps(head), zipfile.ZIP_DEFLATED)
    assert package.read(made) == review()


@pytest.mark.parametrize("how", ["file", "text", "quoted"])
def test_leaderplan_takes_in_what_another_program_answers(how: str) -> None:
    data = another_answers(another_reads(written())[0], EVERY_KIND)
    if how != "file":
        letters = base64.urlsafe_b64encode(data).decode().rstrip("=")
        lines = "\n".join(letters[start : start + 64] for start in range(0, len(letters), 64))
        block = f"-----BEGIN LEADERPLAN ANSWER-----\n{lines}\n-----END LEADERPLAN ANSWER-----\n"
        data = (block if how == "text" else "Thank you.\r\n> " + block.replace("\n", "\r\n> ")).encode()
    made = merge(planners(), answer.read(data, "x", planners()), review().plan, TODAY)
    assert made.rejected == ()
    assert [comment.kind and comment.kind.value for comment in made.new] == [each["kind"] for each in EVERY_KIND]
    assert {comment.author for comment in made.new} == {"Nadia Khan"}
    again = Plan.of([*planners(), *made.new])
    known = merge(again, answer.read(data, "x", again), review().plan, TODAY)
    assert (known.known, known.new, known.rejected) == (len(EVERY_KIND), (), ())


@pytest.mark.parametrize("wrong", [
    {"id": "one"}, {"kind": None}, {"kind": "praise"}, {"written_at": None}, {"written_at": "2026-03-12T10:00:00"},
    {"record": number(999)}, {"record": STORY, "field": "private"}, {"kind": "answer"},
    {"record": STORY, "kind": "rating", "level": LEVELS[0]}, {"record": SKILL, "kind": "testimonial"},
    {"text": "x" * 10_001}, {"revises": STORY},
])  # fmt: skip
def test_what_the_page_says_is_rejected_is_rejected_alone(wrong: dict[str, Any]) -> None:
    data = another_answers(another_reads(written())[0], [said(900), said(901) | wrong])
    made = merge(planners(), answer.read(data, "x", planners()), review().plan, TODAY)
    assert [entry.number for entry in made.rejected] == [2]
    assert [comment.id for comment in made.new] == [number(900)]


@pytest.mark.parametrize("change", [{"author": "Somebody"}, {"mood": "cross"}, {"proof": "0" * 64}])
def test_what_was_changed_on_its_way_brings_nothing(change: dict[str, Any]) -> None:
    plain = json.loads(another_answers(another_reads(written())[0], EVERY_KIND)) | change
    made = merge(planners(), answer.read(json.dumps(plain).encode(), "x", planners()), review().plan, TODAY)
    assert (made.new, len(made.rejected)) == ((), len(EVERY_KIND))


def test_sealed_files_go_both_ways() -> None:
    key = new_key(PASSPHRASE)
    seal(io.BytesIO(written()), sealed := io.BytesIO(), key)
    with zipfile.ZipFile(sealed) as found:
        assert sorted(found.namelist()) == ["archive.age", "key.age"]
        identity = pyrage.passphrase.decrypt(found.read("key.age"), PASSPHRASE).decode().strip()
        mine = pyrage.x25519.Identity.from_str(identity)
        head, _plan, _files = another_reads(pyrage.decrypt(found.read("archive.age"), [mine]))
    data = another_answers(head, EVERY_KIND)
    sent_back = pyrage.encrypt(data, [mine.to_public()])
    assert is_sealed_bytes(sent_back)
    assert open_bytes(sent_back, [identity]) == data
    with zipfile.ZipFile(theirs := io.BytesIO(), "w") as made:
        made.writestr("archive.age", pyrage.encrypt(written(), [mine.to_public()]))
        made.writestr("key.age", pyrage.passphrase.encrypt(f"{identity}\n".encode(), PASSPHRASE))
    locked = sealed_key(theirs)
    assert locked
    open_sealed(theirs, opened := io.BytesIO(), unlock(locked, PASSPHRASE))
    assert package.read(opened) == review()


def test_an_answer_holds_no_field_that_is_the_planners() -> None:
    comment = Comment(id=number(900), round=HEAD.round, kind=CommentKind.COMMENT, text="So.", reason="No.", author="N")
    assert set(answer.plain_comment(comment)) == {"id", "kind", "text"}
