from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.checks import dangling
from leaderplan.domain.records import Achievement, Measure, Profile
from leaderplan.store import StepKind, Workspace
from tests.store.plans import Clock, linked, opened, queue, renamed

AGO = timedelta(days=90)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    with opened(tmp_path, *linked(), clock=clock) as workspace:
        yield workspace


def results(workspace, id: str = "queue-0001") -> list[str]:
    return [version.record.result for version in workspace.versions(id)]


def write(workspace, *texts: str) -> None:
    for text in texts:
        renamed(workspace, workspace.plan.find("queue-0001"), result=text)


def test_of_an_old_day_the_last_version_remains(workspace, clock):
    write(workspace, "A", "B", "C")
    clock.at += timedelta(days=1)
    write(workspace, "D", "E")
    clock.at += timedelta(days=100)
    write(workspace, "F", "G")
    assert workspace.thin() == 3
    assert results(workspace) == ["G", "F", "E", "C", ""]
    assert [str(version.label) for version in workspace.versions("queue-0001")][2:4] == [
        "Changes of 2026-03-02",
        "Changes of 2026-03-01",
    ]
    assert workspace.thin() == 0
    assert workspace.check() == []


def test_a_day_with_one_change_keeps_its_name(workspace, clock):
    write(workspace, "A")
    clock.at += timedelta(days=100)
    write(workspace, "B")
    assert workspace.thin() == 0
    assert str(workspace.versions("queue-0001")[1].label) == "Change Result of Cut the queue"


def test_a_day_on_which_nothing_came_of_it_all_leaves_no_step(workspace, clock):
    write(workspace, "A")
    workspace.undo()
    added = queue(id="other-001")
    workspace.commit(edits.add(added))
    workspace.commit(edits.remove(workspace.plan, added))
    clock.at += timedelta(days=100)
    write(workspace, "B")
    assert workspace.thin() == 4
    assert [step.kind for step in workspace.history()] == [StepKind.EDIT, StepKind.BEGIN]
    assert workspace.versions("other-001") == []


def test_what_a_younger_step_has_undone_can_be_done_again(workspace, clock):
    write(workspace, "A", "B", "C")
    clock.at += timedelta(days=80)
    workspace.undo()
    clock.at += timedelta(days=20)
    workspace.thin()
    assert results(workspace) == ["B", "C", "B", ""]
    workspace.redo()
    assert results(workspace)[0] == "C"
    assert workspace.check() == []


def test_an_undo_of_another_day_stays_what_it_did(workspace, clock):
    write(workspace, "A", "B")
    clock.at += timedelta(days=1)
    workspace.undo()
    clock.at += timedelta(days=100)
    write(workspace, "C")
    workspace.thin()
    assert results(workspace) == ["C", "A", "B", ""]


def test_undo_reaches_back_ninety_days(workspace, clock):
    write(workspace, "A")
    at = clock.at
    clock.at += timedelta(days=50)
    write(workspace, "B")
    clock.at = at + AGO - timedelta(seconds=5)
    assert str(workspace.can_undo) == "Change Result of Cut the queue"
    workspace.undo()
    clock.at = at + AGO + timedelta(seconds=5)
    assert workspace.can_undo is None
    assert workspace.undo() is None
    assert workspace.plan.find("queue-0001").result == "A"
    assert str(workspace.can_redo) == "Change Result of Cut the queue"


def test_a_step_of_the_future_is_young_and_so_is_what_follows_it(workspace, clock):
    clock.at += timedelta(days=400)
    write(workspace, "A", "B")
    clock.at -= timedelta(days=400)
    write(workspace, "C")
    clock.at += timedelta(days=200)
    assert workspace.thin() == 0
    workspace.undo(steps=3)
    assert workspace.plan.find("queue-0001") == queue(people=("bob-00001",))


