from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest

from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups, copying
from leaderplan.store.snapshot import Reason
from tests.store.plans import altered, renamed, story

AT = datetime(2026, 11, 22, 10, 11, 12, tzinfo=UTC)


def test_a_snapshot_is_sound_while_others_write_all_the_time(folder, workspace):
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        with Workspace.open(folder) as other:
            while not stop.is_set():
                renamed(other, story(other), result=f"Result {len(written)}")
                written.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backups.take(folder, Reason.REGULAR, AT) for _turn in range(6)]
    finally:
        stop.set()
        writer.join()
    assert len(written) > 6
    for each in made:
        backups.prove(each)
    assert [each.step for each in made] == sorted(each.step for each in made)
    assert workspace.poll()
    assert workspace.check()[0].what.id == "The file {name} is missing."  # the letter was never kept; else all is well


def test_a_plan_that_is_never_still_is_copied_under_one_lock(folder, monkeypatch):
    fill, turns = copying._fill, []

    def disturb(*given) -> None:
        fill(*given)
        turns.append(given)
        if len(turns) < 3:
            altered(folder, "CREATE TABLE t (x); DROP TABLE t")
        else:
            with closing(sqlite3.connect(folder / "plan.db", timeout=0)) as db:
                if len(turns) == 3:
                    db.executescript("CREATE TABLE t (x); DROP TABLE t")
                else:
                    with pytest.raises(sqlite3.OperationalError, match="locked"):
                        db.executescript("CREATE TABLE t (x); DROP TABLE t")

    monkeypatch.setattr(copying, "_fill", disturb)
    backups.prove(backups.take(folder, Reason.REGULAR, AT))
    assert len(turns) == 4


def test_a_commit_in_the_middle_of_a_copy_is_not_half_in_it(folder, workspace, monkeypatch):
    monkeypatch.setattr(copying, "_PAGES", 1)
    left = [3]

    def disturb(_done: int, _of: int) -> None:
        if left[0]:
            left[0] -= 1
            renamed(workspace, story(workspace), result=f"Result {left[0]}")

    made = backups.take(folder, Reason.REGULAR, AT, disturb)
    backups.prove(made)
    assert made.step == workspace.history()[0].id


def test_a_full_disk_while_copying_is_said_so(folder, monkeypatch):
    copy = copying.copy

    def small(plan, target, progress):
        real = sqlite3.connect

        def limited(*given, **more):
            made = real(*given, **more)
            if str(given[0]).endswith(".part?mode=rw"):
                made.execute("PRAGMA max_page_count = 3").close()
            return made

        monkeypatch.setattr(sqlite3, "connect", limited)
        return copy(plan, target, progress)

    monkeypatch.setattr(backups, "copy", small)
    with pytest.raises(UserError, match="The disk is full"):
        backups.take(folder, Reason.REGULAR, AT)
    assert list((folder / "backups").iterdir()) == []


def test_a_plan_that_is_locked_for_long_is_said_to_be(folder, monkeypatch):
    monkeypatch.setattr("leaderplan.store.database.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(folder / "plan.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="Another program is writing"):
            backups.take(folder, Reason.REGULAR, AT)


def test_a_plan_that_is_locked_in_the_middle_of_a_copy_is_said_to_be(folder, monkeypatch):
    monkeypatch.setattr(copying, "_PAGES", 1)
    monkeypatch.setattr("leaderplan.store.database.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as other:

        def disturb(_done: int, _of: int) -> None:
            if not other.in_transaction:
                other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(UserError, match="Another program is writing"):
            backups.take(folder, Reason.REGULAR, AT, disturb)
    assert list((folder / "backups").iterdir()) == []
