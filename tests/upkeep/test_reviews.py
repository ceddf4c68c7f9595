"""Reviews on the planner's side: what is sent is what was shown, and an answer adds comments and nothing else."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from leaderplan.domain import edits
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, CommentKind, Evidence, Fate, Person, Profile, Round, StrayAnswer
from leaderplan.domain.review import working
from leaderplan.domain.review.anchor import anchor
from leaderplan.domain.review.rounds import rounds
from leaderplan.domain.review.sending import Wanted
from leaderplan.errors import UserError
from leaderplan.exchange.review import armour, package
from leaderplan.exchange.sealed import seal_bytes
from leaderplan.store import Workspace
from leaderplan.upkeep import answering, reviews
from tests.mentoring import (
    NADIA,
    NOW,
    OTHER,
    STORY,
    TODAY,
    answered,
    key,
    planner,
    review_in,
    said,
    sent,
    stamp,
    wish,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Any:
    """A planner's own plan, open; sound at the end."""
    with planner(tmp_path / "plan") as found:
        yield found
        assert found.check() == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a review file goes."""
    return tmp_path / "r.leaderplan-review"


def take(workspace: Workspace, data: bytes) -> Any:
    """Take an answer in."""
    return reviews.take_in(workspace, reviews.offered(workspace, data, "a", TODAY), TODAY, ENGLISH.say)


def the_round(workspace: Workspace) -> Round:
    """The newest round."""
    return rounds(workspace.plan)[0]


def others(plan: Plan) -> set[Any]:
    """What is the planner's own in a plan."""
    return {record for record in plan if not isinstance(record, (Comment, StrayAnswer))}


# ------------------------------------------------------------------------------------------------------------- sending


def test_what_is_sent_is_what_was_shown_and_the_round_says_so(workspace: Workspace, file: Path) -> None:
    shown = reviews.goes(workspace.plan, wish(workspace))
    made = sent(workspace, file)
    found = review_in(file.read_bytes())
    assert found.plan == shown.plan == made.review.plan
    round = the_round(workspace)
    assert (round.id, round.share, round.key) == (found.head.round, found.head.share, found.head.key) and round.key
    assert set(round.scope) == {record.id for record in shown.plan}
    assert (round.mentor, round.title, round.message) == (NADIA.id, "Nadia Khan, round 1", "What would you cut?")
    assert round.snapshot and workspace.blobs.read(round.snapshot) == file.read_bytes()
    assert reviews.as_sent(workspace, round) == found


def test_each_share_has_a_key_of_its_own(workspace: Workspace, file: Path) -> None:
    one, other = sent(workspace, file).review.head, sent(workspace, file).review.head
    assert len({one.key, other.key}) == len({one.share, other.share}) == len({one.round, other.round}) == 2
    assert the_round(workspace).title == "Nadia Khan, round 2"


def test_a_file_goes_only_where_it_was_asked_for(workspace: Workspace, file: Path) -> None:
    kept = workspace.blobs.keep(b"thank you", "letter.txt")
    proof = Evidence(id="proof-0001", title="A letter", supports=(STORY.id,), attachment=kept)
    workspace.commit(edits.add(proof))
    assert sent(workspace, file).review.files == {}
    wanted = Wanted(frozenset([STORY.id]), files=frozenset([proof.id]))
    assert sent(workspace, file, wanted=wanted).review.files == {kept.sha256: b"thank you"}
    (workspace.folder / "attachments" / kept.sha256).unlink()
    before = workspace.plan
    with pytest.raises(UserError, match=r"letter\.txt is missing"):
        sent(workspace, file, wanted=wanted)
    assert workspace.plan == before
    (workspace.folder / "attachments" / kept.sha256).write_bytes(b"thank you")


def test_somebody_new_comes_among_the_people_with_the_round(workspace: Workspace, file: Path) -> None:
    sent(workspace, file, mentor=Person(id="owen-00001", name="Owen Rees"))
    assert workspace.plan.get(Person, "owen-00001")
    workspace.undo()
    assert workspace.plan.find("owen-00001") is None and not workspace.plan.all(Round)


