"""An earlier state in the place of the plan: at every moment there is one of the two, and the other is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Evidence
from leaderplan.errors import Cancelled, UserError
from leaderplan.store import Damaged, Replaced, Workspace, building, database, setaside
from leaderplan.store.restoring import restore
from tests.store.plans import altered, bytes_of, linked, opened, renamed, story

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"


@pytest.fixture
def folder(tmp_path):
    """A plan with a file attached, and an earlier state of it in `earlier.db`."""
    with opened(tmp_path, *linked()) as workspace:
        shutil.copy(workspace.folder / "plan.db", tmp_path / "earlier.db")
        letter = Evidence(id="letter-01", title="Letter", attachment=workspace.blobs.keep(b"Thanks", "letter.txt"))
        workspace.commit(ChangeSet(_("Attach"), (Change.of(None, letter),)))
        renamed(workspace, story(workspace), title="Later")
    return workspace.folder


@pytest.fixture
def earlier(folder):
    return folder.parent / "earlier.db"


def test_the_earlier_state_is_the_plan_and_what_was_there_opens_from_where_it_was_set_aside(folder, earlier):
    before = bytes_of(folder)
    aside = restore(folder, earlier, AT)
    assert aside and aside == folder / "set-aside" / "20260301T120000Z"
    with Workspace.open(folder) as workspace:
        assert story(workspace).title == "Cut the queue"
        assert workspace.check() == []
    assert bytes_of(aside) == before
    with Workspace.open(aside) as workspace:
        assert story(workspace).title == "Later"
        assert workspace.check() == []


def test_twice_within_a_second_both_are_kept(folder, earlier):
    assert restore(folder, earlier, AT) != restore(folder, earlier, AT)
    assert len(list((folder / "set-aside").iterdir())) == 2


def test_where_a_file_has_one_name_only_what_was_there_is_copied(folder, earlier, monkeypatch):
    def refuse(*_names) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    aside = restore(folder, earlier, AT)
    assert aside
    with Workspace.open(aside) as workspace:
        assert story(workspace).title == "Later"
        assert workspace.check() == []


def test_an_older_format_is_restored_in_todays_shape(folder, tmp_path):
    altered(tmp_path, OLD.read_text(encoding="utf-8"))
    restore(folder, tmp_path / "plan.db", AT)
    with Workspace.open(folder) as workspace:
        assert story(workspace, "story-1").task == "A queue round the block"
    assert {path.name for path in folder.glob("plan.db*")} <= {"plan.db", "plan.db-journal"}


def test_into_an_empty_folder(earlier, tmp_path):
    (tmp_path / "new").mkdir()
    assert restore(tmp_path / "new", earlier, AT) is None
    with Workspace.open(tmp_path / "new") as workspace:
        assert story(workspace).title == "Cut the queue"


def test_a_damaged_plan_gives_way_and_is_kept_byte_for_byte(folder, earlier):
    data = bytearray((folder / "plan.db").read_bytes())
    data[2000:9000] = b"x" * 7000
    (folder / "plan.db").write_bytes(data)
    (folder / "plan.db-journal").write_bytes(b"half a step")
    restore(folder, earlier, AT)
    aside = folder / "set-aside" / "20260301T120000Z"
    assert (aside / "plan.db").read_bytes() == data
    assert (aside / "plan.db-journal").read_bytes() == b"half a step"
    assert not (folder / "plan.db-journal").exists()
    with Workspace.open(folder) as workspace:
        assert story(workspace).title == "Cut the queue"


def test_an_unsound_source_changes_nothing(folder, earlier):
    with closing(sqlite3.connect(earlier)) as db:
        db.execute("UPDATE achievement SET title = 'Forged'")
        db.commit()
    before = bytes_of(folder)
    with pytest.raises(Damaged):
        restore(folder, earlier, AT)
    assert bytes_of(folder) == before


@pytest.mark.parametrize("name", ["missing.db", "empty.db"])
def test_a_source_that_is_no_plan_changes_nothing(folder, tmp_path, name):
    (tmp_path / "empty.db").write_bytes(b"")
    before = bytes_of(folder)
    with pytest.raises(UserError):
        restore(folder, tmp_path / name, AT)
    assert bytes_of(folder) == before


def test_stopped_before_the_last_moment_the_plan_is_as_it_was(folder, earlier, monkeypatch):
    def stop(*_all) -> None:
        raise Cancelled

    monkeypatch.setattr(building, "name", stop)
    before = bytes_of(folder)
    with pytest.raises(Cancelled):
        restore(folder, earlier, AT)
    after = {name: digest for name, digest in bytes_of(folder).items() if not name.startswith("set-aside")}
    assert after == before
    assert not building.unfinished(folder / "plan.db").exists()


def test_another_program_that_is_writing_is_not_overridden(folder, earlier, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    before = bytes_of(folder)
    with closing(sqlite3.connect(folder / "plan.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="Another program is writing"):
            restore(folder, earlier, AT)
    assert bytes_of(folder) == before


def test_a_window_that_has_the_plan_open_notices(folder, earlier):
    with Workspace.open(folder) as window:
        restore(folder, earlier, AT)
        with pytest.raises(Replaced):
            window.poll()


def test_set_aside_folders_keep_no_half_written_attachment(folder):
    (folder / "attachments" / "abc.part").write_bytes(b"half")
    aside = setaside.keep(folder, AT)
    assert not list(aside.rglob("*.part"))
