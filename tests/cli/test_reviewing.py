"""review: what a mentor can do with a terminal and no plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leaderplan.exchange import sealed
from leaderplan.places import plan_folder
from tests.commandline import done, held, leaderplan, objects
from tests.mentoring import STORY, key, number, planner, sent


@pytest.fixture
def file(tmp_path: Path, own_home: Path) -> Path:
    """A review file on a computer that has no plan."""
    with planner(tmp_path / "planner") as workspace:
        sent(workspace, tmp_path / "r.leaderplan-review")
    return tmp_path / "r.leaderplan-review"


@pytest.fixture(autouse=True)
def no_plan_is_made(own_home: Path) -> Any:
    yield
    assert not plan_folder().exists() and not list(own_home.rglob("*"))


def answer(file: Path, *rows: object, **more: str) -> Any:
    """The entries of the answer that these comments make."""
    target = file.with_name("a.leaderplan-answer")
    options = [word for name, value in more.items() for word in (f"--{name}", value)]
    done("review", file, "--answer", target, "--comments", "-", "--force", *options, stdin=json.dumps(rows).encode())
    return json.loads(target.read_bytes())


def refused(file: Path, *rows: object) -> str:
    """What is said to comments that cannot be taken; nothing is written."""
    target = file.with_name("refused")
    told = leaderplan("review", file, "--answer", target, "--comments", "-", stdin=json.dumps(rows).encode())
    assert told.status == 1 and not target.exists() and not list(target.parent.glob("*.part")), told
    return told.err


def test_it_shows_who_asks_what_and_everything_that_was_sent(file: Path) -> None:
    lines = done("review", file).out
    for words in ("Nadia Khan, round 1", "from Rhian Calloway to Nadia Khan", "What would you cut?", "Cut the queue",
                  "We asked them. We listened.", "eue-0001", "Achievements", "Digital Leadership"):  # fmt: skip
        assert words in lines
    told = done("review", file, "--json").json
    assert (told["from"], told["to"], told["message"], told["sealed"]) == (
        "Rhian Calloway", "Nadia Khan", "What would you cut?", False)  # fmt: skip
    assert {"table": "achievement", "id": STORY.id} == {
        name: record[name]
        for record in told["records"]
        if record.get("title") == STORY.title
        for name in ("table", "id")
    }
    assert "key" not in told


def test_comments_of_every_kind_become_an_answer(file: Path) -> None:
    found = answer(
        file,
        {"record": STORY.id[-7:], "kind": "comment", "field": "result", "text": "How many?\r\nAnd since when?"},
        {"record": STORY.id, "kind": "suggestion", "field": "action", "quote": "We asked", "proposed": "I asked"},
        {"record": "mp-00001", "kind": "rating", "level": 2, "text": "Seen it."},
        {"record": STORY.id, "kind": "testimonial", "text": "She dared."},
        {"kind": "three_words", "text": "Plain, impatient, kind"},
    )
    first, second, third, fourth, fifth = found["comments"]
    assert found["author"] == "Nadia Khan" and found["format"] == "leaderplan-answer"
    assert first["text"] == "How many?\nAnd since when?" and first["of_table"] == "achievement"
    assert (second["quote"], second["suffix"], second.get("prefix")) == (
        "We asked",
        " them. We listened.\nThen we let ",
        None,
    )
    assert third["level"] == "level-0002" and third["record"] == "comp-00001"
    assert (fourth["kind"], fifth["kind"], "record" in fifth) == ("testimonial", "three_words", False)
    moments = [each["written_at"] for each in found["comments"]]
    assert moments == sorted(moments) and len(set(moments)) == 5


def test_words_are_found_in_the_one_part_where_they_stand(file: Path) -> None:
    [found] = answer(file, {"record": STORY.id, "kind": "comment", "quote": "wait  four\tdays", "text": "?"})[
        "comments"
    ]
    assert (found["field"], found["quote"]) == ("result", "wait four days")
    assert "more than one part" in refused(file, {"record": STORY.id, "kind": "comment", "quote": "days", "text": "?"})


def test_a_level_is_named_by_its_rank_or_its_id(file: Path) -> None:
    rated: dict[str, object] = {"record": "comp-00001", "kind": "rating"}
    level: object
    for level in (1, "1", "level-0001", "el-0001"):
        assert answer(file, rated | {"level": level})["comments"][0]["level"] == "level-0001"
    for wrong in (3, 0, True, "frame-0001", [1]):
        assert "is no level of its framework; those are 1, 2" in refused(file, rated | {"level": wrong})


def test_all_problems_are_listed_with_their_path_and_nothing_is_written(file: Path) -> None:
    wrong: list[tuple[object, str]] = [
        (7, "[0]: an object belongs here, not 7"),
        ({"kind": "shout", "text": "a"}, "[1].kind: shout is not one of"),
        ({"text": "a"}, "[2].kind: say what kind"),
        ({"kind": "comment"}, "[3].text: it says nothing"),
        ({"kind": "comment", "text": "a", "colour": 1}, "[4].colour: a comment has no such field"),
        ({"kind": "comment", "text": "a", "record": "nobody"}, "[5].record: no record of the review"),
        ({"kind": "comment", "text": "a", "record": STORY.id, "field": "private"}, "[6]: it is about a part"),
        ({"kind": "comment", "text": "a", "record": STORY.id, "field": "action", "quote": "xyz"}, "[7].quote: these"),
        ({"kind": "comment", "text": "a", "quote": "We"}, "[8].record: say which"),
        ({"kind": "comment", "text": "a", "level": 1}, "[9].level: only a rating"),
        ({"kind": "rating", "record": "comp-00001"}, "[10].level: say at which level"),
        ({"kind": "comment", "text": "a", "proposed": "b"}, "[11].proposed: only a suggestion"),
        ({"kind": "suggestion", "record": STORY.id, "proposed": "b"}, "[12].proposed: say for which field"),
        ({"kind": "withdrawn"}, "[13].revises: say which"),
        ({"kind": "testimonial", "text": "a"}, "[14].record: a testimonial is given"),
        ({"kind": "testimonial", "text": "a", "record": "comp-00001"}, "[15]: a testimonial is given"),
        ({"kind": "answer", "text": "a", "parent": number(9_001)}, "[16]: only the planner answers"),
        ({"id": "X", "kind": "comment", "text": "a"}, "[17].id: X is no UUID"),
        ({"id": number(9_001), "kind": "comment", "text": "a"}, ""),
        ({"id": number(9_001), "kind": "comment", "text": "b"}, "[19].id: another comment has the same id"),
        ({"kind": "comment", "text": "x" * 10_001}, "[20]: a text in it is longer than 10,000"),
        ({"kind": "comment", "text": "a", "written_at": "today"}, "[21].written_at: today is not a moment"),
        ({"kind": "comment", "text": ["a"]}, "[22].text: a list is not text"),
        ({"kind": "comment", "text": "a", "fate": "accepted"}, "[23].fate: a comment has no such field"),
    ]  # fmt: skip
    told = refused(file, *(row for row, _words in wrong))
    for _row, words in wrong:
        assert words in told
    assert "line 2, kind" in leaderplan(
        "review", file, "--answer", file.with_name("x"), "--comments", "-",
        stdin=b'{"kind": "comment", "text": "a"}\n{"kind": "x"}\n',
    ).err  # fmt: skip


def test_the_same_comments_make_the_same_answer_and_one_may_stand_in_the_place_of_another(file: Path) -> None:
    target = file.with_name("a")
    rows = [
        {"id": number(9_101), "record": STORY.id, "kind": "comment", "text": "One"},
        {"revises": number(9_101)[-7:], "record": STORY.id, "kind": "comment", "text": "One, better"},
        {"revises": number(9_102), "kind": "withdrawn"},
    ]
    first = done("review", file, "--answer", target, "--comments", "-", "--json", stdin=objects(*rows)).json["comments"]
    again = done("review", file, "--answer", target, "--comments", "-", "--json", "--force", stdin=objects(*first)).json
    assert again["comments"] == first
    assert [each.get("revises") for each in first] == [None, number(9_101), number(9_102)]


def test_a_comment_goes_under_the_name_that_is_given(file: Path) -> None:
    assert answer(file, {"kind": "comment", "text": "a"}, author=" Owen\n Rees ")["author"] == "Owen Rees"
    for name in (" ", "x" * 1_001):
        told = leaderplan("review", file, "--answer", file.with_name("n"), "--comments", "-", "--author", name,
                          stdin=b'[{"kind":"comment","text":"a"}]')  # fmt: skip
        assert told.status == 1 and not file.with_name("n").exists()


def test_a_sealed_review_is_opened_with_its_passphrase_and_answered_sealed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, words, target = key(), tmp_path / "words", tmp_path / "sealed-answer"
    words.write_text("correct horse battery staple", "utf-8")
    with planner(tmp_path / "second") as workspace:
        sent(workspace, tmp_path / "s", made)
    monkeypatch.setattr(sealed, "unlock", lambda _locked, _typed: made)
    opens = ("--passphrase-file", words)
    assert "Cut the queue" in done("review", tmp_path / "s", *opens).out
    assert done("review", tmp_path / "s", *opens, "--json").json["sealed"]
    done(
        "review",
        tmp_path / "s",
        *opens,
        "--answer",
        target,
        "--comments",
        "-",
        stdin=b'{"kind":"comment","text":"Nobody reads this sentence"}',
    )
    data = target.read_bytes()
    assert b"Nobody reads this" not in data and sealed.is_sealed_bytes(data)
    assert (
        json.loads(sealed.open_bytes(data, [made.identity]) or b"")["comments"][0]["text"]
        == "Nobody reads this sentence"
    )
    assert "--passphrase-file" in leaderplan("review", tmp_path / "s").err


def test_the_wrong_passphrase_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("correct horse battery staple", "utf-8")
    (tmp_path / "others").write_text("other words that nobody chose", "utf-8")
    with planner(tmp_path / "second") as workspace:
        sent(workspace, tmp_path / "s", sealed.new_key("correct horse battery staple"))
    assert "does not open" in leaderplan("review", tmp_path / "s", "--passphrase-file", tmp_path / "others").err
    assert "Cut the queue" in done("review", tmp_path / "s", "--passphrase-file", tmp_path / "words").out


def test_the_form_for_a_browser_is_written_and_says_that_it_is_open(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = done("review", file, "--form", tmp_path / "form.html", "--json").json
    text = (tmp_path / "form.html").read_text("utf-8")
    assert text.startswith("<!doctype html>") and "We asked them. We listened." in text
    assert told["file"] == str(tmp_path / "form.html") and len(told["notes"]) == 1
    assert "--force" in leaderplan("review", file, "--form", tmp_path / "form.html").err
    assert leaderplan("review", file, "--form", "x", "--answer", "y", "--comments", "-").status == 2
    made = key()
    with planner(tmp_path / "second") as workspace:
        sent(workspace, tmp_path / "s", made)
    (tmp_path / "words").write_text("correct horse battery staple", "utf-8")
    monkeypatch.setattr(sealed, "unlock", lambda _locked, _typed: made)
    told = done("review", tmp_path / "s", "--passphrase-file", tmp_path / "words", "--form", tmp_path / "g.html")
    assert "sealed, the form is not" in told.out


def test_what_is_written_wrongly_is_told_apart(file: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"mine")
    assert leaderplan("review", file, "--answer", tmp_path / "a").status == 2
    assert leaderplan("review", file, "--comments", "-").status == 2
    one = b'{"kind":"comment","text":"a"}'
    for target, sentence in (
        (tmp_path / "there", "--force"),
        (tmp_path, "is a folder"),
        (tmp_path / "n" / "a", "no folder"),
    ):
        told = leaderplan("review", file, "--answer", target, "--comments", "-", stdin=one)
        assert told.status == 1 and sentence in told.err
    assert (tmp_path / "there").read_bytes() == b"mine"
    assert "is not there" in leaderplan("review", tmp_path / "gone").err
    assert held() == {}
