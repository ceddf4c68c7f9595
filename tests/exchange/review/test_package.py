from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given

from leaderplan.domain.fields import Kind, empty, specs
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import RECORDS, Achievement, Evidence, Profile
from leaderplan.domain.selection import select
from leaderplan.errors import UserError
from leaderplan.exchange.review import layout, package
from leaderplan.exchange.zipped import new_entry
from tests.domain.review.plans import ME, STORY
from tests.domain.strategies import plans
from tests.exchange.review.sent import FILE, GOES, HEAD, LETTER, packed, read_back


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as error:
        read_back(data)
    return f"{error.value.happened} {error.value.todo}"


def entries(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as target:
        for name, data in parts.items():
            target.writestr(new_entry(name, ZIP_DEFLATED if name.endswith(".json") else 0), data)
    return made.getvalue()


def altered(manifest: Mapping[str, Any] | None = None, plan: Any = None, **more: bytes) -> bytes:
    """The review file with other parts, listed with their own digests."""
    parts = entries(packed())
    listed = json.loads(parts.pop(layout.MANIFEST))
    if plan is not None:
        named = isinstance(plan, dict) and plan.get("evidence")
        parts = (parts if named else {}) | {layout.PLAN: json.dumps(plan).encode()}
    parts |= {name.replace("_", "/", 1): data for name, data in more.items()}
    listed["entries"] = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in parts.items()
    }
    return zipped({layout.MANIFEST: json.dumps(listed | dict(manifest or {})).encode(), **parts})


def tables() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(entries(packed())[layout.PLAN])
    return found


def test_what_was_sent_is_what_is_read() -> None:
    review = read_back(packed())
    assert (review.head, review.plan, review.files) == (HEAD, GOES, {FILE.sha256: LETTER})
    assert review.plan.get(Evidence, "paper")


def test_the_same_share_is_the_same_bytes() -> None:
    assert packed() == packed()


def test_nothing_that_may_not_leave_is_even_named() -> None:
    for table, rows in tables().items():
        [kind] = [kind for kind in RECORDS if kind.table == table]
        assert {name for row in rows for name in row} <= {"id"} | {n for n, s in specs(kind).items() if s.shared}


@given(plans())
def test_any_part_that_may_leave_comes_back_as_it_was(plan: Plan) -> None:
    part = select(plan, rounds=[round.id for round in plan.of_table("round")]).plan
    profile = part.all(Profile)[0]
    cleaned = read_back(packed(part, replace(HEAD, plan=profile.id))).plan
    assert {record.id for record in cleaned} == {record.id for record in part}
    for record in part:
        other = cleaned.find(record.id)
        assert other
        for name, spec in specs(type(record)).items():
            value = getattr(record, name)
            if spec.kind not in (Kind.TEXT, Kind.PROSE, Kind.TAGS, Kind.ATTACHMENT):
                assert getattr(other, name) == (value if spec.shared else empty(spec.kind))


def test_texts_lose_what_cannot_be_seen() -> None:
    odd = replace(STORY, tags=(), title="a\x85b", action="a\u202eb\x07c\r\nd", result="\x07")
    story = read_back(packed(Plan.of([*(r for r in GOES if r.id != "story"), odd]))).plan.get(Achievement, "story")
    assert story
    assert (story.title, story.action, story.result) == ("a b", "abc\nd", package.NOTHING_SEEN)


@pytest.mark.parametrize("cut", range(0, len(packed()), 97))
def test_a_file_that_was_cut_off_is_refused(cut: int) -> None:
    refused(packed()[:cut])


