from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups, collecting, snapshot
from leaderplan.store.collecting import collect
from leaderplan.store.snapshot import Reason
from tests.store.plans import altered, opened

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path):
    with opened(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def folder(workspace):
    return workspace.folder


def kept(workspace: Workspace, words: bytes, hours: float = 2) -> Path:
    """A file that was attached so many hours ago."""
    place = workspace.blobs.path(workspace.blobs.keep(words, "a.txt"))
    assert place
    aged(place, hours)
    return place


def aged(file: Path, hours: float) -> None:
    then = (AT - timedelta(hours=hours)).timestamp()
    os.utime(file, (then, then))


def attached(workspace: Workspace, words: bytes) -> Path:
    """A file that a record refers to."""
    evidence = Evidence(id=f"e-{words.decode()}", title="E", attachment=workspace.blobs.keep(words, "a.txt"))
    workspace.commit(edits.add(evidence))
    return kept(workspace, words)


def test_what_nothing_refers_to_goes_after_an_hour(folder, workspace):
    needed, lone, young = attached(workspace, b"needed"), kept(workspace, b"lone"), kept(workspace, b"young", 0.9)
    assert collect(folder, AT) == [lone]
    assert sorted((folder / "attachments").iterdir()) == sorted([needed, young])
    assert collect(folder, AT) == []


def test_what_the_history_a_draft_a_backup_or_a_set_aside_plan_needs_stays(folder, workspace, tmp_path):
    place = attached(workspace, b"history")
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find("e-history")))
    drafted = kept(workspace, b"drafted")
    workspace.draft("e-1", "attachment", f'{{"sha256":"{drafted.name}"}}')
    assert collect(folder, AT) == []
    backups.take(folder, Reason.REGULAR, AT)
    shutil.copytree(folder, tmp_path / "bare")
    assert collect(folder, AT) == []
    assert place.exists() and drafted.exists()


@pytest.mark.parametrize("where", ["backups", "set-aside/20261122T101112Z"])
def test_a_file_that_only_a_copy_of_the_plan_needs_stays_with_the_copy(folder, workspace, tmp_path, where):
    with opened(tmp_path / "other") as other:
        place = attached(other, b"elsewhere")
        taken = backups.take(other.folder, Reason.REGULAR, AT)
    mine = folder / "attachments" / place.name
    shutil.copy2(place, mine)
    (folder / where).mkdir(parents=True, exist_ok=True)
    copy = folder / where / "plan-20261122T101112Z-regular.db"
    shutil.copy(taken.file, copy)
    assert collect(folder, AT) == []
    copy.unlink()
    assert collect(folder, AT) == [mine]


@pytest.mark.parametrize("where", ["backups", "set-aside/20261122T101112Z"])
def test_nothing_goes_while_a_database_cannot_be_read(folder, workspace, where):
    kept(workspace, b"lone")
    (folder / where).mkdir(parents=True, exist_ok=True)
    broken = folder / where / "plan.db"
    broken.write_bytes(b"SQLite format 3\x00 and then nothing")
    assert collect(folder, AT) == []
    broken.unlink()
    assert len(collect(folder, AT)) == 1


def test_nothing_goes_when_a_backup_cannot_be_read_a_single_time(folder, workspace, monkeypatch):
    place = kept(workspace, b"in the backup")
    workspace.draft("e-1", "attachment", f'{{"sha256":"{place.name}"}}')
    backups.take(folder, Reason.REGULAR, AT)
    workspace.forget_draft("e-1", "attachment")
    noted = snapshot.noted
    for failing in range(1, 4):
        calls = iter(range(1, 99))

        def read(file: Path, failing: int = failing, calls=calls):
            if next(calls) == failing:
                raise OSError
            return noted(file)

        monkeypatch.setattr(backups, "noted", read)
        collect(folder, AT)
        assert place.exists()


def test_nothing_goes_while_rows_of_the_plan_are_missing(folder, workspace):
    attached(workspace, b"needed")
    altered(folder, "DELETE FROM evidence; DELETE FROM change")
    assert collect(folder, AT) == []


def test_nothing_goes_while_a_plan_set_aside_is_half_written(folder, workspace):
    kept(workspace, b"lone")
    aside = folder / "set-aside" / "20261122T101112Z"
    aside.mkdir(parents=True)
    shutil.copy(backups.take(folder, Reason.REGULAR, AT).file, aside / "plan.db")
    (aside / "plan.db-journal").write_bytes(b"half")
    assert collect(folder, AT) == []


@pytest.mark.parametrize("missing", ["plan.db", "attachments"])
def test_a_folder_without_plan_or_attachments_is_left_alone(folder, workspace, missing):
    lone = kept(workspace, b"lone")
    (folder / missing).rename(folder.parent / "moved")
    assert collect(folder, AT) == []
    (folder.parent / "moved").rename(folder / missing)
    assert lone.exists()


def test_nothing_goes_while_a_folder_cannot_be_looked_into(folder, workspace, monkeypatch):
    kept(workspace, b"lone")
    (folder / "set-aside").mkdir()

    def refuse(_path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert collect(folder, AT) == []


def test_leftovers_of_a_killed_program_go_after_a_day_and_foreign_files_stay(folder, workspace):
    place = folder / "attachments"
    place.mkdir(exist_ok=True)
    for name, hours in ((".old.part", 25), (".young.part", 23), ("readme.txt", 99), ("a" * 63, 99)):
        (place / name).write_bytes(b"x")
        aged(place / name, hours)
    assert collect(folder, AT) == []
    assert sorted(path.name for path in place.iterdir()) == [".young.part", "a" * 63, "readme.txt"]


def test_a_file_that_is_attached_again_at_that_moment_stays(folder, workspace, monkeypatch):
    lone = kept(workspace, b"lone")
    rename = Path.rename

    def attach_first(path, target):
        monkeypatch.undo()
        workspace.blobs.keep(b"lone", "again.txt")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", attach_first)
    assert collect(folder, datetime.now(UTC)) == []
    assert lone.read_bytes() == b"lone"


def test_two_programs_may_collect_at_once(folder, workspace, monkeypatch):
    lone, part = kept(workspace, b"lone"), folder / "attachments" / ".x.part"
    part.write_bytes(b"x")
    listing = Path.iterdir

    def quicker(path):
        found = list(listing(path))
        if path.name == "attachments":
            lone.unlink()
            part.unlink()
        return found

    monkeypatch.setattr(Path, "iterdir", quicker)
    assert collect(folder, AT) == []


def test_a_collection_that_was_killed_loses_nothing(folder, workspace):
    needed = attached(workspace, b"needed")
    needed.rename(needed.with_name(f"{needed.name}.going"))
    assert collect(folder, AT) == []
    assert needed.read_bytes() == b"needed"


def test_a_file_that_cannot_be_removed_is_said_so(folder, workspace, monkeypatch):
    kept(workspace, b"lone")

    def refuse(_path, _target) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UserError, match="cannot be written"):
        collecting.collect(folder, AT)
