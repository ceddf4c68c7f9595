from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from leaderplan.domain.records import Evidence
from leaderplan.domain.upgrades import FORMAT
from leaderplan.store import backups, snapshot
from leaderplan.store.snapshot import Reason
from tests.store.plans import LETTER, queue, renamed

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


def test_a_snapshot_says_what_it_holds_and_nothing_of_any_text(folder, workspace):
    renamed(workspace, queue(), result="A secret result")
    made = backups.take(folder, Reason.REGULAR, AT)
    assert (made.at, made.reason, made.format, made.step) == (AT, Reason.REGULAR, FORMAT, workspace.history()[0].id)
    assert made.records == {
        "achievement": 1, "claim": 1, "competency": 1, "evidence": 1, "framework": 1, "measure": 1, "person": 1,
        "profile": 1,
    }  # fmt: skip
    assert made.attachments == {LETTER.sha256}
    assert made.size == made.file.stat().st_size
    assert backups.listed(folder) == [made]
    said = made.file.with_suffix(".json").read_text(encoding="utf-8")
    assert "secret" not in said and "letter.pdf" not in said
    assert json.loads(said)["at"] == "2026-11-22T10:11:12.000000Z"


def test_attachments_that_only_the_history_knows_count(folder, workspace):
    renamed(workspace, workspace.plan.get(Evidence, "letter-01"), attachment=None)
    assert backups.take(folder, Reason.REGULAR, AT).attachments == {LETTER.sha256}


def test_several_within_a_second_have_a_number_and_the_last_is_the_newest(folder):
    made = [backups.take(folder, Reason.ASKED, AT) for _turn in range(3)]
    assert [each.file.name for each in made] == [f"plan-20261122T101112Z-asked{more}.db" for more in ("", "-2", "-3")]
    assert backups.listed(folder) == made[::-1]


@pytest.mark.parametrize(
    "harm",
    [
        lambda note: note.unlink(),
        lambda note: note.write_bytes(b"{"),
        lambda note: note.write_bytes(b"[]"),
        lambda note: note.write_text(note.read_text().replace("abab", "abac", 1)),
        lambda note: note.write_text(note.read_text().replace('"version": 1', '"version": 2')),
    ],
    ids=["removed", "cut off", "foreign", "flipped", "newer"],
)
def test_what_is_noted_beside_a_snapshot_is_made_anew(folder, harm):
    made = backups.take(folder, Reason.REGULAR, AT)
    note = made.file.with_suffix(".json")
    before = note.read_bytes()
    harm(note)
    assert backups.listed(folder) == [made]
    again = json.loads(note.read_bytes())
    assert {**json.loads(before), "proved": False, "check": again["check"]} == again  # these bytes were only looked at


def test_a_folder_that_takes_no_notes_lists_all_the_same(folder, monkeypatch):
    made = backups.take(folder, Reason.REGULAR, AT)
    made.file.with_suffix(".json").unlink()

    def refuse(*_all) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(snapshot, "write", refuse)
    assert backups.listed(folder) == [made]


def test_every_name_that_is_given_is_understood():
    for number, reason in enumerate(Reason, 1):
        assert snapshot.named(snapshot.name_for(AT, reason, number)) == (AT, reason)
    for foreign in ("plan-20261399T101112Z-asked.db", "plan-20261122T101112Z-why.db", "plan.db", "x.txt"):
        assert snapshot.named(foreign) is None
