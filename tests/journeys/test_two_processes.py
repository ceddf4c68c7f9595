"""A planner and a mentor on two computers, with nothing between them but files: three rounds by the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from leaderplan.exchange.review import armour

ROOT = Path(__file__).parents[2]
WORDS = "correct horse battery staple"
STORIES: list[dict[str, Any]] = [
    {"title": "Cut the queue", "action": "We asked them. We listened. Then we let the desk decide.",
     "result": "They wait four days.", "ended": "2025-11"},
    {"title": "Blue badges by post", "result": "Nobody comes to the desk any more.", "ended": "2025-06"},
    {"title": "A portal for landlords", "result": "Nine of ten use it.", "ended": "2024"},
    {"title": "What nobody may read", "result": "Hidden words.", "private": True},
]  # fmt: skip


@dataclass(frozen=True)
class Computer:
    """A computer of somebody's own: the program runs there in a process of its own, and finds its own home only."""

    home: Path

    def run(self, *words: object, stdin: object = None) -> subprocess.CompletedProcess[bytes]:
        """What a command leaves behind."""
        homes = {name: str(self.home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR")}
        homes |= {f"XDG_{name}_HOME": str(self.home / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        here = {"PYTHONPATH": str(ROOT / "src"), "LEADERPLAN_TODAY": "2026-03-12"}
        environment: dict[str, str] = {**os.environ, **homes, **here}
        environment.pop("LEADERPLAN_PLAN", None)
        command = [sys.executable, "-m", "leaderplan", *map(str, words)]
        typed = stdin if isinstance(stdin, bytes) else json.dumps(stdin).encode()
        return subprocess.run(command, input=typed, capture_output=True, env=environment, cwd=self.home, check=False)

    def does(self, *words: object, stdin: object = None) -> Any:
        """What a command that works prints as JSON."""
        told = self.run(*words, "--json", stdin=stdin)
        assert (told.returncode, told.stderr) == (0, b""), told
        return json.loads(told.stdout)

    def gets(self, file: Path) -> Path:
        """A file that came by mail."""
        return Path(shutil.copy(file, self.home / file.name))


@pytest.fixture
def mentor(tmp_path: Path) -> Computer:
    """Nadia's, who has no plan and never gets one."""
    (tmp_path / "mentor").mkdir()
    return Computer(tmp_path / "mentor")


@pytest.fixture
def planner(tmp_path: Path) -> Computer:
    """Rhian's, with a plan of four stories, one of them private."""
    (tmp_path / "planner").mkdir()
    computer = Computer(tmp_path / "planner")
    assert computer.run("new").returncode == 0
    computer.does("put", "profile", "-", stdin=[{"name": "Rhian Calloway"}])
    computer.does("put", "achievement", "-", stdin=STORIES)
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
    return computer


def counts(told: list[Mapping[str, Any]]) -> list[tuple[int, ...]]:
    """What merging answers came to: in the file, new, known, unplaced, rejected."""
    return [tuple(one[name] for name in ("in_file", "new", "known", "unplaced", "rejected")) for one in told]


@pytest.mark.timeout(300)
def test_three_rounds_between_two_computers(planner: Computer, mentor: Computer, tmp_path: Path) -> None:
    (tmp_path / "words").write_text(WORDS + "\n", "utf-8")
    opens = ("--passphrase-file", tmp_path / "words")

    # Round 1 goes out, and Nadia reads and answers it.
    one = tmp_path / "one" / "first.leaderplan-review"
    first = planner.does("share", "-o", one, "--mentor", "Nadia Khan", "--message", "What would you cut?")["round"]
    mine = mentor.gets(one)
    read = mentor.does("review", mine)
    assert (read["from"], read["message"]) == ("Rhian Calloway", "What would you cut?")
    assert "Hidden words" not in json.dumps(read)
    ids = {record.get("title"): record["id"] for record in read["records"]}
    queue, badges, portal = (ids[story["title"]] for story in STORIES[:3])
    competencies = (record for record in read["records"] if record["table"] == "competency")
    competency = next(record["id"] for record in competencies if "parent" in record)
    said = mentor.does("review", mine, "--answer", "first", "--comments", "-", stdin=[
        {"record": queue[-9:], "kind": "suggestion", "field": "action", "quote": "we let the desk decide",
         "proposed": "I let the desk decide", "text": "Say I."},
        {"record": badges, "kind": "comment", "field": "result", "text": "How many came before?"},
        {"record": portal, "kind": "comment", "text": "Who is left out?"},
        {"record": competency, "kind": "rating", "level": 2, "text": "I saw it."},
        {"record": queue, "kind": "testimonial", "text": "She dared to ask."},
        {"kind": "three_words", "text": "Plain, impatient, kind"},
    ])["comments"]  # fmt: skip
    suggestion, question, left_out, _rating, praise, _words = (comment["id"] for comment in said)

    # Meanwhile Rhian works on; then the answer comes.
    planner.does("put", "achievement", "-", stdin=[{"id": queue, "action": "I let the desk decide, and it did."}])
    planner.does("remove", portal)
    came = planner.gets(mentor.home / "first")
    assert counts(planner.does("merge", came, "--dry-run")) == [(6, 6, 0, 1, 0)]
    assert counts(planner.does("merge", came)) == [(6, 6, 0, 1, 0)]
    [told] = planner.does("rounds")
    placed = {comment["id"]: (comment["place"], comment["unchanged"]) for comment in told["comments"]}
    assert placed[suggestion] == ("field", False) and placed[question] == ("field", True)
    assert placed[left_out][0] == "unplaced" and placed[praise] == ("record", False)

    # Rhian answers one, declines another, and sends round 2, sealed.
    reply = planner.does("put", "comment", "-", stdin=[
        {"round": first, "parent": question, "kind": "answer", "text": "Forty a week.", "author": "Rhian Calloway",
         "written_at": "2026-03-13T08:00:00Z"}])["records"][0]["id"]  # fmt: skip
    planner.does("put", "comment", "-", stdin=[{"id": suggestion, "fate": "declined", "reason": "I did already."}])
    two = tmp_path / "two" / "second.leaderplan-review"
    second = planner.does("share", "-o", two, "--mentor", "nadia khan", *opens)
    assert second["sealed"] and second["title"] == "Nadia Khan, round 2"

    # Nadia reads what became of round 1, revises and withdraws there, and answers both.
    sealed = mentor.gets(two)
    assert mentor.run("review", sealed).returncode == 1
    read = mentor.does("review", sealed, *opens)
    back = {record["id"]: record for record in read["records"] if record["table"] == "comment"}
    assert (back[suggestion]["fate"], back[suggestion]["reason"]) == ("declined", "I did already.")
    assert (back[reply]["text"], back[reply]["parent"]) == ("Forty a week.", question)
    mentor.does("review", mine, "--answer", "late", "--comments", "-", stdin=[
        *said,
        {"record": badges, "field": "result", "kind": "comment", "revises": question, "text": "Say the forty."},
        {"kind": "withdrawn", "revises": left_out},
    ])  # fmt: skip
    mentor.does("review", sealed, *opens, "--answer", "second", "--comments", "-", stdin=[
        {"record": badges, "kind": "comment", "parent": reply, "text": "Forty is a number to print."},
        {"record": suggestion, "kind": "comment", "text": "Then all is well."},
    ])  # fmt: skip
    assert b"Forty" not in (mentor.home / "second").read_bytes()

    # They come in another order, one of them twice, and the oldest once more.
    late, answer = planner.gets(mentor.home / "late"), planner.gets(mentor.home / "second")
    assert counts(planner.does("merge", answer, late, answer)) == [(2, 2, 0, 0, 0), (8, 2, 6, 0, 0), (2, 0, 2, 0, 0)]
    assert counts(planner.does("merge", came, late)) == [(6, 0, 6, 0, 0), (8, 0, 8, 0, 0)]
    newest, oldest = planner.does("rounds")
    assert (newest["total"], oldest["total"], oldest["withdrawn"], oldest["fates"]["declined"]) == (2, 5, 1, 1)
    revised = next(comment for comment in oldest["comments"] if comment["revises"] == question)
    assert [version["text"] for version in revised["versions"]] == ["How many came before?"]
    assert [each["text"] for each in revised["answers"]] == ["Forty a week."]
    assert oldest["unplaced"] == 0  # what was withdrawn waits for nobody

    # Round 3, of one story; its answer comes as text in a mail, a step back is taken, and it comes again.
    three = tmp_path / "three" / "third.leaderplan-review"
    planner.does("share", "-o", three, "--mentor", "Nadia Khan", "--select", queue)
    last = [{"record": queue, "field": "action", "quote": "it did", "kind": "comment", "text": "Did it?"}]
    mentor.does("review", mentor.gets(three), "--answer", "third", "--comments", "-", stdin=last)
    text = "Dear Rhian,\r\n> " + armour.armoured((mentor.home / "third").read_bytes()).replace("\n", "\r\n> ")
    assert counts(planner.does("merge", "-", stdin=text.encode())) == [(1, 1, 0, 0, 0)]
    planner.does("undo")
    assert counts(planner.does("merge", "-", stdin=text.encode())) == [(1, 1, 0, 0, 0)]
    planner.does("round", "close", first)

    # Nothing was lost, nothing came twice, and the plan is sound.
    found = planner.does("rounds")
    assert [round["state"] for round in found] == ["back", "back", "closed"]
    comments = [comment for round in found for comment in round["comments"]]
    kept = [version["id"] for comment in comments for version in (comment, *comment["versions"])]
    answers = [json.loads((mentor.home / name).read_bytes()) for name in ("late", "third")]
    everything = {comment["id"] for answer in answers for comment in answer["comments"]}
    assert len(kept) == len(set(kept)) == 11 and everything < set(kept)
    assert planner.does("check") == {"ok": True, "problems": []}
    assert planner.does("list", "stray_answer") == []
    assert not list(mentor.home.rglob("plan.db")) and not (mentor.home / "DATA").exists()
