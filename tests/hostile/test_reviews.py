"""Whatever comes as a review file or as an answer: a sentence, or comments and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Comment, Fate, Round, StrayAnswer
from leaderplan.domain.review.rounds import rounds, standing
from leaderplan.domain.review.threads import threads
from leaderplan.errors import UserError
from leaderplan.exchange.review import answer
from leaderplan.exchange.review.package import Review
from leaderplan.places import plan_folder
from leaderplan.store import Workspace
from leaderplan.upkeep import reviews
from tests.commandline import held, leaderplan
from tests.hostile.hostileanswers import (
    HARMLESS_ANSWERS,
    HOSTILE_ANSWERS,
    REFUSED_ANSWERS,
    REJECTED_ANSWERS,
    plain_answer,
    proven,
)
from tests.hostile.reviewfiles import HARMLESS_REVIEWS, HOSTILE_REVIEWS, REFUSED_REVIEWS
from tests.mentoring import TODAY, answered, planner, review_in, said, sent

UNSEEN = "\u202e\u2066\x1b\x07\ufeff\u2028\r\x00"


@pytest.fixture
def workspace(own_home: Path, tmp_path: Path) -> Any:
    """The plan that commands work on, with a round that was sent."""
    with planner(plan_folder()) as found:
        sent(found, tmp_path / "good")
        yield found


@pytest.fixture
def good(workspace: Workspace, tmp_path: Path) -> bytes:
    """A good review file."""
    return (tmp_path / "good").read_bytes()


@pytest.fixture
def review(good: bytes) -> Review:
    """What is in it."""
    return review_in(good)


def own(workspace: Workspace) -> set[Any]:
    """What is the planner's in the plan."""
    return {record for record in workspace.plan if not isinstance(record, (Comment, StrayAnswer))}


def is_sentence(told: str) -> bool:
    """Whether it is one line that says what happened and what to do, and hides nothing."""
    return (
        told.startswith("leaderplan: ")
        and told.count("\n") == 1
        and told.endswith(".\n")
        and not set(UNSEEN) & set(told)
    )


def test_the_corpus_is_as_large_as_it_should_be() -> None:
    assert len(HOSTILE_REVIEWS) >= 40 and len(HOSTILE_ANSWERS) >= 40
    assert len(HOSTILE_REVIEWS) + len(HOSTILE_ANSWERS) >= 150


# -------------------------------------------------------------------------------------------------------- review files


@pytest.mark.parametrize("name", REFUSED_REVIEWS)
def test_a_hostile_review_file_is_refused_in_a_sentence(good: bytes, tmp_path: Path, own_home: Path, name: str) -> None:
    (tmp_path / "x.leaderplan-review").write_bytes(REFUSED_REVIEWS[name](good))
    (tmp_path / "words").write_text("correct horse battery staple", "utf-8")
    before = held(), sorted(tmp_path.rglob("*"))
    told = leaderplan("review", tmp_path / "x.leaderplan-review", "--passphrase-file", tmp_path / "words")
    assert told.status == 1 and told.out == "" and is_sentence(told.err), told
    target = tmp_path / "answer"
    told = leaderplan("review", tmp_path / "x.leaderplan-review", "--answer", target, "--comments", "-", stdin=b"[]")
    assert told.status == 1 and is_sentence(told.err), told
    assert (held(), sorted(tmp_path.rglob("*"))) == before


@pytest.mark.parametrize("name", HARMLESS_REVIEWS)
def test_a_strange_review_file_is_read_without_harm(good: bytes, tmp_path: Path, name: str) -> None:
    (tmp_path / "x").write_bytes(HARMLESS_REVIEWS[name](good))
    told = leaderplan("review", tmp_path / "x")
    assert (told.status, told.err) == (0, ""), told
    assert not set(UNSEEN) & set(told.out) and "Shy." not in told.out and "AGE-SECRET-KEY" not in told.out
    values = leaderplan("review", tmp_path / "x", "--json").json
    assert "private_notes" not in json.dumps(values) and "__class__" not in json.dumps(values)
    done = leaderplan("review", tmp_path / "x", "--answer", tmp_path / "a", "--comments", "-", "--author", "N",
                      stdin=b'{"kind": "comment", "record": "queue-0001", "text": "Hm"}')  # fmt: skip
    assert done.status == 0, done


