"""A clock that was set back or stands in another time zone: the history keeps its order, undo and the bin work."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

import pytest

from leaderplan.domain import edits
from leaderplan.store import StepKind, Workspace
from tests.store.plans import Clock, linked, opened, queue, renamed, story


@pytest.fixture
def clock():
    """A clock that can be set."""
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    with opened(tmp_path, *linked(), clock=clock) as workspace:
        yield workspace


def test_history_and_undo_follow_the_order_of_the_steps_not_of_the_clock(workspace, clock):
    for number, days in enumerate((0, -365, 400, -30)):
        clock.at += timedelta(days=days)
        renamed(workspace, queue(), title=f"Title {number}")
    ids = [step.id for step in workspace.history()]
    assert ids == sorted(ids, reverse=True)
    assert [version.record.title for version in workspace.versions(queue().id)][:4] == [
        f"Title {number}" for number in (3, 2, 1, 0)
    ]
    for number in (2, 1, 0):
        workspace.undo()
        assert story(workspace).title == f"Title {number}"
    workspace.redo(steps=3)
    assert story(workspace).title == "Title 3"
    with Workspace.open(workspace.folder) as again:
        assert again.plan == workspace.plan
        assert [step.id for step in again.history()] == [step.id for step in workspace.history()]
        assert again.check() == []


def test_what_was_removed_before_the_clock_was_set_back_a_year_lies_in_the_bin(workspace, clock):
    workspace.commit(edits.remove(workspace.plan, queue()))
    clock.at -= timedelta(days=365)
    assert queue().id in {one.record.id for one in workspace.removed()}
    workspace.restore(queue().id)
    assert story(workspace)


def test_typing_goes_on_in_one_step_while_the_clock_is_set_back(workspace, clock):
    workspace.commit(edits.alter(workspace.plan, queue(), title="Cut"), join="typing")
    clock.at -= timedelta(days=365)
    workspace.commit(edits.alter(workspace.plan, story(workspace), title="Cut it"), join="typing")
    assert [step.kind for step in workspace.history()] == [StepKind.EDIT, StepKind.BEGIN]
    workspace.undo()
    assert story(workspace) == queue(people=("bob-00001",))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only POSIX can change the zone of a running program")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])
def test_moments_are_the_same_in_every_time_zone(workspace, monkeypatch, zone):
    workspace.commit(edits.remove(workspace.plan, queue()))
    before = [step.at for step in workspace.history()]
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with Workspace.open(workspace.folder, clock=workspace._clock) as again:
            assert [step.at for step in again.history()] == before
            again.restore(queue().id)
            assert [step.id for step in again.history()] == [3, 2, 1]
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_a_clock_that_tells_local_time_with_its_zone_stores_the_same_moment(tmp_path):
    here = timezone(timedelta(hours=5, minutes=45))
    at = datetime(2026, 3, 1, 14, 45, tzinfo=here)
    with opened(tmp_path, *linked(), clock=lambda: at) as workspace:  # type: ignore[arg-type]
        assert workspace.history()[0].at == at
