from __future__ import annotations

from datetime import timedelta

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Collaboration, Measure, Person, Stage
from leaderplan.errors import UserError
from leaderplan.store import Refused, Touch, Wanted
from tests.store.plans import Clock, linked, moved, opened, queue, renamed, story


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    with opened(tmp_path, *linked(), clock=clock) as workspace:
        yield workspace


@pytest.fixture
def busy(workspace):
    """Three kinds of steps, of which one was undone and done again."""
    renamed(workspace, story(workspace), title="Cut the wait")
    workspace.commit(edits.add(Person(id="ann-00001", name="Ann")))
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find("bob-00001")))
    workspace.undo()
    workspace.redo()
    return workspace


def labels(workspace, **wanted) -> list[str]:
    return [str(step.label) for step in workspace.history(wanted=Wanted(**wanted))]


def remove(workspace, id: str) -> None:
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find(id)))


def test_the_history_is_read_on_from_where_one_was(busy):
    whole = busy.history()
    first = busy.history(limit=2)
    rest = busy.history(wanted=Wanted(before=first[-1].id))
    assert first + rest == whole
    assert busy.history(wanted=Wanted(since=first[-1].id)) == first


def test_steps_are_found_by_what_they_did_an_undo_by_what_it_brought_about(busy):
    assert labels(busy, touch=Touch.REMOVED) == ["Redo: Remove Bob", "Remove Bob"]
    assert labels(busy, touch=Touch.ADDED) == ["Undo: Remove Bob", "Add Ann"]
    assert "Change Title of Cut the wait" in labels(busy, touch=Touch.ALTERED)


def test_steps_are_found_by_the_kind_of_record_and_both_must_hold_of_one_record(busy):
    assert "Change Title of Cut the wait" in labels(busy, table="achievement")
    assert "Add Ann" not in labels(busy, table="achievement")
    assert labels(busy, table="achievement", touch=Touch.REMOVED) == []
    assert labels(busy, table="measure") == []


def test_steps_are_found_by_their_words_or_by_the_records_that_they_touched(busy):
    def says(label):
        return "wait" in str(label)

    assert labels(busy, says=says) == ["Change Title of Cut the wait"]
    assert labels(busy, says=says, named=frozenset({"ann-00001"})) == ["Add Ann", "Change Title of Cut the wait"]
    assert labels(busy, says=says, table="person") == []
    assert labels(busy, says=lambda label: str(label).startswith("Redo")) == ["Redo: Remove Bob"]


def test_a_version_is_restored_as_a_new_step(workspace):
    before = story(workspace)
    renamed(workspace, before, title="Cut the wait", result="Four days")
    step = moved(workspace.restore_version(before, by="window"))
    assert story(workspace) == before
    assert (str(step.label), step.by) == ("Restore an earlier version of Cut the wait", "window")
    workspace.undo()
    assert story(workspace).result == "Four days"
    assert workspace.restore_version(story(workspace)) is None


def test_a_version_of_a_record_in_the_bin_brings_back_what_hung_on_it(workspace):
    before = story(workspace)
    renamed(workspace, before, title="Cut the wait")
    remove(workspace, before.id)
    workspace.restore_version(before)
    assert story(workspace) == before
    assert workspace.plan.find("days-0001") and workspace.plan.find("claim-001")
    assert workspace.removed() == []
    workspace.undo()
    assert len(workspace.removed()) == 3


def test_a_version_of_what_has_left_the_bin_comes_back_alone(workspace, clock):
    before = story(workspace)
    remove(workspace, before.id)
    clock.at += timedelta(days=91)
    remove(workspace, "bob-00001")
    workspace.restore_version(before)
    assert story(workspace) == queue(people=())
    assert workspace.plan.find("days-0001") is None


def test_a_version_that_belonged_to_what_is_gone_is_refused_in_words(workspace, clock):
    days = workspace.plan.get(Measure, "days-0001")
    remove(workspace, "queue-0001")
    clock.at += timedelta(days=91)
    with pytest.raises(UserError, match="is missing"):
        workspace.restore_version(days)
    assert workspace.plan.find("days-0001") is None


def test_a_version_from_when_it_was_agreed_is_held_back_as_any_step_there(workspace):
    shared = Collaboration(id="joint", title="One stop", stage=Stage.AGREED, agreed_without="Tried elsewhere")
    workspace.commit(edits.add(shared))
    agreed = workspace.plan.get(Collaboration, "joint")
    renamed(workspace, shared, stage=Stage.INTERESTED)
    renamed(workspace, workspace.plan.find("joint"), agreed_without="")
    without = Collaboration(id="joint", title="One stop", stage=Stage.AGREED)
    with pytest.raises(Refused):
        workspace.restore_version(without)
    workspace.restore_version(agreed)
    assert workspace.plan.find("joint") == agreed


def test_a_long_history_is_read_only_as_far_as_it_is_asked_for(workspace):
    for number in range(100):
        renamed(workspace, story(workspace), title=f"Title {number}")
    asked = []

    def says(label):
        asked.append(label)
        return "Title 7" in str(label)

    found = workspace.history(limit=2, wanted=Wanted(says=says))
    assert [str(step.label) for step in found] == ["Change Title of Title 79", "Change Title of Title 78"]
    assert len(asked) == 22
