from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.records import Comment, CommentKind
from leaderplan.domain.review.merging import Answer
from leaderplan.errors import UserError
from leaderplan.exchange.review import answer, layout
from leaderplan.exchange.review.answer import Author
from tests.domain.review.plans import NOW, ROUND, plan
from tests.exchange.review.sent import HEAD, PLANNERS, WITHDRAWN, altered, answered, remark, uid

texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


def read(data: bytes) -> Answer:
    return answer.read(data, "answer.leaderplan-answer", PLANNERS)


def comments(found: Answer) -> list[Comment | None]:
    return [entry.comment for entry in found.said]


def trouble(**values: Any) -> str:
    entry = {"id": uid(1), "kind": "comment", "text": "x", "written_at": "2026-03-12T09:00:00Z"} | values
    [said] = read(altered(answered(), comments=[{k: v for k, v in entry.items() if v is not ...}])).said
    assert said.comment is None
    return str(said.trouble)


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as error:
        read(data)
    return f"{error.value.happened} {error.value.todo}"


def test_what_was_said_is_what_is_read() -> None:
    said = [
        remark(1, quote="We brought", prefix="", suffix=" the four"),
        remark(2, kind=CommentKind.SUGGESTION, proposed="I brought"),
        WITHDRAWN,
        remark(4, kind=CommentKind.RATING, record="c", of_table="competency", field="", level="l1"),
    ]
    found = read(answered(*said))
    assert comments(found) == said
    assert (found.plan, found.round, found.share, found.author) == ("me", "round", "share", "Nadia Khan")
    assert (found.written_at, found.proven) == (NOW, True)


@given(st.lists(texts, min_size=4, max_size=4), texts)
def test_whatever_was_typed_is_proven_and_comes_back_without_what_cannot_be_seen(typed: list[str], name: str) -> None:
    text, quote, prefix, proposed = typed
    said = remark(1, text, quote=quote, prefix=prefix, proposed=proposed)
    found = read(answered(said, author=name or "N"[:1000])) if name.strip().isprintable() and name.strip() else None
    if found:
        assert found.proven
        [comment] = comments(found)
        assert comment
        assert "\x07" not in comment.text


def test_nothing_of_the_planners_can_be_said_by_an_answer() -> None:
    entry = {
        "id": uid(1), "kind": "comment", "text": "x", "written_at": "2026-03-12T09:00:00Z", "fate": "accepted",
        "reason": "Yes.", "placed": "other", "came_on": "2001", "seen_hash": "0", "round": "another", "author": "Rhian",
    }  # fmt: skip
    [comment] = comments(read(altered(answered(), comments=[entry])))
    assert comment == Comment(
        id=uid(1), kind=CommentKind.COMMENT, text="x", written_at=NOW, round="round", author="Nadia Khan"
    )


def test_an_answer_that_was_changed_is_not_proven() -> None:
    data = answered(remark())
    for change in ({"author": "Karl"}, {"round": "round", "comments": []}, {"written_at": "2026-03-13T09:00:00Z"}):
        assert read(altered(data, sign=False, **change)).proven is False
    for wrong in (None, 5, "", "ж" * 64, "0" * 64):
        assert read(altered(data, sign=False, proof=wrong)).proven is False


def test_keys_that_are_not_known_are_proven_and_passed_over() -> None:
    assert read(altered(answered(remark()), later_version_has_this={"a": [1]})).proven


def test_an_answer_to_a_round_that_is_not_known_is_read_unproven() -> None:
    assert read(altered(answered(remark()), round="gone")).proven is None
    keyless = plan(replace(ROUND, key="no key"))
    assert answer.read(answered(remark()), "a", keyless).proven is False


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"format": "leaderplan-review"}, "no answer to a review"),
        ({"version": 2}, "written by a newer LeaderPlan, 0.1.0"),
        ({"plan_format": 99}, "newer"),
        ({"version": "1"}, "version in it"),
        ({"plan": "somebody else"}, "of another plan"),
        ({"plan": "story"}, "of another plan"),
        ({"plan": ...}, "plan in it"),
        ({"author": ""}, "author in it"),
        ({"author": "x" * 1_001}, "author in it"),
        ({"comments": {}}, "comments in it"),
        ({"share": None}, "share in it"),
        ({"written_at": "yesterday"}, "written_at in it"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_in_a_sentence(values: dict[str, Any], said: str) -> None:
    assert said in refused(altered(answered(remark()), **values))


@pytest.mark.parametrize("data", [b"[]", b"{}", b'"x"', b"{", b"hello", b"\xff\xfe\x00", b""])
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    refused(data)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"id": ...}, "no id"),
        ({"id": "story"}, "no id"),
        ({"id": uid(1).upper().replace("0", "A")}, "no id"),
        ({"kind": ...}, "what kind"),
        ({"kind": "order"}, "not one of"),
        ({"written_at": ...}, "when it was written"),
        ({"written_at": "2026-03-12"}, "time zone"),
        ({"text": 5}, "not text"),
        ({"text": "x" * 10_001}, "longer than 10000"),
        ({"record": ["story"]}, "not text"),
        ({"revises": uid(1)}, "answers itself"),
        ({"parent": uid(1)}, "answers itself"),
    ],
)
def test_what_is_wrong_with_one_comment_is_said_of_that_comment(values: dict[str, Any], said: str) -> None:
    assert said in trouble(**values)


def test_an_entry_that_is_no_object_is_said() -> None:
    [first, second] = read(altered(answered(), comments=[5, {"id": uid(1)}])).said
    assert str(first.trouble) == "it is not an object."
    assert second.trouble


def test_more_than_anybody_writes_is_refused_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    data = answered(remark(1), remark(2))
    monkeypatch.setattr(answer, "MOST_COMMENTS", 1)
    assert "more than 1 comments" in refused(data)
    with pytest.raises(UserError, match="at most"):
        answer.write(HEAD, [remark(1), remark(2)], Author("N", "0"), NOW)
    assert layout.MOST_COMMENTS == 20_000


def test_an_answer_of_an_older_format_is_grown_up() -> None:
    assert comments(read(altered(answered(remark()), plan_format=2))) == [remark()]


@pytest.mark.parametrize("place", range(0, len(answered(remark(), WITHDRAWN)), 100))
def test_a_byte_that_was_changed_is_refused_or_not_proven(place: int) -> None:
    data = bytearray(answered(remark(), WITHDRAWN))
    data[place] ^= 0x11
    try:
        found = read(bytes(data))
    except UserError:
        return
    assert found.proven is not True or json.loads(data) == json.loads(answered(remark(), WITHDRAWN))


@pytest.mark.parametrize("cut", range(0, len(answered(remark())), 100))
def test_an_answer_that_was_cut_off_is_refused(cut: int) -> None:
    refused(answered(remark())[:cut])
