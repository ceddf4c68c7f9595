"""A disk that is full, a file that may not be written, errors of the disk: a sentence, and nothing has changed."""

from __future__ import annotations

import errno
import multiprocessing
import resource
import signal
import sqlite3
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement, Person
from leaderplan.errors import UserError
from leaderplan.store import Damaged, Workspace, database, moving
from leaderplan.store.failures import as_sentences
from tests.store.plans import altered, bytes_of, linked, opened, queue


@pytest.fixture
def workspace(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        yield workspace


def crowd(count: int = 400) -> list[Person]:
    return [Person(id=f"person-{number:04}", name="Somebody", private_notes="x" * 400) for number in range(count)]


def unchanged(workspace: Workspace, edit) -> UserError:
    """The edit fails with a sentence; file, plan, history and watchers know nothing of it, and work goes on."""
    told = []
    workspace.watch(lambda edit, by: told.append(edit))
    before, plan = bytes_of(workspace.folder), workspace.plan
    with pytest.raises(UserError) as failure:
        workspace.commit(edit)
    assert workspace.plan is plan
    assert not told
    assert bytes_of(workspace.folder) == before
    assert workspace.can_undo is None
    return failure.value


def test_a_full_disk_leaves_everything_as_it_was(workspace):
    pages = workspace._db.execute("PRAGMA page_count").fetchone()[0]
    workspace._db.execute(f"PRAGMA max_page_count = {pages + 3}")
    assert "The disk is full" in str(unchanged(workspace, edits.add(*crowd())))
    workspace._db.execute("PRAGMA max_page_count = 100000")
    assert workspace.commit(edits.add(*crowd()))
    assert workspace.check() == []


def test_a_file_that_may_not_be_written_leaves_everything_as_it_was(workspace):
    workspace._db.execute("PRAGMA query_only = ON")
    assert "cannot be written" in str(unchanged(workspace, edits.add(*crowd(1))))
    workspace._db.execute("PRAGMA query_only = OFF")
    assert workspace.commit(edits.add(*crowd(1)))


def test_a_plan_that_another_program_holds_leaves_everything_as_it_was(workspace):
    workspace._db.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(workspace.folder / "plan.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = workspace.plan
    with pytest.raises(UserError, match="Another program is writing"):
        workspace.commit(edits.add(*crowd(1)))
    other.close()
    assert workspace.plan is before
    assert workspace.commit(edits.add(*crowd(1)))


def _limited(folder: Path, room: int, sentences: multiprocessing.Queue) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    workspace = Workspace.open(folder)
    size = (folder / "plan.db").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, size + room))
    plan = workspace.plan
    try:
        workspace.commit(edits.add(*crowd()))
    except UserError as error:
        sentences.put((str(error), workspace.plan is plan, workspace.can_undo is None))


@pytest.mark.parametrize("room", [0, 4096, 65536])
def test_a_disk_that_takes_no_more_bytes(workspace, room):
    before, plan = bytes_of(workspace.folder), workspace.plan
    context = multiprocessing.get_context("spawn")
    sentences = context.Queue()
    process = context.Process(target=_limited, args=(workspace.folder, room, sentences))
    process.start()
    sentence, same_plan, same_history = sentences.get(timeout=50)
    process.join()
    assert "Check the disk" in sentence
    assert same_plan
    assert same_history
    with Workspace.open(workspace.folder) as again:
        assert again.plan == plan
    assert bytes_of(workspace.folder) == before


def test_a_row_that_went_bad_under_an_open_plan_is_no_bug(workspace):
    with Workspace.open(workspace.folder) as other:
        other.commit(edits.alter(other.plan, queue(), result="New"))
    raw = sqlite3.connect(workspace.folder / "plan.db")
    raw.execute("UPDATE achievement SET result = 'Old'")
    raw.commit()
    raw.close()
    with pytest.raises(Damaged):
        workspace.poll()
    assert workspace.plan.get(Achievement, queue().id).result == ""


def test_a_new_plan_on_a_disk_that_fails_leaves_no_plan(tmp_path, monkeypatch):
    def fail(_folder: Path) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(database, "connect", fail)
    with pytest.raises(sqlite3.OperationalError):
        opened(tmp_path)
    assert not list((tmp_path / "plan").glob("plan.db*"))


def test_a_new_plan_in_the_place_of_a_file(tmp_path):
    (tmp_path / "plan").write_text("a file")
    with pytest.raises(UserError, match="cannot be used"):
        opened(tmp_path)


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (sqlite_error(sqlite3.SQLITE_LOCKED), "Another program"),
        (sqlite_error(sqlite3.SQLITE_PERM), "cannot be written"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "the journal beside it, cannot be opened"),
        (sqlite_error(sqlite3.SQLITE_IOERR | 3 << 8), "The disk failed"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), "damaged"),
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), "cannot be read"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "There is no plan"),
        (PermissionError(errno.EACCES, "Permission denied"), "cannot be written"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be written"),
        (OSError(errno.ENOSPC, "No space left"), "The disk is full"),
        (OSError(errno.EIO, "Input/output error"), "cannot be used: Input/output error"),
        (OSError("odd"), "cannot be used: OSError"),
    ],
)
def test_every_error_of_the_surroundings_has_its_sentence(error, sentence):
    with pytest.raises(UserError, match=sentence), as_sentences(Path("/somewhere/plan.db")):
        raise error


@pytest.mark.parametrize(
    "error", [sqlite_error(sqlite3.SQLITE_ERROR), sqlite3.ProgrammingError("closed"), ValueError("bug")]
)
def test_a_bug_stays_one(error):
    with pytest.raises(type(error)), as_sentences(Path("/somewhere/plan.db")):
        raise error


def test_a_row_that_vanished_under_an_open_plan_is_not_written_over(workspace):
    altered(workspace.folder, "DELETE FROM achievement")
    with pytest.raises(Damaged, match="A row of achievement is not as it was written"):
        workspace.commit(edits.alter(workspace.plan, queue(), result="New"))
    assert workspace.plan.get(Achievement, queue().id).result == ""
    assert workspace.can_undo is None


def test_a_step_whose_values_no_field_can_hold_is_not_taken_back(workspace, monkeypatch):
    workspace.commit(edits.alter(workspace.plan, queue(), result="New"))
    plan = workspace.plan

    def refuse(*_all) -> None:
        raise ValueError("a whole number")

    monkeypatch.setattr(moving, "applied", refuse)
    with pytest.raises(UserError, match="cannot be taken back or done again: a whole number"):
        workspace.undo()
    assert workspace.plan is plan
    assert str(workspace.can_undo) == "Change Result of Cut the queue"
