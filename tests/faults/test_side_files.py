"""Files beside a plan that do not belong to it: they do it no harm, and it opens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Person
from leaderplan.store import Workspace
from tests.store.plans import linked, opened


@pytest.fixture
def folder(tmp_path):
    """A closed plan without any file beside it."""
    with opened(tmp_path, *linked()) as workspace:
        workspace.commit(edits.add(Person(id="person-01", name="Ann")))
    (workspace.folder / "plan.db-journal").unlink(missing_ok=True)
    return workspace.folder


def side_files(folder: Path, mode: str) -> dict[str, bytes]:
    """The files that another program's database has beside it in the middle of its work."""
    place = folder / "other.db"
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        db.execute(f"PRAGMA journal_mode = {mode}")
        db.execute("CREATE TABLE t (x)")
        db.execute("INSERT INTO t VALUES (zeroblob(90000))")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE t SET x = randomblob(90000)")
        found = {
            suffix: place.with_name(place.name + suffix).read_bytes()
            for suffix in ("-journal", "-wal", "-shm")
            if place.with_name(place.name + suffix).exists()
        }
        db.execute("ROLLBACK")
    for file in folder.glob("other.db*"):
        file.unlink()
    return found


def sound_with(folder: Path, files: dict[str, bytes]) -> None:
    """The plan opens beside these files, can be changed, and opens again."""
    with Workspace.open(folder) as workspace:
        expected = workspace.plan
    for suffix, data in files.items():
        (folder / f"plan.db{suffix}").write_bytes(data)
    with Workspace.open(folder) as workspace:
        assert workspace.plan == expected
        assert workspace.check() == []
        workspace.commit(edits.add(Person(id="person-02", name="Bill")))
        expected = workspace.plan
    with Workspace.open(folder) as workspace:
        assert workspace.plan == expected
        assert workspace.check() == []


def test_an_empty_journal_is_that_of_a_transaction_that_ended(folder):
    sound_with(folder, {"-journal": b""})


@pytest.mark.parametrize("length", [1, 8, 27, 512, 4096])
@pytest.mark.parametrize("data", [b"\\x00", b"x"])
def test_a_journal_that_never_became_one_is_no_hindrance(folder, length, data):
    sound_with(folder, {"-journal": data * length})


def test_the_files_of_a_database_in_another_mode_are_no_hindrance(folder):
    files = side_files(folder, "WAL")
    assert set(files) == {"-wal", "-shm"}
    sound_with(folder, files)


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_one_of_them_alone_is_no_hindrance(folder, suffix):
    sound_with(folder, {suffix: side_files(folder, "WAL")[suffix]})


def test_a_file_that_an_attempt_to_build_a_plan_left_is_no_hindrance(folder):
    sound_with(folder, {".new": b"half a file", ".new-journal": b"half a journal"})


def test_the_journal_of_another_database_is_set_aside(folder):
    files = side_files(folder, "TRUNCATE")
    assert len(files["-journal"]) > 512
    sound_with(folder, files)
    (kept,) = (folder / "set-aside").glob("*/plan.db-journal")
    assert kept.read_bytes() == files["-journal"]


def test_an_older_journal_of_the_plan_itself_is_set_aside(folder):
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE person SET name = replace(hex(zeroblob(9000)), '0', 'x')")
        db.execute("PRAGMA user_version = 2")
        db.execute("UPDATE achievement SET result = replace(hex(zeroblob(9000)), '0', 'y')")
        db.execute("SELECT count(*) FROM step, change").fetchall()
        journal = (folder / "plan.db-journal").read_bytes()
        db.execute("ROLLBACK")
    with Workspace.open(folder) as workspace:
        for number in range(3):
            workspace.commit(edits.add(Person(id=f"person-1{number}", name="Bill")))
    sound_with(folder, {"-journal": journal})