def test_an_older_review_file_is_read_in_todays_shape(good: bytes) -> None:
    for name in ("of format 1", "of format 2"):
        found = review_in(HARMLESS_REVIEWS[name](good))
        assert found.plan.find("queue-0001") == review_in(good).plan.find("queue-0001")


def test_a_review_file_that_is_damaged_anywhere_is_refused_or_the_same(good: bytes) -> None:
    right = review_in(good)
    refused = 0
    for at in range(0, len(good), 100):
        for change in (0x01, 0xFF):
            damaged = bytearray(good)
            damaged[at] ^= change
            try:
                assert review_in(bytes(damaged)) == right
            except UserError:
                refused += 1
    assert refused > len(good) / 100


def test_a_review_file_that_is_cut_off_anywhere_is_refused(good: bytes) -> None:
    for length in range(0, len(good), 37):
        with pytest.raises(UserError):
            review_in(good[:length])


# ------------------------------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize("name", REFUSED_ANSWERS)
def test_a_hostile_answer_is_refused_in_a_sentence(
    workspace: Workspace, review: Review, tmp_path: Path, name: str
) -> None:
    (tmp_path / "x").write_bytes(REFUSED_ANSWERS[name](review))
    before = held()
    told = leaderplan("merge", tmp_path / "x")
    assert told.status == 1 and told.out == "" and is_sentence(told.err), told
    assert held() == before


@pytest.mark.parametrize("name", REJECTED_ANSWERS)
def test_what_a_hostile_answer_says_is_rejected_and_kept_aside(
    workspace: Workspace, review: Review, tmp_path: Path, name: str
) -> None:
    data = REJECTED_ANSWERS[name](review)
    (tmp_path / "x").write_bytes(data)
    before, comments = own(workspace), set(workspace.plan.all(Comment))
    [told] = leaderplan("merge", tmp_path / "x", "--json").json
    assert told["rejected"] >= 1 and told["in_file"] == told["new"] + told["known"] + told["rejected"]
    assert all(each["reason"].endswith(".") and not set(UNSEEN) & set(each["reason"]) for each in told["reasons"])
    workspace.poll()
    assert own(workspace) == before
    assert len(set(workspace.plan.all(Comment)) - comments) == told["new"] == (1 if name == "one id, two texts" else 0)
    [stray] = workspace.plan.all(StrayAnswer)
    assert stray.attachment and workspace.blobs.read(stray.attachment) == data
    assert leaderplan("rounds").status == leaderplan("check").status == 0
    [again] = leaderplan("merge", tmp_path / "x", "--json").json
    assert (again["step"], again["new"]) == (None, 0)


@pytest.mark.parametrize("name", HARMLESS_ANSWERS)
def test_a_strange_answer_brings_comments_and_nothing_else(
    workspace: Workspace, review: Review, tmp_path: Path, name: str
) -> None:
    (tmp_path / "x").write_bytes(HARMLESS_ANSWERS[name](review))
    before = own(workspace)
    [told] = leaderplan("merge", tmp_path / "x", "--json").json
    assert told["rejected"] == 0 and told["new"] == told["in_file"] - told["known"]
    workspace.poll()
    assert own(workspace) == before and not workspace.plan.all(StrayAnswer)
    for comment in workspace.plan.all(Comment):
        assert (comment.fate, comment.reason, comment.placed, comment.round) == (Fate.OPEN, "", None, review.head.round)
        assert comment.came_on and comment.came_on.year == TODAY.year and comment.seen_hash != "a" * 64
        assert not set(UNSEEN) & set(f"{comment.text}{comment.author}{comment.quote}{comment.prefix}{comment.proposed}")
    found = standing(workspace.plan, rounds(workspace.plan)[0])
    kept = {version.id for thread in found.threads for version in thread.versions}
    assert kept == {comment.id for comment in workspace.plan.all(Comment)}
    listed = leaderplan("rounds")
    assert listed.status == 0 and not set(UNSEEN) & set(listed.out)
    assert leaderplan("check").status == 0


