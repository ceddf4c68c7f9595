from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Achievement, Measure, Person, Profile
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import Cancelled
from leaderplan.store import Damaged, StepKind, Workspace, building, rebuilding
from leaderplan.store.folder import identity
from tests.store.plans import Clock, altered, bytes_of, forged, queue, story

OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"
STORY = Achievement(
    id="story-1",
    title="Cut the queue",
    ended=PartialDate(2024, 5),
    people=("person-1",),
    task="A queue round the block",
    result="Nobody waits longer than a day",
)


@pytest.fixture
def folder(tmp_path):
    """A plan folder as format 1 left it."""
    folder = tmp_path / "plan"
    folder.mkdir()
    altered(folder, OLD.read_text(encoding="utf-8"))
    return folder


def test_a_plan_of_an_older_format_opens_in_todays_shape(folder):
    with Workspace.open(folder) as workspace:
        assert set(workspace.plan) == {
            Profile(id="profile-1", name="Ann Example", target_share=(30, 20, 50)),
            Person(id="person-1", name="Zoë Ŵyn & Sons <zoe>", influence=4, change_agent=True),
            STORY,
            Achievement(id="story-2", title="Closed a data centre", private=True),
            Measure(id="measure-1", of="story-1", name="Days of waiting", baseline=21.5),
        }
        assert workspace.check() == []
        assert [hit.id for hit in workspace.search("zoe wyn")] == ["person-1"]
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_the_older_file_is_kept_as_it_was(folder):
    before = (folder / "plan.db").read_bytes()
    Workspace.open(folder).close()
    (kept,) = (folder / "backups").iterdir()
    assert kept.name.startswith("plan-format-1-")
    assert kept.read_bytes() == before
    assert not building.unfinished(folder / "plan.db").exists()


def test_the_older_file_is_kept_where_a_file_has_one_name_only(folder, monkeypatch):
    def refuse(*_names) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    Workspace.open(folder).close()
    (kept,) = (folder / "backups").iterdir()
    with closing(sqlite3.connect(kept)) as db:
        assert db.execute("SELECT done_on FROM achievement WHERE id = 'story-1'").fetchone() == ("2024-05",)


def test_older_history_still_undoes_restores_and_tells(folder):
    clock = Clock()
    clock.at = clock.at.replace(2024, 6, 2)
    with Workspace.open(folder, clock=clock) as workspace:
        assert [step.kind for step in workspace.history()][:2] == [StepKind.UNDO, StepKind.EDIT]
        assert [version.record for version in workspace.versions("story-1")] == [
            STORY,
            replace(STORY, result="Nobody waits"),
            STORY,
            Achievement(id="story-1", title="Cut the queue", people=("person-1",)),
        ]
        assert [one.record for one in workspace.removed()] == [
            Achievement(id="story-0", title="Bought servers", result="They were fast")
        ]
        workspace.redo()
        assert story(workspace, "story-1").result == "Nobody waits"
        workspace.undo(steps=2)
        assert story(workspace, "story-0").result == "They were fast"
        workspace.undo()
        assert story(workspace, "story-1").result == ""
        workspace.redo(steps=9)
        assert workspace.restore("story-0").touched[0].id == "story-0"


def test_drafts_follow_their_field_to_its_new_name(folder):
    with Workspace.open(folder) as workspace:
        assert workspace.drafts() == {("story-2", "ended"): "May 24", ("gone-1", "done_on"): "x"}


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE achievement SET title = 'Cut a queue' WHERE id = 'story-1'", "A row of achievement is not"),
        ("DELETE FROM measure", "Rows of measure are missing"),
        ("DROP TABLE change", "The table change is missing"),
        ("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM step; END", "table t is missing or has"),
    ],
)
def test_a_damaged_plan_of_an_older_format_is_left_as_it_is(folder, damage, sentence):
    altered(folder, damage)
    before = bytes_of(folder)
    with pytest.raises(Damaged, match=sentence):
        Workspace.open(folder)
    assert bytes_of(folder) == before


def test_an_older_record_that_no_field_can_hold_is_named(folder):
    forged(folder, "achievement", "story-1", "done_on", "someday")
    before = bytes_of(folder)
    with pytest.raises(Damaged, match="A record in it cannot be read"):
        Workspace.open(folder)
    assert bytes_of(folder) == before


@pytest.mark.parametrize("step", ["prove", "_keep"])
def test_rebuilding_that_is_stopped_leaves_the_older_plan(folder, monkeypatch, step):
    before = (folder / "plan.db").read_bytes()

    def stop(*_all) -> None:
        raise Cancelled

    monkeypatch.setattr(rebuilding, step, stop)
    with pytest.raises(Cancelled):
        Workspace.open(folder)
    assert (folder / "plan.db").read_bytes() == before
    assert [path.name for path in folder.iterdir() if "new" in path.name] == []
    monkeypatch.undo()
    with Workspace.open(folder) as workspace:
        assert workspace.plan.find("story-1") == STORY


def test_a_new_file_that_does_not_hold_what_was_written_is_not_used(folder, monkeypatch):
    fill = building.fill
    monkeypatch.setattr(building, "fill", lambda db, ledger, records: fill(db, ledger, [*records, queue()]))
    before = bytes_of(folder)
    with pytest.raises(Damaged, match="does not hold what was written"):
        Workspace.open(folder)
    assert bytes_of(folder) == before


def test_what_an_attempt_that_died_has_left_is_no_hindrance(folder):
    building.unfinished(folder / "plan.db").write_bytes(b"half a file")
    with Workspace.open(folder) as workspace:
        assert workspace.plan.find("story-1") == STORY


def test_two_programs_rebuild_one_plan_once(folder, monkeypatch):
    locked = identity
    file = folder / "plan.db"
    seen = []

    def look(asked: Path) -> tuple[int, int]:
        seen.append(asked)
        found = locked(asked)
        if len(seen) == 1:  # between this look and the lock the other program is quicker
            monkeypatch.setattr(rebuilding, "identity", locked)
            Workspace.open(folder).close()
        return found

    monkeypatch.setattr(rebuilding, "identity", look)
    with Workspace.open(folder) as workspace:
        assert workspace.plan.find("story-1") == STORY
    assert seen == [file]
    assert len(list((folder / "backups").iterdir())) == 1
