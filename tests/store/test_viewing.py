"""Looking at a plan's file without a byte being written beside it, and at what is left of a damaged one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.belonging import taken_over
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Person, Profile
from leaderplan.errors import UserError
from leaderplan.store import Damaged, Workspace
from leaderplan.store.viewing import ReadOnly, view
from tests.store.plans import Clock, altered, bytes_of, linked, opened, queue, renamed, story

OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"


@pytest.fixture
def folder(tmp_path):
    """A plan with a little history."""
    with opened(tmp_path, *linked()) as workspace:
        renamed(workspace, story(workspace), result="Nobody waits")
        workspace.commit(edits.remove(workspace.plan, *workspace.plan.all(Person)))
    return workspace.folder


def test_a_view_shows_all_that_the_plan_shows(folder):
    with Workspace.open(folder) as workspace, view(folder / "plan.db", folder) as looked_at:
        assert looked_at.plan == workspace.plan
        assert looked_at.versions("queue-0001") == workspace.versions("queue-0001")
        assert looked_at.history() == workspace.history()
        assert [one.record.id for one in looked_at.removed()] == [one.record.id for one in workspace.removed()]
        assert [hit.id for hit in looked_at.search("nobody")] == ["queue-0001"]
        assert not looked_at.poll() and looked_at.check() == []


def test_nothing_can_be_stored_through_it_and_not_a_byte_changes(folder):
    before, names = bytes_of(folder), sorted(folder.iterdir())
    with view(folder / "plan.db", folder, clock=Clock()) as looked_at:
        plan = looked_at.plan
        for act in (
            lambda: looked_at.commit(edits.alter(plan, story(looked_at), title="Other")),
            looked_at.undo,
            lambda: looked_at.restore("bob-00001"),
            lambda: looked_at.draft("queue-0001", "title", "x"),
        ):
            with pytest.raises(ReadOnly, match="only being looked at"):
                act()
        assert looked_at.plan is plan
    assert bytes_of(folder) == before
    assert sorted(folder.iterdir()) == names


def test_what_a_program_that_died_left_half_written_is_taken_back_in_the_copy_only(folder):
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        db.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the end
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE achievement SET title = ?", ["x" * 100_000])
        died = folder.parent / "died"
        shutil.copytree(folder, died)
        db.rollback()
    assert (died / "plan.db-journal").stat().st_size
    before = {path.name: path.read_bytes() for path in died.iterdir() if path.is_file()}
    with view(died / "plan.db", died) as looked_at:
        assert story(looked_at).title == "Cut the queue"
    assert {path.name: path.read_bytes() for path in died.iterdir() if path.is_file()} == before


def test_an_older_plan_is_looked_at_in_todays_shape(tmp_path):
    altered(tmp_path, OLD.read_text(encoding="utf-8"))
    before = bytes_of(tmp_path)
    with view(tmp_path / "plan.db", tmp_path) as looked_at:
        assert story(looked_at, "story-1").task == "A queue round the block"
        assert len(looked_at.versions("story-1")) == 4
    assert bytes_of(tmp_path) == before


def test_records_can_be_taken_back_out_of_it(folder, tmp_path):
    shutil.copy(folder / "plan.db", tmp_path / "earlier.db")
    with Workspace.open(folder) as workspace, view(tmp_path / "earlier.db", folder) as earlier:
        workspace.commit(edits.remove(workspace.plan, story(workspace)))
        edit = taken_over(workspace.plan, earlier.plan, ["queue-0001"], _("Take it back"))
        workspace.bring_back(edit)
        assert workspace.plan == earlier.plan
        workspace.undo()
        assert workspace.plan.find("queue-0001") is None


@pytest.mark.parametrize(("name", "data"), [("no.db", b"no plan"), ("empty.db", b"")])
def test_what_is_no_plan_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError):
        view(tmp_path / name, tmp_path)


class TestDamaged:
    def spoilt(self, folder: Path, script: str) -> Path:
        altered(folder, script)
        return folder / "plan.db"

    def test_it_is_refused_unless_asked_for(self, folder):
        with pytest.raises(Damaged):
            view(self.spoilt(folder, "UPDATE person SET name = 'x'; UPDATE claim SET why = 'y'"), folder)

    def test_the_sound_rows_are_shown_and_the_loss_is_named(self, folder):
        source = self.spoilt(folder, "UPDATE competency SET title = 'x'")
        before = bytes_of(folder)
        with view(source, folder, damaged=True) as left:
            assert story(left).result == "Nobody waits"
            assert left.plan.of_table("claim") == ()  # it hung on the competency
            assert [trouble.where for trouble in left.lost] == ["comp-0001"]
            assert len(left.history()) == 1
        assert bytes_of(folder) == before

    def test_without_its_profile_it_still_opens(self, folder):
        with view(self.spoilt(folder, "UPDATE profile SET name = 'x'"), folder, damaged=True) as left:
            assert left.plan.all(Profile)[0].name == ""

    def test_pages_that_are_broken_cost_only_what_lay_on_them(self, tmp_path):
        many = [queue(id=f"queue-{n:04}", title=f"Story {n}", result="x" * 900) for n in range(200)]
        with opened(tmp_path, *many) as workspace:
            file = workspace.folder / "plan.db"
        data = bytearray(file.read_bytes())
        page = data.index(b"Story 100") // 4096 * 4096
        data[page : page + 4096] = b"U" * 4096
        file.write_bytes(data)
        with pytest.raises(Damaged):
            Workspace.open(file.parent)
        with view(file, file.parent, damaged=True) as left:
            kept = left.plan.all(Achievement)
            assert 150 < len(kept) < 200
            assert set(kept) <= set(many)
            assert left.lost

    def test_a_file_without_its_end_gives_what_is_left(self, tmp_path):
        many = [queue(id=f"queue-{n:04}", title=f"Story {n}", result="x" * 900) for n in range(200)]
        with opened(tmp_path, *many) as workspace:
            file = workspace.folder / "plan.db"
        file.write_bytes(file.read_bytes()[: 4096 * 70])
        with view(file, file.parent, damaged=True) as left:
            assert Plan.of(left.plan.all(Profile)) and left.lost