def test_an_answer_that_is_damaged_anywhere_brings_nothing_or_is_the_same(workspace: Workspace, review: Review) -> None:
    data = answered(review, *(said(text=f"Comment {n}") for n in range(20)))
    right = reviews.offered(workspace, data, "x", TODAY).merge.new
    for at in range(0, len(data), 100):
        for change in (0x01, 0x20, 0xFF):
            damaged = bytearray(data)
            damaged[at] ^= change
            try:
                merge = reviews.offered(workspace, bytes(damaged), "x", TODAY).merge
            except UserError:
                continue
            assert not merge.new or merge.new == right
            assert merge.in_file == len(merge.new) + merge.known + len(merge.rejected)


def test_nobody_speaks_in_the_place_of_another(workspace: Workspace, review: Review) -> None:
    first = said()
    reviews.take_in(workspace, reviews.offered(workspace, answered(review, first), "a", TODAY), TODAY, ENGLISH.say)
    forged = answered(review, said(text="Withdrawn", revises=first.id), author="Owen Rees")
    offer = reviews.offered(workspace, forged, "b", TODAY)
    reviews.take_in(workspace, offer, TODAY, ENGLISH.say)
    standing = threads(workspace.plan, workspace.plan.all(Round)[0])
    assert {(thread.said.author, thread.said.text) for thread in standing} == {
        ("Nadia Khan", first.text),
        ("Owen Rees", "Withdrawn"),
    }
    same = answered(review, first, author="Owen Rees")
    assert len(reviews.offered(workspace, same, "c", TODAY).merge.rejected) == 1


def test_a_key_of_one_share_proves_nothing_of_another(workspace: Workspace, review: Review, tmp_path: Path) -> None:
    other = sent(workspace, tmp_path / "other").review
    plain = plain_answer(review, round=other.head.round, share=other.head.share)
    merge = reviews.offered(workspace, proven(review, plain), "x", TODAY).merge
    assert not merge.new and len(merge.rejected) == 1
    mixed = plain_answer(review, share=other.head.share)
    assert not reviews.offered(workspace, proven(review, mixed), "x", TODAY).merge.new


# ---------------------------------------------------------------------------------------------------------- everything

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("id", "record", "kind", "text", "field", "quote", "proposed", "level", "revises", "parent", "written_at", "x")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A plan and its review, for examples that store nothing."""
    place = tmp_path_factory.mktemp("shared")
    with planner(place / "plan") as found:
        yield found, sent(found, place / "good").review


@given(st.lists(JSON | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6), max_size=4), st.data())
def test_any_entries_of_an_answer_are_counted(shared: Any, entries: list[Any], data: st.DataObject) -> None:
    workspace, review = shared
    said = data.draw(
        st.dictionaries(st.sampled_from(("author", "written_at", "round", "comments", "plan")), JSON, max_size=1)
    )
    try:
        written = proven(review, plain_answer(review, comments=entries) | said)
        merge = reviews.offered(workspace, written, "x", TODAY).merge
    except UnicodeEncodeError:  # half a character has no bytes to be proved
        return
    except UserError:
        assert said  # whatever the entries are, only the answer as a whole is refused
        return
    assert merge.in_file == len(merge.new) + merge.known + len(merge.rejected)


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_refused(shared: Any, data: bytes) -> None:
    workspace, _review = shared
    with pytest.raises(UserError):
        review_in(data)
    with pytest.raises(UserError):
        answer.read(data, "x", workspace.plan)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told elsewhere in other ways")
@pytest.mark.timeout(180)
def test_all_of_it_is_read_within_little_memory_and_touches_nothing_else(
    workspace: Workspace, review: Review, good: bytes, tmp_path: Path
) -> None:
    place = tmp_path / "corpus"
    for kind in ("review", "merge"):
        (place / kind).mkdir(parents=True)
    for n, name in enumerate(HOSTILE_REVIEWS):
        (place / "review" / f"{n:03}").write_bytes(HOSTILE_REVIEWS[name](good))
    for n, name in enumerate(HOSTILE_ANSWERS):
        (place / "merge" / f"{n:03}").write_bytes(HOSTILE_ANSWERS[name](review))
    environment = os.environ | {"LEADERPLAN_TODAY": TODAY.isoformat()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.watchedreading", str(place)],
        capture_output=True, text=True, env=environment, timeout=150, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"] == len(HOSTILE_REVIEWS) + len(HOSTILE_ANSWERS)
    assert told["statuses"] == [0, 1] and told["forbidden"] == []
    assert told["megabytes"] < 200, told
    assert told["slowest"][0] < 3, told  # seconds of the processor; the goal is one on a machine that is not busy
