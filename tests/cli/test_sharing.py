"""share: what leaves is shown first, then frozen; a script needs nobody to ask."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from leaderplan.exchange import sealed
from leaderplan.upkeep import answering
from tests.commandline import done, held, leaderplan, refused
from tests.mentoring import OTHER, SECRET, STORY, key, planner, review_in

NADIA = ("--mentor", "Nadia Khan")


@pytest.fixture(autouse=True)
def reviewed(own_home: Path) -> Path:
    """The plan that commands work on."""
    planner(own_home / "plan").close()
    return own_home / "plan"


def test_a_share_is_a_file_and_a_round(tmp_path: Path) -> None:
    file = tmp_path / "r.leaderplan-review"
    told = done("share", "-o", file, *NADIA, "--message", "What would\nyou cut?", "--json").json
    found = review_in(file.read_bytes())
    assert (found.head.sender, found.head.mentor, found.head.message) == (
        "Rhian Calloway", "Nadia Khan", "What would\nyou cut?")  # fmt: skip
    assert told["file"] == str(file) and told["size"] == file.stat().st_size and not told["sealed"]
    assert told["records"] == [{"id": told["round"], "table": "round", "change": "added"}]
    assert {record.id for record in found.plan} >= {STORY.id, OTHER.id, "ann-000001", "comp-00001", "rated-0001"}
    assert SECRET.id not in {record.id for record in found.plan}
    assert {"table": "achievement", "reason": "private", "count": 1} in told["left_out"]
    assert "not sealed" in " ".join(told["notes"])
    [round] = done("rounds", "--json").json
    assert (round["id"], round["state"], round["mentor_name"]) == (told["round"], "out", "Nadia Khan")
    done("undo")
    assert done("rounds").out == "Rounds: none.\n"


def test_a_dry_run_says_exactly_what_would_leave_and_does_nothing(tmp_path: Path) -> None:
    file = tmp_path / "r.leaderplan-review"
    before = held()
    told = done("share", "-o", file, *NADIA, "--dry-run", "--json").json
    lines = done("share", *NADIA, "--dry-run").out
    assert held() == before and not file.exists()
    done("share", "-o", file, *NADIA)
    with zipfile.ZipFile(file) as packed:
        tables = json.loads(packed.read("plan.json"))
    left = [{"table": table} | record for table in sorted(tables) for record in tables[table]]
    assert told["records"] == left
    assert {"table": "person", "id": "ann-000001", "name": "Ann Price", "role": "Manager"} in left
    assert all(str(value) in lines for record in left for name, value in record.items() if name in ("title", "name"))
    assert "Shy." not in lines and "Nobody may know." not in lines
    assert "Stays here: 1 of Achievements, marked private." in lines
    assert "Nothing was written" in lines


def test_chosen_stories_go_alone(tmp_path: Path) -> None:
    file = tmp_path / "r"
    done("share", "-o", file, *NADIA, "--select", STORY.id[-7:])
    ids = {record.id for record in review_in(file.read_bytes()).plan}
    assert STORY.id in ids and not {OTHER.id, "births-001"} & ids
    assert "“mp-00001”" in refused("share", "-o", tmp_path / "s", *NADIA, "--select", "mp-00001")
    assert not (tmp_path / "s").exists()


def test_somebody_who_is_not_in_the_plan_yet_is_added(tmp_path: Path) -> None:
    told = done("share", "-o", tmp_path / "r", "--mentor", " Owen  Rees\t")
    assert "Owen Rees is not in the plan yet" in told.out
    [owen] = done("list", "person", "--where", "name=Owen Rees", "--json").json
    assert owen["tier"] == "mentor"
    assert "Owen Rees, round 2" in done("share", "-o", tmp_path / "s", "--mentor", "owen rees").out


def test_sealed_it_is_opened_by_the_passphrase_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = key()
    monkeypatch.setattr(sealed, "new_key", lambda _typed: made)
    file, words = tmp_path / "r", tmp_path / "words"
    words.write_text("correct horse battery staple\n", "utf-8")
    told = done("share", "-o", file, *NADIA, "--passphrase-file", words, "--json").json
    assert told["sealed"] and not [note for note in told["notes"] if "not sealed" in note]
    envelope = answering.taken_up(file)
    assert b"queue" not in envelope.data and envelope.locked == made.sealed
    assert answering.opened(envelope, made).head.mentor == "Nadia Khan"


def test_what_cannot_be_done_is_said_and_nothing_is_sent(tmp_path: Path, own_home: Path) -> None:
    (tmp_path / "there").write_bytes(b"a letter")
    (tmp_path / "weak").write_text("abc", "utf-8")
    for words, sentence in (
        (("-o", tmp_path / "there", *NADIA), "--force"),
        (("-o", tmp_path, *NADIA), "is a folder"),
        (("-o", tmp_path / "nowhere" / "r", *NADIA), "There is no folder"),
        (("-o", own_home / "plan" / "r", *NADIA), "folder of the plan itself"),
        (("-o", tmp_path / "r", "--mentor", " \t"), "no name"),
        (("-o", tmp_path / "r", *NADIA, "--message", "x" * 10_001), "10,000 characters"),
        (("-o", tmp_path / "r", *NADIA, "--passphrase-file", tmp_path / "weak"), "shorter than"),
        (("-o", tmp_path / "r", *NADIA, "--select", "nobody"), "“nobody”"),
    ):
        assert sentence in refused("share", *words)
    assert (tmp_path / "there").read_bytes() == b"a letter" and not (tmp_path / "r").exists()
    assert leaderplan("share", *NADIA).status == 2
    done("share", "-o", tmp_path / "there", *NADIA, "--force")
    assert review_in((tmp_path / "there").read_bytes())


def test_what_no_file_can_hold_is_left_out_of_the_message(tmp_path: Path) -> None:
    done("share", "-o", tmp_path / "r", "--mentor", "Nadia\nKhan\udcff", "--message", "a\udcff\u202eb\0")
    head = review_in((tmp_path / "r").read_bytes()).head
    assert (head.mentor, head.message) == ("Nadia Khan", "ab")
    assert io.BytesIO(head.message.encode())
