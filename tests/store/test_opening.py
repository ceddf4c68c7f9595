"""What may be wrong with a plan when it is opened: its own sentence each, and not a byte changed."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Person
from leaderplan.errors import Cancelled, UserError
from leaderplan.store import Damaged, Workspace, database, opening
from leaderplan.store.loading import load
from tests.store.plans import altered, bytes_of, forged, linked, opened, queue


@pytest.fixture
def folder(tmp_path):
    """A folder with a sound plan."""
    with opened(tmp_path, *linked()) as workspace:
        workspace.commit(edits.add(Person(id="person-01", name="Ann")))
    return workspace.folder


def refused(folder: Path, sentence: str, kind: type[UserError] = UserError) -> None:
    before = bytes_of(folder)
    with pytest.raises(kind, match=sentence) as refusal:
        Workspace.open(folder)
    assert type(refusal.value.todo).__name__ == "Message"
    assert bytes_of(folder) == before


def poked(folder: Path, place: int, data: bytes) -> None:
    with (folder / "plan.db").open("r+b") as file:
        file.seek(place)
        file.write(data)


def test_a_folder_without_a_plan(tmp_path):
    refused(tmp_path, "There is no plan in")
    refused(tmp_path / "nowhere", "There is no plan in")


def test_an_empty_file(folder):
    (folder / "plan.db").write_bytes(b"")
    refused(folder, "is empty")


@pytest.mark.parametrize("data", [b"no", b"Dear Ann,\n" * 99, bytes(5000)])
def test_some_other_file(folder, data):
    (folder / "plan.db").write_bytes(data)
    refused(folder, "is not a LeaderPlan plan")


def test_a_folder_in_the_place_of_the_file(tmp_path):
    (tmp_path / "plan.db").mkdir()
    refused(tmp_path, "is not a LeaderPlan plan")


def test_another_programs_database(tmp_path):
    altered(tmp_path, "CREATE TABLE t (x)")
    refused(tmp_path, "is not a LeaderPlan plan")


def test_a_plan_without_a_format(folder):
    poked(folder, 60, bytes(4))
    refused(folder, "is not a LeaderPlan plan")


def test_a_plan_of_a_newer_version(folder):
    poked(folder, 60, (99).to_bytes(4))
    refused(folder, "newer LeaderPlan")


@pytest.mark.parametrize("left", [20, 99, 100, 4096, -1])
def test_a_file_that_was_cut_off(folder, left):
    data = (folder / "plan.db").read_bytes()
    (folder / "plan.db").write_bytes(data[:left])
    refused(folder, "its end is missing", Damaged)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE person SET name = 'Bill' WHERE id = 'bob-00001'", "A row of person is not as it was written"),
        ("UPDATE person SET digest = 1", "A row of person is not as it was written"),
        ("DELETE FROM step WHERE id = 2", "Rows of step are missing, or older ones came back"),
        ("DELETE FROM meta WHERE name = 'person'", "Rows of person are missing"),
        ("DROP TABLE claim", "The table claim is missing"),
        ("ALTER TABLE claim RENAME COLUMN why TO because", "The table claim is missing or has another shape"),
        ("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM step; END", "table t is missing or has"),
        ("CREATE VIEW v AS SELECT 1", "table v is missing or has"),
    ],
)
def test_rows_and_tables_that_are_not_as_they_were_written(folder, damage, sentence):
    altered(folder, "PRAGMA ignore_check_constraints = ON; " + damage.replace("digest = 1", "digest = x'01'"))
    refused(folder, sentence, Damaged)


@pytest.mark.parametrize(
    ("table", "id", "column", "value", "sentence"),
    [
        ("claim", "claim-001", "achievement", "gone-0001", "refers to gone-0001, which is not in the plan"),
        ("achievement", "queue-0001", "ended", "someday", "A row of achievement is not"),
        ("person", "bob-00001", "id", "queue-0001", "Two records have the same id"),
    ],
)
def test_records_that_could_not_have_been_stored(folder, table, id, column, value, sentence):
    if column == "id":
        forged(folder, "achievement", "queue-0001", "people", None)
    forged(folder, table, id, column, value)
    refused(folder, sentence, Damaged)


def test_a_plan_without_its_profile(folder):
    altered(folder, "DELETE FROM profile; UPDATE meta SET count = 0, sum = zeroblob(32) WHERE name = 'profile'")
    refused(folder, "exactly one profile", Damaged)


def test_pages_that_make_no_sense(folder):
    size = (folder / "plan.db").stat().st_size
    poked(folder, 4096, b"\xff" * (size - 4096))
    refused(folder, "damaged", Damaged)


def test_a_text_that_is_no_text(folder):
    data = (folder / "plan.db").read_bytes()
    (folder / "plan.db").write_bytes(data.replace(b"Bob", b"\xff\xfe\xff"))
    refused(folder, "damaged", Damaged)


def test_a_name_of_a_table_that_is_no_text(folder):
    data = (folder / "plan.db").read_bytes()
    place = data.index(b"change_of_record")
    (folder / "plan.db").write_bytes(data[: place + 6] + b"\xa0" + data[place + 7 :])
    refused(folder, "A text in it cannot be read", Damaged)


def test_a_plan_that_another_program_does_not_let_go(folder, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(folder, "Another program is writing")
        other.execute("COMMIT")
    Workspace.open(folder).close()


def test_what_seems_damaged_is_read_once_more(folder, monkeypatch):
    seen = []

    def once_wrong(file, db, progress=None):
        seen.append(db)
        if len(seen) == 1:
            raise sqlite3.DatabaseError("file is not a database")
        return load(file, db, progress)

    def as_corrupt(file, db, progress=None):
        try:
            return once_wrong(file, db, progress)
        except sqlite3.DatabaseError as error:
            error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
            raise

    monkeypatch.setattr(opening, "load", as_corrupt)
    with Workspace.open(folder) as workspace:
        assert workspace.plan.find(queue().id)
    assert len(set(map(id, seen))) == 2


def test_opening_tells_how_far_it_is_and_can_be_stopped(folder):
    told = []
    Workspace.open(folder, progress=lambda done, of: told.append((done, of))).close()
    assert [done for done, _of in told][:3] == [0, 1, 2]
    assert told[-1][0] == told[-1][1]

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        Workspace.open(folder, progress=stop)
    Workspace.open(folder).close()


def test_a_transaction_that_a_dead_program_left_half_done_is_taken_back(folder, tmp_path):
    """The journal beside the file is what a program leaves that was killed between its first write and its commit."""
    before = (folder / "plan.db").read_bytes()
    with closing(sqlite3.connect(folder / "plan.db", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = TRUNCATE")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE person SET name = replace(hex(zeroblob(4000)), '0', 'x')")
        db.execute("UPDATE achievement SET result = replace(hex(zeroblob(4000)), '0', 'y')")
        db.execute("SELECT count(*) FROM step, change").fetchall()
        half, journal = (folder / "plan.db").read_bytes(), (folder / "plan.db-journal").read_bytes()
        db.execute("ROLLBACK")
    assert half != before
    (folder / "plan.db").write_bytes(half)
    (folder / "plan.db-journal").write_bytes(journal)
    with Workspace.open(folder) as workspace:
        assert workspace.plan.find("person-01") == Person(id="person-01", name="Ann")
    assert (folder / "plan.db").read_bytes() == before


def _as_nobody(folder: Path, modes: dict[str, int], sentences: multiprocessing.Queue) -> None:
    for name, mode in modes.items():
        (folder / name).chmod(mode)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        Workspace.open(folder)
    except UserError as error:
        sentences.put(str(error))


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize(
    ("modes", "sentence"),
    [
        ({".": 0o755, "plan.db": 0o000}, "plan.db cannot be read: the system does not allow it"),
        ({".": 0o777, "plan.db": 0o444}, "plan.db cannot be written: the system does not allow it"),
        ({"plan.db": 0o666, ".": 0o555}, "plan cannot be written: the system does not allow it"),
    ],
)
def test_a_place_where_the_system_forbids_it(folder, modes, sentence):
    for parent in [folder, *folder.parents][:-2]:
        parent.chmod(0o755)
    before = bytes_of(folder)
    context = multiprocessing.get_context("fork")
    sentences = context.Queue()
    process = context.Process(target=_as_nobody, args=(folder, modes, sentences))
    process.start()
    assert sentence in sentences.get(timeout=30)
    process.join()
    folder.chmod(0o700)
    (folder / "plan.db").chmod(0o600)
    assert bytes_of(folder) == before


def test_a_free_list_that_was_miscounted(folder):
    poked(folder, 36, (7).to_bytes(4))
    refused(folder, "structure is broken", Damaged)


def test_what_the_system_forbids_is_said_before_anything_is_tried(folder, monkeypatch):
    with monkeypatch.context() as forbidding:
        forbidding.setattr(os, "access", lambda place, mode: place != folder)
        refused(folder, "cannot be written")

    def forbid(*_all) -> None:
        raise PermissionError(13, "Permission denied")

    before = bytes_of(folder)
    with monkeypatch.context() as forbidding:
        forbidding.setattr(Path, "open", forbid)
        with pytest.raises(UserError, match="cannot be read"):
            Workspace.open(folder)
    assert bytes_of(folder) == before