def test_an_erasure_stays_in_the_history_and_divides_no_day(workspace, clock):
    write(workspace, "A")
    workspace.erase(["bob-00001"])
    write(workspace, "B")
    clock.at += timedelta(days=100)
    write(workspace, "C")
    assert workspace.thin() == 1
    assert results(workspace) == ["C", "B", ""]
    assert [step.kind for step in workspace.history()][1:] == [StepKind.EDIT, StepKind.ERASE, StepKind.BEGIN]
    assert workspace.check() == []


def test_another_program_that_is_open_sees_no_change(workspace, clock):
    with Workspace.open(workspace.folder, clock=clock) as other:
        write(workspace, "A", "B")
        clock.at += timedelta(days=100)
        write(workspace, "C")
        workspace.thin()
        other.poll()
        assert other.plan == workspace.plan
        write(other, "D")
        assert results(other) == ["D", "C", "B", ""]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "alter", "alter", "remove", "undo", "undo", "redo", "restore"]),
        st.integers(0, 3),
        st.sampled_from(["", "A", "B", "C"]),
        st.sampled_from([0, 0, 0, 7, 24, 24 * 40]),
    ),
    max_size=20,
)


def act(workspace, clock, what: str, which: int, text: str, hours: int) -> None:
    """One thing that a person may do, some hours after the last."""
    clock.at += timedelta(hours=hours)
    id = f"story-{which}"
    record = workspace.plan.find(id)
    if what == "add" and record is None:
        story = Achievement(id=id, title=f"Story {text}")
        workspace.commit(edits.add(story, Measure(id=f"of-{which}", of=id, name="Days")))
    elif what == "alter" and record:
        renamed(workspace, record, result=text)
    elif what == "remove" and record:
        workspace.commit(edits.remove(workspace.plan, record))
    elif what == "undo":
        workspace.undo()
    elif what == "redo":
        workspace.redo()
    elif what == "restore" and id in {one.record.id for one in workspace.removed()}:
        workspace.restore(id)


IDS = [f"{kind}-{n}" for kind in ("story", "of") for n in range(4)]


@settings(max_examples=40)
@given(ACTIONS, st.integers(0, 200))
def test_thinning_keeps_what_is_young_and_the_last_state_of_each_older_day(actions, later):
    clock = Clock()
    with tempfile.TemporaryDirectory() as root, opened(Path(root), Profile(id="me-000001"), clock=clock) as workspace:
        ends_of_days = {}
        for action in actions:
            act(workspace, clock, *action)
            ends_of_days[clock.at.date()] = (clock.at, workspace.plan)
        clock.at += timedelta(days=later)
        renamed(workspace, *workspace.plan.all(Profile), name="Ann")
        before, could = {id: workspace.versions(id) for id in IDS}, workspace.can_undo
        limit = clock.at - AGO
        is_kept = any(step.of and step.at >= limit for step in workspace.history(1000))
        plan = workspace.plan
        workspace.thin()
        assert (workspace.plan, workspace.can_undo, workspace.thin()) == (plan, could, 0)
        for id in IDS:
            after = workspace.versions(id)
            assert [one for one in after if one.at >= limit] == [one for one in before[id] if one.at >= limit]
            assert follows([one.record for one in after], [one.record for one in before[id]])
            for moment, then in ends_of_days.values():
                if record := then.find(id):
                    assert next(one.record for one in after if one.at <= moment) == record
            old = [one.at.date() for one in after if one.at < limit]
            assert is_kept or len(old) == len(set(old))
        there_and_back(workspace)


def follows(shorter, longer) -> bool:
    """Whether all of one are in the other, in the same order."""
    rest = iter(longer)
    return all(any(one == other for other in rest) for one in shorter)


def there_and_back(workspace) -> None:
    """Undo everything and do it again."""
    plan = workspace.plan
    while workspace.undo():
        assert dangling(workspace.plan) == ()
    while workspace.redo():
        assert dangling(workspace.plan) == ()
    assert workspace.plan == plan  # the last thing done was an edit, so nothing was left to redo beyond it
    assert workspace.check() == []