@pytest.mark.parametrize("place", range(0, len(packed()), 100))
def test_a_byte_that_was_changed_is_refused_or_changes_nothing(place: int) -> None:
    data = bytearray(packed())
    data[place] ^= 0x55
    try:
        review = read_back(bytes(data))
    except UserError:
        return
    assert (review.plan, review.files) == (GOES, {FILE.sha256: LETTER})


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ({"version": 2}, "newer LeaderPlan"),
        ({"plan_format": 99, "written_by": "7.0"}, "newer LeaderPlan, 7.0"),
        ({"version": 2, "entries": 5, "key": None}, "newer"),
        ({"version": 0}, "version in it"),
        ({"plan_format": True}, "plan_format in it"),
        ({"format": "leaderplan-archive"}, "no review file"),
        ({"key": "00"}, "key in it"),
        ({"key": "0" * 63 + "Ж"}, "key in it"),
        ({"written_at": "2026-03-12T09:00:00"}, "written_at in it"),
        ({"written_at": "0001-01-01T00:00:00+23:00"}, "written_at in it"),
        ({"round": ""}, "round in it"),
        ({"share": 5}, "share in it"),
        ({"title": "x" * 1_001}, "title in it"),
        ({"message": ["x"]}, "message in it"),
        ({"message": "x" * 10_001}, "message in it"),
        ({"entries": []}, "entries in it"),
        ({"entries": {"plan.json": {"size": -1, "sha256": "0" * 64}}}, "plan.json in it"),
        ({"entries": {"plan.json": {"size": 1, "sha256": "F" * 64}}}, "plan.json in it"),
        ({"entries": {"plan.json": None}}, "plan.json in it"),
        ({"plan": "somebody"}, "about nobody"),
    ],
)
def test_a_manifest_that_cannot_be_is_refused(manifest: dict[str, Any], said: str) -> None:
    assert said in refused(altered(manifest))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: [], "plan.json in it"),
        (lambda t: t | {"achievement": {}}, "plan.json in it"),
        (lambda t: t | {"achievement": [5]}, "plan.json in it"),
        (lambda t: t | {"achievement": [{"title": "x"}]}, "plan.json in it"),
        (lambda t: t | {"weapon": [{"id": "x"}]}, "of a kind that there is not"),
        (lambda t: t | {"achievement": [{"id": "", "title": "x"}]}, "of a kind that there is not"),
        (lambda t: t | {"achievement": [{"id": "x", "title": 5}]}, "is not what it should be"),
        (lambda t: t | {"achievement": [{"id": "x", "title": "y", "mode": "fly"}]}, "is not what it should be"),
        (lambda t: t | {"achievement": [{"id": "x"}]}, "missing"),
        (lambda t: t | {"achievement": [{"id": "x", "title": "y" * 10_001}]}, "characters"),
        (lambda t: t | {"achievement": [{"id": "x", "title": "y", "post": "gone"}]}, "not in the plan"),
        (lambda t: t | {"achievement": [{"id": "x", "title": "y"}] * 2}, "comes twice"),
        (lambda t: t | {"post": [{"id": "me", "title": "y", "organisation": "z"}]}, "comes twice"),
        (lambda t: {k: v for k, v in t.items() if k != "profile"}, "about nobody"),
        (lambda t: t | {"profile": [{"id": "me"}, {"id": "you"}]}, "about nobody"),
    ],
)
def test_records_that_make_no_plan_are_refused(change: Any, said: str) -> None:
    assert said in refused(altered(plan=change(only_profile())))


def test_fields_that_may_not_leave_are_passed_over() -> None:
    assert read_back(altered(plan=only_profile())).plan.all(Profile) == (Profile(id="me", name="Rhian"),)


def only_profile() -> dict[str, Any]:
    return {table: [] for table in tables() if table != "profile"} | {
        "profile": [{"id": "me", "name": "Rhian", "target_by": "2027", "no_such": [1], "reaffirm_on": "2030"}]
    }


def test_older_formats_are_grown_up() -> None:
    old = only_profile() | {"achievement": [{"id": "s", "title": "T", "challenge": "C", "done_on": "2024"}]}
    story = read_back(altered({"plan_format": 1}, old)).plan.get(Achievement, "s")
    assert story
    assert (story.task, str(story.ended)) == ("C", "2024")


def test_parts_that_are_not_listed_or_not_there_are_refused() -> None:
    parts = entries(packed())
    assert "parts are not those" in refused(zipped(parts | {"more": b"x"}))
    del parts[f"attachments/{FILE.sha256}"]
    assert "parts are not those" in refused(zipped(parts))
    assert "nothing that a review file holds" in refused(altered(attachments_x=b"x"))
    assert "no review file" in refused(zipped({"mimetype": b"x"}))


def test_a_part_that_is_another_than_was_listed_is_refused() -> None:
    parts = entries(packed())
    assert "not what was written" in refused(
        zipped(parts | {layout.PLAN: parts[layout.PLAN].replace(b"Four", b"Five")})
    )
    assert "two sizes" in refused(zipped(parts | {layout.PLAN: parts[layout.PLAN] + b" "}))


def test_a_part_that_is_packed_too_tightly_is_refused() -> None:
    assert "tightly" in refused(altered(plan=tables() | {"x": [" " * 2_000_000]}))


def test_what_is_too_large_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("LARGEST_PACKED", 100), ("LARGEST_UNPACKED", 100), ("LARGEST_JSON", 100), ("MOST_ENTRIES", 2)):
        with monkeypatch.context() as patched:
            patched.setattr(package, name, most)
            with pytest.raises(UserError, match="at most"):
                packed()


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed()
    for name in ("LARGEST_PACKED", "LARGEST_UNPACKED"):
        with monkeypatch.context() as patched:
            patched.setattr(package, name, 100)
            assert "0 MB" in refused(data)


def test_a_file_that_cannot_be_had_stops_the_sending() -> None:
    def lost(_file: object) -> bytes:
        raise UserError(STORY.title, STORY.title)  # type: ignore[arg-type]

    with pytest.raises(UserError):
        packed(read=lost)
    assert ME.id == HEAD.plan
