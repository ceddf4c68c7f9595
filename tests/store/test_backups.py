from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.errors import Cancelled, UserError
from leaderplan.store import Workspace, backups, copying, proof, snapshot
from leaderplan.store.snapshot import Reason
from tests.store.plans import altered, bytes_of, flipped, opened, queue, renamed, story

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


def names(folder: Path) -> list[str]:
    """What lies among the backups."""
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_snapshot_is_a_plan_that_opens_and_holds_the_same(folder, workspace, tmp_path):
    made = backups.take(folder, Reason.ASKED, AT)
    assert made.file == folder / "backups" / "plan-20261122T101112Z-asked.db"
    assert made.file.stat().st_mode & 0o777 == 0o600
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(made.file, other / "plan.db")
    with Workspace.open(other) as copy:
        assert copy.plan == workspace.plan
        assert [step.id for step in copy.history()] == [step.id for step in workspace.history()]
        assert [hit.id for hit in copy.search("queue")] == ["queue-0001"]


def test_a_bit_that_flips_in_the_copy_is_found_before_it_is_a_backup(folder, monkeypatch):
    copy = copying.copy

    def flip(plan, target, progress):
        meant = copy(plan, target, progress)
        flipped(target, b"Cut the queue")
        return meant

    monkeypatch.setattr(backups, "copy", flip)
    before = bytes_of(folder)
    with pytest.raises(UserError, match="the copy of the plan is not sound"):
        backups.take(folder, Reason.REGULAR, AT)
    assert bytes_of(folder) == before


def test_a_copy_of_another_moment_is_no_backup(folder, monkeypatch):
    monkeypatch.setattr(proof, "state_of", lambda _db: (1, "another"))
    with pytest.raises(UserError, match="does not hold what the plan held"):
        backups.take(folder, Reason.REGULAR, AT)
    assert names(folder) == []


def test_no_backup_is_made_of_a_damaged_plan(folder):
    altered(folder, "DELETE FROM measure")
    with pytest.raises(UserError, match="Rows of measure are missing"):
        backups.take(folder, Reason.REGULAR, AT)
    assert names(folder) == []


def test_a_name_at_which_another_program_builds_is_left_to_it(folder):
    theirs = folder / "backups" / "plan-20261122T101112Z-asked.db.part"
    theirs.write_bytes(b"")
    assert backups.take(folder, Reason.ASKED, AT).file.name == "plan-20261122T101112Z-asked-2.db"
    assert theirs.exists()


@pytest.mark.parametrize("at", ["copying", "proving", "naming"])
def test_what_stops_a_backup_leaves_nothing(folder, monkeypatch, at):
    def fail(*_all) -> None:
        raise OSError(28, "No space left on device")

    if at == "copying":
        monkeypatch.setattr(os, "fsync", fail)
    elif at == "proving":
        monkeypatch.setattr(proof, "examined", fail)
    else:
        monkeypatch.setattr(Path, "rename", fail)
    before = bytes_of(folder)
    with pytest.raises(UserError, match="The disk is full"):
        backups.take(folder, Reason.REGULAR, AT)
    assert bytes_of(folder) == before


@pytest.mark.parametrize("stop_at", [0, 40, 100])
def test_a_backup_that_is_cancelled_leaves_nothing(folder, stop_at):
    def stop(done: int, of: int) -> None:
        assert of == 100
        if done >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.take(folder, Reason.REGULAR, AT, stop)
    assert names(folder) == []


def test_progress_only_grows(folder):
    told: list[int] = []
    backups.take(folder, Reason.REGULAR, AT, lambda done, _of: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 100


def test_a_folder_that_may_not_be_written_is_named(folder, monkeypatch):
    def refuse(*_all, **_more) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UserError, match="backups cannot be written"):
        backups.take(folder, Reason.REGULAR, AT)


def test_there_is_no_backup_without_a_plan(tmp_path):
    with pytest.raises(UserError, match="There is no plan"):
        backups.take(tmp_path, Reason.REGULAR, AT)
    assert backups.listed(tmp_path) == []
    assert backups.thin(tmp_path, AT) == []
    assert not (tmp_path / "backups").exists()


def test_what_a_killed_run_left_goes_after_an_hour(folder):
    old, young = folder / "backups" / "plan-x.db.part", folder / "backups" / "plan-y.db.part"
    for part, age in ((old, 61), (young, 59)):
        part.write_bytes(b"half")
        then = (AT - timedelta(minutes=age)).timestamp()
        os.utime(part, (then, then))
    made = backups.take(folder, Reason.REGULAR, AT)
    assert names(folder) == sorted([made.file.name, made.file.with_suffix(".json").name, young.name])


def test_what_cannot_be_read_is_left_out_and_named(folder):
    made = backups.take(folder, Reason.REGULAR, AT)
    place = folder / "backups"
    (place / "empty.db").write_bytes(b"")
    (place / "plan-20261121T101112Z-regular.db").write_bytes(made.file.read_bytes()[:9_000])
    (place / "text.db").write_bytes(b"hello " * 100)
    (place / "notes.txt").write_bytes(b"not ours")
    with closing(sqlite3.connect(place / "hollow.db")) as db:
        db.executescript("PRAGMA application_id = 1280330830; PRAGMA user_version = 2; CREATE TABLE t (x)")
    assert backups.listed(folder) == [made]
    assert [file.name for file in backups.unreadable(folder)] == [
        "empty.db", "hollow.db", "plan-20261121T101112Z-regular.db", "text.db"
    ]  # fmt: skip