def test_the_round_is_stored_before_the_file_has_its_name(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    commit = Workspace.commit

    def watched(self: Workspace, *rest: Any) -> Any:
        seen.append(file.exists())
        return commit(self, *rest)

    monkeypatch.setattr(Workspace, "commit", watched)
    sent(workspace, file)
    assert seen == [False] and file.exists()


def test_a_round_that_cannot_be_stored_gives_no_file(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_all: object) -> None:
        raise UserError(wish(workspace).mentor.one, wish(workspace).mentor.one)

    monkeypatch.setattr(Workspace, "commit", refuse)
    with pytest.raises(UserError):
        sent(workspace, file)
    assert not list(file.parent.glob("r.*")) and not workspace.plan.all(Round)


@pytest.mark.parametrize("place", ["nowhere/r", ".", "plan/r", "plan/attachments/r"])
def test_where_no_file_can_be_nothing_is_sent(workspace: Workspace, tmp_path: Path, place: str) -> None:
    before = workspace.plan
    with pytest.raises(UserError):
        sent(workspace, tmp_path / place)
    assert workspace.plan == before and not list(tmp_path.glob("**/*.part"))


def test_a_target_that_cannot_be_written_leaves_the_plan_as_it_was(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_all: object) -> None:
        raise OSError(28, os.strerror(28))

    before = workspace.plan
    file.write_bytes(b"what was there")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError):
        sent(workspace, file)
    monkeypatch.undo()
    assert workspace.plan == before and file.read_bytes() == b"what was there"
    assert [each.name for each in file.parent.glob("r.*")] == [file.name]


