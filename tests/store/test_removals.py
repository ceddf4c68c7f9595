from __future__ import annotations

from datetime import timedelta

import pytest

from leaderplan.domain import edits
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Evidence, Measure, Person, Profile, Stage
from leaderplan.errors import UserError
from tests.store.plans import Clock, linked, opened, queue


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    with opened(tmp_path, *linked(), clock=clock) as workspace:
        yield workspace


def remove(workspace, id: str) -> None:
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find(id)))


def test_the_bin_lists_what_went_and_what_it_hung_on(workspace):
    remove(workspace, "queue-0001")
    lying = {one.record.id: one.hangs_on for one in workspace.removed()}
    assert lying == {"queue-0001": None, "days-0001": "queue-0001", "claim-001": "queue-0001"}


def test_restoring_brings_back_all_that_hung_on_it(workspace):
    before = workspace.plan
    remove(workspace, "queue-0001")
    step = workspace.restore("queue-0001", by="command")
    assert workspace.plan == before
    assert str(step.label) == "Restore Cut the queue"
    assert workspace.removed() == []
    workspace.undo()
    assert len(workspace.removed()) == 3


def test_references_that_were_emptied_are_filled_again(workspace):
    workspace.commit(edits.add(Evidence(id="proof-001", title="Letter", said_by="bob-00001", supports=("queue-0001",))))
    workspace.commit(edits.add(Evidence(id="proof-002", title="Badge", said_by="bob-00001")))
    before = workspace.plan
    remove(workspace, "bob-00001")
    assert workspace.plan.find("queue-0001").people == ()
    workspace.restore("bob-00001")
    assert workspace.plan == before


def test_a_reference_that_was_filled_otherwise_meanwhile_stays(workspace):
    ann = Person(id="ann-00001", name="Ann")
    workspace.commit(edits.add(ann, Evidence(id="proof-001", title="Letter", said_by="bob-00001")))
    remove(workspace, "bob-00001")
    workspace.commit(edits.alter(workspace.plan, workspace.plan.find("proof-001"), said_by=ann.id))
    workspace.commit(edits.link(workspace.plan, workspace.plan.find("queue-0001"), "people", ann.id))
    workspace.restore("bob-00001")
    assert workspace.plan.find("proof-001").said_by == ann.id
    assert workspace.plan.find("queue-0001").people == ("bob-00001", ann.id)


def test_a_record_whose_referrer_went_later_comes_back_alone(workspace):
    remove(workspace, "bob-00001")
    remove(workspace, "queue-0001")
    workspace.restore("bob-00001")
    assert workspace.plan.find("queue-0001") is None
    workspace.restore("queue-0001")
    assert workspace.plan.find("queue-0001") == queue()


def test_what_hung_on_something_brings_it_back_too(workspace):
    remove(workspace, "claim-001")
    remove(workspace, "comp-0001")
    remove(workspace, "queue-0001")
    workspace.restore("claim-001")
    assert {record.id for record in workspace.plan} >= {"claim-001", "comp-0001", "queue-0001"}
    assert workspace.plan.find("days-0001") is None


def test_references_to_what_is_gone_come_back_empty(workspace):
    remove(workspace, "queue-0001")
    remove(workspace, "bob-00001")
    workspace.restore("queue-0001")
    assert workspace.plan.find("queue-0001").people == ()
    workspace.commit(
        edits.add(Person(id="sue-00001", name="Sue"), Evidence(id="proof-001", title="It", said_by="sue-00001"))
    )
    remove(workspace, "proof-001")
    remove(workspace, "sue-00001")
    workspace.restore("proof-001")
    assert workspace.plan.find("proof-001").said_by is None


def test_what_came_back_by_undo_and_went_again_lies_in_the_bin_by_its_last_removal(workspace, clock):
    remove(workspace, "queue-0001")
    workspace.restore("queue-0001")
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find("claim-001")))
    remove(workspace, "comp-0001")
    clock.at += timedelta(days=60)
    workspace.undo(steps=2)
    remove(workspace, "comp-0001")
    assert {one.record.id for one in workspace.removed()} == {"comp-0001", "claim-001"}


def test_the_bin_forgets_after_ninety_days(workspace, clock):
    remove(workspace, "queue-0001")
    clock.at += timedelta(days=89)
    assert workspace.removed()
    clock.at += timedelta(days=1, seconds=1)
    assert workspace.removed() == []
    with pytest.raises(UserError, match="no queue-0001 in the bin"):
        workspace.restore("queue-0001")


def test_a_record_removed_twice_lies_there_once_as_it_was_last(workspace):
    remove(workspace, "queue-0001")
    workspace.restore("queue-0001")
    workspace.commit(edits.alter(workspace.plan, workspace.plan.find("queue-0001"), result="Later"))
    remove(workspace, "queue-0001")
    (story,) = [one.record for one in workspace.removed() if isinstance(one.record, Achievement)]
    assert story.result == "Later"


def test_an_undone_removal_is_not_in_the_bin(workspace):
    remove(workspace, "queue-0001")
    workspace.undo()
    assert workspace.removed() == []


def test_versions_tell_every_state_newest_first(workspace):
    first = workspace.plan.find("queue-0001")
    workspace.commit(edits.alter(workspace.plan, first, result="A"))
    workspace.commit(edits.alter(workspace.plan, first, result="B"))
    workspace.undo()
    remove(workspace, "queue-0001")
    known = workspace.versions("queue-0001")
    assert [version.record.result for version in known] == ["A", "B", "A", ""]
    assert known[-1].record == first
    assert [str(version.label) for version in known] == [
        "Undo: Change Result of Cut the queue",
        "Change Result of Cut the queue",
        "Change Result of Cut the queue",
        "New plan",
    ]
    assert known == sorted(known, key=lambda version: version.at, reverse=True)
    assert workspace.versions("nobody-01") == []
    assert Plan.of([Profile(id="me-000001", name="Ann")]).find("me-000001") == workspace.versions("me-000001")[0].record
    assert isinstance(workspace.versions("days-0001")[0].record, Measure)


def test_what_hung_on_something_that_is_gone_for_good_stays_in_the_bin(workspace, clock):
    remove(workspace, "claim-001")
    clock.at -= timedelta(days=200)  # a clock that was wrong, and is put right
    remove(workspace, "queue-0001")
    clock.at += timedelta(days=200)
    assert [one.record.id for one in workspace.removed()] == ["claim-001"]
    with pytest.raises(UserError, match="Claim belonged to something that is gone for good"):
        workspace.restore("claim-001")
    assert workspace.plan.find("claim-001") is None


def test_an_agreed_collaboration_comes_back_although_it_would_not_be_agreed_today(workspace):
    joint = Collaboration(id="joint", title="Claims", stage=Stage.AGREED, agreed_without="The director wanted it")
    workspace.commit(edits.add(joint))
    workspace.commit(edits.alter(workspace.plan, joint, agreed_without=""))
    remove(workspace, "joint")
    workspace.restore("joint")
    assert workspace.plan.table(Collaboration)["joint"].stage is Stage.AGREED