def test_a_copy_that_a_person_put_there_is_listed_and_never_thinned(folder):
    made = backups.take(folder, Reason.REGULAR, AT)
    own = folder / "backups" / "before my holiday.db"
    shutil.copy(made.file, own)
    then = datetime(2020, 5, 1, tzinfo=UTC)
    os.utime(own, (then.timestamp(), then.timestamp()))
    assert [(each.file.name, each.at) for each in backups.listed(folder)] == [(made.file.name, AT), (own.name, then)]
    assert backups.thin(folder, AT + timedelta(days=9_000)) == []


def test_a_snapshot_is_due_ten_minutes_after_the_last_if_anything_changed(folder, workspace):
    def due(minutes: float) -> bool:
        return backups.is_due(folder, AT + timedelta(minutes=minutes), workspace.history()[0].id)

    assert due(0)
    backups.take(folder, Reason.REGULAR, AT)
    assert not due(11)
    renamed(workspace, story(workspace), result="Nobody waits")
    assert not due(9)
    assert due(10)
    assert due(-5)  # the clock was set back
    backups.take(folder, Reason.REGULAR, AT + timedelta(minutes=10))
    assert not due(21)


def test_typing_on_in_the_same_step_makes_a_snapshot_due(folder, workspace):
    renamed(workspace, queue(), result="Nobody")
    workspace.draft("queue-0001", "ended", "May")
    backups.take(folder, Reason.REGULAR, AT)
    step, later = workspace.history()[0].id, AT + timedelta(minutes=11)
    assert not backups.is_due(folder, later, step)
    workspace.draft("queue-0001", "ended", "May 2024, or so")
    assert backups.is_due(folder, later, step)


def test_thinning_removes_what_need_not_stay_with_what_was_noted(folder):
    first = backups.take(folder, Reason.REGULAR, AT)
    whole = first.file.read_bytes()
    for hour in range(1, 90):
        copy = first.file.with_name(snapshot.name_for(AT + timedelta(hours=hour), Reason.REGULAR))
        copy.write_bytes(whole)
    assert len(backups.listed(folder)) == 90
    (folder / "backups" / "plan-20200101T000000Z-regular.json").write_bytes(b"{}")  # its database went before a crash
    gone = backups.thin(folder, AT + timedelta(hours=90))
    assert len(gone) == 90 - 48 - 2  # those of two days, and the last of each of two days before
    left = backups.listed(folder)
    assert len(left) == 90 - len(gone)
    assert not set(gone) & {each.file for each in left}
    assert names(folder) == sorted(
        name for each in left for name in (each.file.name, each.file.with_suffix(".json").name)
    )
    assert backups.thin(folder, AT + timedelta(hours=90)) == []


def test_a_folder_of_backups_that_cannot_be_read_is_said_so(folder, monkeypatch):
    def refuse(_path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UserError):
        backups.listed(folder)


def passing(failed, real):
    """A function in place of another, or of a method."""
    return lambda *given, **more: failed(real, *given, **more)


def test_wherever_the_disk_fails_there_is_a_whole_snapshot_or_none(folder, monkeypatch):
    before = bytes_of(folder)
    for failing in count(1):
        calls = [0]

        def failed(real, *given, calls=calls, failing=failing, **more):
            calls[0] += 1
            if calls[0] == failing:
                raise OSError(5, "Input/output error")
            return real(*given, **more)

        with monkeypatch.context() as patched:
            for place, name in ((os, "open"), (os, "fsync"), (os, "truncate"), (Path, "rename"), (Path, "replace")):
                patched.setattr(place, name, passing(failed, getattr(place, name)))
            try:
                made = backups.take(folder, Reason.REGULAR, AT)
            except UserError:
                made = None
        if made is None:
            assert bytes_of(folder) == before, failing
        else:
            assert backups.listed(folder) == [made]
            backups.prove(made)
            for left in (folder / "backups").iterdir():
                left.unlink()
        if calls[0] < failing:
            break
    assert failing > 8


def test_before_more_than_twenty_records_are_removed_at_once_a_snapshot_is_taken(tmp_path):
    stories = [queue(id=f"queue-{number:04}", title=f"Story {number}") for number in range(21)]
    with opened(tmp_path, *stories) as workspace:
        workspace.commit(edits.remove(workspace.plan, *stories[:1]))
        assert backups.listed(workspace.folder) == []
        workspace.undo()
        workspace.commit(edits.remove(workspace.plan, *stories))
        (made,) = backups.listed(workspace.folder)
        assert made.reason is Reason.REMOVAL and made.records["achievement"] == 21
        assert not workspace.plan.all(Achievement)


def test_what_is_erased_while_a_snapshot_is_made_is_not_in_it(folder, monkeypatch):
    with Workspace.open(folder) as workspace:
        gone = workspace.plan.all(Achievement)[0]
        prove = backups._proved
        calls: list[int] = []

        def erase_meanwhile(*arguments):
            if not calls:
                workspace.erase([gone.id])
            calls.append(1)
            return prove(*arguments)

        monkeypatch.setattr(backups, "_proved", erase_meanwhile)
        made = backups.take(folder, Reason.ASKED, AT)
        assert len(calls) == 2
        assert [file.name for file in (folder / "backups").glob("*.db")] == [made.file.name]
        assert gone.heading.encode() not in made.file.read_bytes()
