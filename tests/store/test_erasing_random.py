"""Anything that a person may do, an erasure in the middle of it, and then everything undone and done again."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.checks import dangling
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Achievement, Conversation, Person, Profile, Record
from leaderplan.errors import UserError
from leaderplan.store import Workspace
from tests.store.plans import Clock, opened

PEOPLE = st.sampled_from(["who-a", "who-b", "who-c"])
ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["person", "talk", "talk", "move", "name", "link", "remove", "undo", "undo", "redo", "restore"]
        ),
        st.integers(0, 2),
        PEOPLE,
    ),
    min_size=4,
    max_size=25,
)


def act(workspace: Workspace, what: str, number: int, who: str) -> None:
    """One thing that a person may do, if it can be done now."""
    plan = workspace.plan
    talk, story, person = (plan.find(id) for id in (f"talk-{number}", f"story-{number}", who))
    made: Record | None = None
    if what == "person" and person is None:
        made = Person(id=who, name=f"{who} Name")
    elif what == "talk" and person and talk is None:
        made = Conversation(id=f"talk-{number}", person=who, on=PartialDate(2026), about=f"about {number}")
    elif what == "link" and story is None:
        made = Achievement(id=f"story-{number}", title=f"Story {number}", people=(who,) if person else ())
    if made:
        workspace.commit(edits.add(made))
    elif what == "move" and talk and person:
        workspace.commit(edits.alter(plan, talk, person=who))
    elif what == "link" and story and person:
        workspace.commit(edits.link(plan, story, "people", who))
    elif what == "name" and person:
        workspace.commit(edits.alter(plan, person, name=f"{who} Other {number}"))
    elif what == "remove" and (record := talk if number else person):
        workspace.commit(edits.remove(plan, record))
    elif what == "undo":
        workspace.undo()
    elif what == "redo":
        workspace.redo()
    elif what == "restore":
        with suppress(UserError):
            workspace.restore(who)


def everything(move) -> int:
    """Take all steps that can be taken."""
    count = 0
    with suppress(UserError):
        while move():
            count += 1
    return count


def texts(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        return "\n".join(db.iterdump())


@settings(max_examples=40)
@given(ACTIONS, PEOPLE, ACTIONS)
def test_a_plan_stays_lawful_whatever_is_undone_around_an_erasure(before, who, after):
    root = Path(tempfile.mkdtemp())
    clock = Clock()
    with opened(root, Profile(id="me-000001"), clock=clock) as workspace:
        other = Workspace.open(workspace.folder, clock=clock)
        for action in before:
            with suppress(UserError):
                act(workspace, *action)
        kept = {
            record.id: record
            for record in workspace.plan
            if record.id != who and getattr(record, "person", None) != who and who not in getattr(record, "people", ())
        }
        try:
            workspace.erase([who])
        except UserError:
            assert workspace.versions(who) == []
        assert workspace.plan.find(who) is None
        assert {id: workspace.plan.find(id) for id in kept} == kept
        assert f"{who} " not in texts(workspace.folder)
        other.poll()
        assert other.plan == workspace.plan
        for action in after:
            if action[2] != who:
                with suppress(UserError):
                    act(workspace, *action)
        for move in (workspace.undo, workspace.redo, workspace.undo):
            everything(move)
            assert not dangling(workspace.plan)
            assert workspace.plan.find(who) is None
        for record in workspace.plan:
            assert workspace.versions(record.id)[0].record == record
        workspace.thin()
        assert workspace.check() == []
        other.poll()
        assert other.plan == workspace.plan
        other.close()
    with Workspace.open(root / "plan", clock=clock) as again:
        assert again.plan == workspace.plan
    shutil.rmtree(root)
