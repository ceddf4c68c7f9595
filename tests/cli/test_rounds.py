"""merge, rounds and round: what came back, in whichever way it came."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leaderplan.domain.records import CommentKind
from leaderplan.exchange.review import armour
from leaderplan.exchange.review.package import Review
from tests.commandline import done, held, leaderplan, objects, refused
from tests.mentoring import OTHER, STORY, answered, key, planner, said, sent


@pytest.fixture
def review(tmp_path: Path, own_home: Path) -> Review:
    """What a mentor was sent of the plan that commands work on."""
    with planner(own_home / "plan") as workspace:
        return sent(workspace, tmp_path / "r").review


@pytest.fixture
def answer(review: Review, tmp_path: Path) -> Path:
    """Two comments, on two stories."""
    file = tmp_path / "a.leaderplan-answer"
    file.write_bytes(answered(review, said(), said(text="Why?", record=OTHER.id)))
    return file


def test_an_answer_is_taken_in_once_as_one_step(answer: Path) -> None:
    [told] = done("merge", answer, "--json").json
    counts = {name: told[name] for name in ("in_file", "new", "known", "unplaced", "rejected", "reasons")}
    assert counts == {"in_file": 2, "new": 2, "known": 0, "unplaced": 0, "rejected": 0, "reasons": []}
    assert told["file"] == str(answer) and told["author"] == "Nadia Khan"
    before = held()
    [again] = done("merge", answer, "--json").json
    assert (again["new"], again["known"], again["step"]) == (0, 2, None)
    assert held() == before
    assert done("history", "--limit", 1, "--json").json[0]["step"] == told["step"]
    done("undo")
    assert done("rounds", "--json").json[0]["comments"] == []


def test_a_dry_run_counts_as_if_each_had_been_taken_in(answer: Path) -> None:
    before = held()
    first, second = done("merge", "--dry-run", answer, answer, "--json").json
    assert (first["new"], second["new"], second["known"], first["step"]) == (2, 0, 2, None)
    assert "Nothing was stored" in done("merge", "--dry-run", answer).out
    assert held() == before
    assert [each["new"] for each in done("merge", answer, answer, "--json").json] == [2, 0]


@pytest.mark.parametrize("quoting", ["", "> "])
def test_a_mail_a_pipe_and_a_text_are_read_as_well(answer: Path, tmp_path: Path, quoting: str) -> None:
    text = "Dear Rhian,\n\n" + armour.armoured(answer.read_bytes())
    mail = "From: Nadia <n@example.org>\r\nSubject: yours\r\nContent-Type: text/plain\r\n\r\n"
    (tmp_path / "mail.eml").write_bytes((mail + text.replace("\n", f"\r\n{quoting}")).encode())
    [told] = done("merge", tmp_path / "mail.eml", "--json").json
    assert told["new"] == 2
    [told] = done("merge", "-", "--json", stdin=text.encode()).json
    assert (told["file"], told["known"]) == ("-", 2)


def test_what_is_rejected_is_said_and_kept_aside(answer: Path, review: Review, tmp_path: Path) -> None:
    forged = json.loads(answer.read_bytes())
    forged["comments"][0]["text"] = "Forged"
    (tmp_path / "forged").write_text(json.dumps(forged), "utf-8")
    told = done("merge", tmp_path / "forged").out
    assert "2 comments: 0 new, 0 known, 2 rejected." in told and "changed afterwards" in told
    assert "1 answer is kept aside" in done("rounds").out
    own = answered(review, said(), said(record="hush-00001"), said(CommentKind.ANSWER))
    (tmp_path / "own").write_bytes(own)
    [values] = done("merge", tmp_path / "own", "--json").json
    assert (values["in_file"], values["new"], values["rejected"]) == (3, 1, 2)
    assert [each["number"] for each in values["reasons"]] == [2, 3] and all(each["id"] for each in values["reasons"])
    assert len(done("list", "stray_answer", "--json").json) == 2


def test_what_was_about_something_that_is_gone_is_unplaced(answer: Path) -> None:
    done("remove", OTHER.id)
    assert "What 1 of the new is about is gone" in done("merge", answer).out
    [round] = done("rounds", "--json").json
    assert round["unplaced"] == 1
    assert [comment["place"] for comment in round["comments"]] == ["record", "unplaced"]


def test_where_one_cannot_be_read_nothing_of_any_is_stored(answer: Path, tmp_path: Path) -> None:
    with planner(tmp_path / "other") as workspace:
        # another person's plan, which has another profile
        plain = json.loads(answer.read_bytes()) | {"plan": "somebody-else"}
        assert workspace
    wrong = {
        "another": json.dumps(plain).encode(),
        "newer": json.dumps(plain | {"version": 2, "written_by": "9.9"}).encode(),
        "cut": answer.read_bytes()[:-40],
        "text": b"Dear Rhian, I have nothing to say.",
        "empty": b"",
    }
    sentences = ("another plan", "newer LeaderPlan, 9.9", "is not JSON", "holds no answer", "empty")
    for (name, data), sentence in zip(wrong.items(), sentences, strict=True):
        (tmp_path / name).write_bytes(data)
        said = refused("merge", answer, tmp_path / name)
        assert sentence in said and str(tmp_path / name) in said
        assert sentence in refused("merge", tmp_path / name, answer, "--json")
    assert "There is no file" in refused("merge", answer, tmp_path / "gone")
    assert leaderplan("merge").status == 2


def test_a_sealed_answer_is_opened_by_the_round(tmp_path: Path, own_home: Path) -> None:
    from leaderplan.exchange.sealed import seal_bytes

    made = key()
    with planner(own_home / "plan") as workspace:
        found = sent(workspace, tmp_path / "r", made).review
    (tmp_path / "a").write_bytes(seal_bytes(answered(found, said()), made))
    (tmp_path / "b").write_bytes(seal_bytes(answered(found, said()), key()))
    assert "no round of this plan has its key" in refused("merge", tmp_path / "b")
    assert done("merge", tmp_path / "a", "--json").json[0]["new"] == 1


def test_rounds_tell_every_comment_with_its_fate_its_versions_and_what_was_answered(
    review: Review, tmp_path: Path
) -> None:
    first = said(field="action", quote="We asked", kind=CommentKind.SUGGESTION, proposed="I asked", text="Say I.")
    better = said(text="Say I, as you did it.", revises=first.id)
    gone = said(text="Never mind me")
    back = said(CommentKind.WITHDRAWN, "", revises=gone.id)
    (tmp_path / "a").write_bytes(answered(review, first, better, gone, back))
    done("merge", tmp_path / "a")
    reply = {"round": review.head.round, "parent": better.id, "kind": "answer", "text": "I will.", "author": "Rhian",
             "written_at": "2026-03-13T08:00:00Z"}  # fmt: skip
    done("put", "comment", "-", stdin=objects(reply))
    done("put", "comment", "-", stdin=objects({"id": better.id, "fate": "declined", "reason": "It was us."}))
    [round] = done("rounds", "--json").json
    assert (round["total"], round["withdrawn"], round["fates"]["declined"], round["fates"]["open"]) == (1, 1, 1, 0)
    one, other = round["comments"]
    assert (one["id"], one["fate"], one["reason"], other["fate"]) == (better.id, "declined", "It was us.", None)
    assert [each["id"] for each in one["versions"]] == [first.id]
    assert [each["text"] for each in one["answers"]] == ["I will."]
    assert other["withdrawn"] and other["versions"][0]["text"] == "Never mind me"
    lines = done("rounds").out
    for words in ("Nadia Khan, round 1  (Back)", "declined", "Say I, as you did it.", "It was us.", "Rhian: I will.",
                  "withdrawn", "Never mind me"):  # fmt: skip
        assert words in lines
    assert not {"key", "identity"} & round.keys()


def test_a_round_is_printed_as_its_document_is(answer: Path, review: Review, tmp_path: Path) -> None:
    done("merge", answer)
    one = done("round", "report", review.head.round[-8:], "-o", tmp_path / "r.pdf", "--json").json
    other = done("document", "review-report", "--record", review.head.round, "-o", tmp_path / "s.pdf", "--json").json
    assert one["sha256"] == other["sha256"] and (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert "is no round" in refused("round", "report", STORY.id, "-o", tmp_path / "t.pdf")
    assert leaderplan("round", "report", review.head.round).status == 2


def test_a_round_is_closed_and_opened_again(answer: Path, review: Review) -> None:
    done("merge", answer)
    told = done("round", "close", review.head.round, "--json").json
    assert told["records"] == [{"id": review.head.round, "table": "round", "change": "altered"}]
    [round] = done("rounds", "--json").json
    assert (round["state"], round["closed_on"], round["fates"]["open"]) == ("closed", "2026-03-12", 2)
    done("round", "open", review.head.round[-8:])
    assert done("rounds", "--json").json[0]["state"] == "back"
    assert "is no round" in refused("round", "close", STORY.id)
    assert "“nobody”" in refused("round", "open", "nobody")
