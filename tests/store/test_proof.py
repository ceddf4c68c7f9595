from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups, proof
from leaderplan.store.snapshot import Reason
from tests.store.plans import altered, flipped, forged

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)
OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"


def test_a_flipped_bit_or_an_exchanged_file_is_found_when_a_snapshot_is_proved(folder, workspace):
    made = backups.take(folder, Reason.REGULAR, AT)
    backups.prove(made)
    whole = made.file.read_bytes()
    flipped(made.file, b"Cut the queue")
    with pytest.raises(UserError, match=r"plan-20261122T101112Z-regular.db is not sound. It is not as it was written"):
        backups.prove(made)
    made.file.write_bytes(whole)
    backups.prove(made)
    made.file.unlink()
    with pytest.raises(UserError):
        backups.prove(made)


def test_damage_that_was_there_when_a_snapshot_was_noted_anew_is_found(folder, tmp_path):
    made = backups.take(folder, Reason.REGULAR, AT)
    flipped(made.file, b"Cut the queue")
    made.file.with_suffix(".json").unlink()
    (noted,) = backups.listed(folder)
    with pytest.raises(UserError, match="A row of achievement is not as it was written"):
        backups.prove(noted)


def test_a_reference_to_nothing_is_found_when_a_snapshot_is_proved(folder, tmp_path):
    made = backups.take(folder, Reason.REGULAR, AT)
    other = tmp_path / "other"
    (other / "backups").mkdir(parents=True)
    shutil.copy(made.file, other / "plan.db")
    forged(other, "measure", "days-0001", "of", "nowhere-1")
    shutil.copy(other / "plan.db", other / "backups" / made.file.name)
    (copy,) = backups.listed(other)
    with pytest.raises(UserError, match="is not sound"):
        backups.prove(copy)


def test_the_way_out_is_the_newest_that_can_be_proved(folder):
    assert backups.newest_sound(folder) is None
    first = backups.take(folder, Reason.REGULAR, AT)
    second = backups.take(folder, Reason.REGULAR, AT + timedelta(minutes=20))
    assert backups.newest_sound(folder) == second
    flipped(second.file, b"Cut the queue")
    assert backups.newest_sound(folder) == first
    flipped(first.file, b"Cut the queue")
    assert backups.newest_sound(folder) is None


def test_the_file_of_an_older_format_is_a_snapshot_too(tmp_path):
    folder = tmp_path / "older"
    folder.mkdir()
    altered(folder, OLD.read_text(encoding="utf-8"))
    before = (folder / "plan.db").read_bytes()
    Workspace.open(folder).close()
    (kept,) = backups.listed(folder)
    assert (kept.reason, kept.format, kept.step) == (Reason.UPGRADE, 1, 6)
    assert kept.records == {"achievement": 2, "measure": 1, "person": 1, "profile": 1}
    backups.prove(kept)
    assert kept.file.read_bytes() == before
    flipped(kept.file, b"Nobody waits longer")
    with pytest.raises(UserError, match="is not sound"):
        backups.prove(kept)


@pytest.mark.parametrize(("script", "sentence"), [
    ("DROP TABLE draft", "The table draft is missing"),
    ("DELETE FROM change WHERE step = 2", "Rows of change are missing"),
    ("DROP TABLE meta", "missing or has another shape"),
])  # fmt: skip
def test_damage_of_an_older_format_is_found(tmp_path, script, sentence):
    folder = tmp_path / "older"
    folder.mkdir()
    altered(folder, OLD.read_text(encoding="utf-8") + ";" + script)
    with pytest.raises(UserError, match=sentence):
        proof.prove(folder / "plan.db")


def test_a_database_that_a_program_died_over_is_no_proof_of_anything(folder):
    made = backups.take(folder, Reason.REGULAR, AT)
    made.file.with_name(f"{made.file.name}-journal").write_bytes(b"half")
    with pytest.raises(UserError, match="A program died"):
        backups.prove(made)