@pytest.mark.parametrize("lost", ["r.leaderplan-review", "page.html"])
def test_what_cannot_get_its_name_once_the_round_is_noted_is_said(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    beside = file.with_name("page.html")
    replaces = Path.replace

    def refuse(part: Path, target: Path) -> Path:
        if target.name == (file.name if lost.startswith("r.") else lost):
            raise PermissionError(13, os.strerror(13))
        return replaces(part, target)

    monkeypatch.setattr(Path, "replace", refuse)
    stamp = reviews.Stamp(NOW, TODAY, ENGLISH)
    made = None
    if lost == "page.html":
        made = reviews.send(workspace, wish(workspace), file, None, stamp, lambda _review: (beside, b"<html>"))
        assert made.without == beside and file.exists() and not beside.exists()
    else:
        with pytest.raises(UserError, match="is noted in the plan") as error:
            reviews.send(workspace, wish(workspace), file, None, stamp)
        assert "Do not send it again" in str(error.value.todo) and not file.exists()
    [round] = workspace.plan.all(Round)
    assert not list(file.parent.glob("*.part"))
    monkeypatch.undo()
    reviews.save_again(workspace, round, file, None)
    assert package.read(io.BytesIO(file.read_bytes())).head.round == round.id


def test_a_page_that_cannot_be_written_leaves_everything_as_it_was(workspace: Workspace, file: Path) -> None:
    before = workspace.plan
    nowhere = file.parent / "nowhere" / "page.html"
    with pytest.raises(UserError):
        reviews.send(
            workspace, wish(workspace), file, None, reviews.Stamp(NOW, TODAY, ENGLISH), lambda _r: (nowhere, b"x")
        )
    assert workspace.plan == before and not file.exists()


def test_texts_that_no_file_can_hold_are_cleaned_or_refused(workspace: Workspace, file: Path) -> None:
    workspace.commit(edits.alter(workspace.plan, Profile(id="me-0000001"), name="x" * 5_000))
    made = sent(workspace, file, title=" Later\nround ", message=" a\ud800\u202eb\r\n")
    assert (made.review.head.title, made.review.head.message) == ("Later round", "ab")
    assert len(made.review.head.sender) == 1_000
    with pytest.raises(UserError, match="longer than"):
        sent(workspace, file, message="x" * 10_001)


def test_what_is_made_beside_is_made_of_what_was_sent(workspace: Workspace, file: Path) -> None:
    beside = file.with_suffix(".html")
    reviews.send(
        workspace, wish(workspace), file, key(), stamp(), lambda found: (beside, found.head.title.encode())
    )  # fmt: skip
    assert beside.read_text("utf-8") == "Nadia Khan, round 1"


# ---------------------------------------------------------------------------------------------------------- once more


def test_the_file_can_be_saved_again_as_often_as_one_likes(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    first = file.read_bytes()
    workspace.commit(edits.alter(workspace.plan, STORY, result="Another text."))
    reviews.save_again(workspace, the_round(workspace), file, None)
    assert file.read_bytes() == first
    keys = [key(), key()]
    for each in keys:
        reviews.save_again(workspace, the_round(workspace), file, each)
        envelope = answering.taken_up(file)
        assert envelope.locked == each.sealed and answering.opened(envelope, each) == made.review
    assert take(workspace, answered(made.review, said()))[1]
    assert all(take(workspace, seal_bytes(answered(made.review, said()), each))[1] for each in keys)


def test_what_was_erased_or_lies_in_the_plan_is_not_saved_again(workspace: Workspace, file: Path) -> None:
    sent(workspace, file)
    with pytest.raises(UserError, match="folder of the plan"):
        reviews.save_again(workspace, the_round(workspace), workspace.folder / "r", None)
    bare = replace(the_round(workspace), snapshot=None)
    with pytest.raises(UserError, match="erased"):
        reviews.save_again(workspace, bare, file, None)
    assert reviews.as_sent(workspace, bare) is None


# --------------------------------------------------------------------------------------------------------- coming back


def test_an_answer_adds_comments_and_nothing_else_and_twice_is_once(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    before = others(workspace.plan)
    data = answered(made.review, said(field="action", quote="We asked"), said(CommentKind.THREE_WORDS, record=None))
    offer = reviews.offered(workspace, data, "a", TODAY)
    assert others(workspace.plan) == before and not workspace.plan.all(Comment)
    merge, step = reviews.take_in(workspace, offer, TODAY, ENGLISH.say)
    assert (merge.in_file, len(merge.new), merge.known, len(merge.rejected)) == (2, 2, 0, 0) and step
    assert step.by == "merge"
    held = {comment.id: comment for comment in workspace.plan.all(Comment)}
    assert set(held) == {comment.id for comment in merge.new}
    assert all(comment.fate is Fate.OPEN and comment.came_on for comment in held.values())
    assert all(anchor(workspace.plan, comment).unchanged for comment in held.values() if comment.record)
    again, nothing = reviews.take_in(workspace, offer, TODAY + timedelta(1), ENGLISH.say)
    assert (again.known, again.new, nothing) == (2, (), None)
    assert others(workspace.plan) == before
    assert {comment.id: comment for comment in workspace.plan.all(Comment)} == held


def test_what_came_stays_as_the_planner_worked_on_it(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    data = answered(made.review, said())
    take(workspace, data)
    [comment] = workspace.plan.all(Comment)
    workspace.commit(working.decline(workspace.plan, comment, "Not now."))
    assert take(workspace, data)[0].known == 1
    assert workspace.plan.all(Comment)[0].reason == "Not now."


@pytest.mark.parametrize("way", ["file", "text", "reply", "mail", "attached"])
def test_however_an_answer_comes_it_is_the_same(workspace: Workspace, tmp_path: Path, file: Path, way: str) -> None:
    data = answered(sent(workspace, file).review, said(text="Żółć — “so”"))
    text = armour.armoured(data)
    head = "From: n@example.org\r\nMIME-Version: 1.0\r\nContent-Type: "
    forms = {
        "file": data,
        "text": text.encode(),
        "reply": ("> > " + text.replace("\n", "\r\n> > ")).encode("utf-16"),
        "mail": f"{head}text/plain\r\n\r\nDear Rhian\r\n{text}".encode(),
        "attached": f'{head}multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\n'
        .encode() + data + b"\r\n--x--\r\n",
    }  # fmt: skip
    (tmp_path / "came").write_bytes(forms[way])
    offer = reviews.read_answer(workspace, tmp_path / "came", TODAY)
    assert [comment.text for comment in offer.merge.new] == ["Żółć — “so”"] and offer.name == "came"


def test_a_sealed_answer_needs_the_key_of_one_of_the_rounds(workspace: Workspace, file: Path) -> None:
    used = key()
    made = sent(workspace, file, used)
    data = answered(made.review, said())
    with pytest.raises(UserError, match="no round of this plan has its key"):
        reviews.offered(workspace, seal_bytes(data, key()), "a", TODAY)
    assert len(take(workspace, seal_bytes(data, used))[0].new) == 1
    cut = seal_bytes(data, used)[:-3]
    with pytest.raises(UserError):
        reviews.offered(workspace, cut, "a", TODAY)


def test_what_is_rejected_is_kept_aside_whole_and_once(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    data = answered(made.review, said(), said(record="hush-00001"), said(CommentKind.ANSWER))
    merge, step = take(workspace, data)
    assert (len(merge.new), len(merge.rejected)) == (1, 2) and step
    [stray] = workspace.plan.all(StrayAnswer)
    assert (stray.title, stray.author, stray.round) == ("a", "Nadia Khan", the_round(workspace).id)
    assert stray.attachment and workspace.blobs.read(stray.attachment) == data
    assert "1 comment: it is about something that was not sent." in stray.reason
    found = reviews.stray_text(workspace, stray)
    assert found and len(found.said) == 3
    assert take(workspace, data)[1] is None and len(workspace.plan.all(StrayAnswer)) == 1


def test_a_sealed_answer_is_kept_aside_so_that_it_can_be_read(workspace: Workspace, file: Path) -> None:
    used = key()
    data = answered(sent(workspace, file, used).review, said(record="hush-00001"))
    take(workspace, seal_bytes(data, used))
    [stray] = workspace.plan.all(StrayAnswer)
    assert reviews.stray_text(workspace, stray)


def test_what_was_changed_on_its_way_brings_nothing(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    plain = json.loads(answered(made.review, said(), said()))
    plain["comments"][0]["text"] = "Forged"
    merge, _step = take(workspace, json.dumps(plain).encode())
    assert (merge.in_file, merge.new, len(merge.rejected)) == (2, (), 2)
    assert not workspace.plan.all(Comment) and len(workspace.plan.all(StrayAnswer)) == 1


def test_a_round_in_the_bin_takes_nothing_and_takes_it_once_it_is_back(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    data = answered(made.review, said())
    workspace.commit(edits.remove(workspace.plan, the_round(workspace)))
    merge, _step = take(workspace, data)
    assert merge.round is None and len(merge.rejected) == 1
    workspace.restore(made.round)
    assert len(take(workspace, data)[0].new) == 1


def test_a_damaged_copy_of_what_was_sent_keeps_no_answer_out(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    snapshot = the_round(workspace).snapshot
    assert snapshot
    place = workspace.blobs.path(snapshot)
    assert place
    held = place.read_bytes()
    for harm in (held[: len(held) // 2], None):
        place.write_bytes(harm) if harm else place.unlink()
        with pytest.raises(UserError):
            reviews.as_sent(workspace, the_round(workspace))
        merge, step = take(workspace, answered(made.review, said(field="action", quote="We asked")))
        assert len(merge.new) == 1 and not merge.rejected and step
        assert anchor(workspace.plan, merge.new[0]).unchanged
    place.write_bytes(held)


def test_what_is_foreseen_is_what_comes_of_it(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    first = said()
    both = [
        answered(made.review, first),
        answered(made.review, first, said(record=OTHER.id), said(record="hush-00001")),
    ]
    offers = [reviews.offered(workspace, data, f"{n}", TODAY) for n, data in enumerate((*both, *both))]
    foreseen = reviews.foreseen(workspace, offers, TODAY)
    assert not workspace.plan.all(Comment)
    taken = [reviews.take_in(workspace, offer, TODAY, ENGLISH.say)[0] for offer in offers]
    assert [(len(m.new), m.known, len(m.rejected)) for m in foreseen] == [(1, 0, 0), (1, 1, 1), (0, 1, 0), (0, 2, 1)]
    assert [(m.new, m.known, m.rejected) for m in taken] == [(m.new, m.known, m.rejected) for m in foreseen]


def test_another_program_may_have_taken_it_in_meanwhile(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    offer = reviews.offered(workspace, answered(made.review, said()), "a", TODAY)
    with Workspace.open(workspace.folder) as other:
        take(other, offer.data)
    merge, step = reviews.take_in(workspace, offer, TODAY, ENGLISH.say)
    assert (merge.known, step) == (1, None)


def test_an_earlier_round_goes_back_with_what_became_of_it(workspace: Workspace, file: Path) -> None:
    made = sent(workspace, file)
    first = said()
    take(workspace, answered(made.review, first))
    [comment] = workspace.plan.all(Comment)
    workspace.commit(working.answer(workspace.plan, comment, "Forty.", NOW, lambda: "reply-0001"))
    workspace.commit(working.decline(workspace.plan, workspace.plan.all(Comment)[0], "We counted."))
    found = sent(workspace, file).review.plan
    back = {each.id: each for each in found.all(Comment)}
    assert (back[first.id].fate, back[first.id].reason, back["reply-0001"].text) == (
        Fate.DECLINED, "We counted.", "Forty.")  # fmt: skip
    [round] = found.all(Round)
    assert (round.key, round.identity, round.share, round.snapshot, round.scope) == ("", "", "", None, ())
    alone = sent(workspace, file, mentor=Person(id="owen-00001", name="Owen Rees")).review.plan
    assert not alone.all(Comment) and not alone.all(Round)
