from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import _
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Collaboration,
    Competency,
    Conversation,
    Evidence,
    Framework,
    Level,
    Person,
    Stage,
)
from leaderplan.errors import UserError
from leaderplan.store import StepKind, Workspace
from tests.store.plans import Clock, bytes_of, linked, opened, queue, renamed, story

TALK = Conversation(id="talk-0001", person="bob-00001", on=PartialDate(2026, 3), about="The queue")
LATER = Conversation(id="talk-0002", person="sue-00001", on=PartialDate(2026, 3), about="The office")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    with opened(tmp_path, *linked(), Person(id="sue-00001", name="Sue"), clock=clock) as workspace:
        workspace.commit(edits.add(TALK))
        yield workspace


def remove(workspace, id: str) -> None:
    workspace.commit(edits.remove(workspace.plan, workspace.plan.find(id)))


def labels(workspace) -> list[str]:
    return [str(step.label) for step in workspace.history()]


def history_texts(workspace) -> str:
    with closing(sqlite3.connect(workspace.folder / "plan.db")) as db:
        return str(db.execute("SELECT * FROM change").fetchall() + db.execute("SELECT * FROM step").fetchall())


def test_a_person_goes_with_what_hangs_on_them_and_leaves_no_reference(workspace):
    erased = workspace.erase(["bob-00001"])
    assert erased.records == {"person": 1, "conversation": 1}
    assert workspace.plan.find("bob-00001") is workspace.plan.find("talk-0001") is None
    assert workspace.plan.find("queue-0001").people == ()
    assert workspace.versions("bob-00001") == workspace.versions("talk-0001") == []
    assert workspace.search("Bob") == []
    assert workspace.check() == []
    assert [str(sentence)[:9] for sentence in erased.unreachable] == ["Archives ", "Documents"]


def test_what_was_removed_earlier_is_erased_too(workspace):
    remove(workspace, "talk-0001")
    remove(workspace, "bob-00001")
    assert workspace.erase(["bob-00001"]).records == {"person": 1, "conversation": 1}
    assert "Bob" not in history_texts(workspace)
    assert workspace.removed() == []
    with pytest.raises(UserError, match="no bob-00001 in the plan"):
        workspace.erase(["bob-00001"])


def test_the_profile_and_what_is_unknown_are_refused_and_nothing_changes(workspace):
    before = bytes_of(workspace.folder)
    for ids, said in ((["me-000001"], "profile"), (["bob-00001", "nobody-01"], "no nobody-01"), (["x"], "no x")):
        with pytest.raises(UserError, match=said):
            workspace.erase(ids)
    assert bytes_of(workspace.folder) == before


def test_labels_lose_the_name(workspace):
    long = "Bartholomew " * 8
    renamed(workspace, workspace.plan.find("bob-00001"), name=long.strip())
    story = Achievement(id="story-001", title=f"Told {long.strip()[:60]} of it")
    workspace.commit(edits.add(story))
    workspace.commit(edits.add(queue(id="story-002", title="Planned it", people=("bob-00001",))))
    workspace.commit(edits.add(queue(id="story-003", title="Bobsleigh")))
    workspace.commit(edits.alter(workspace.plan, story, label=_("Import {file}", file="Bob.csv"), result="x"))
    workspace.undo()
    workspace.erase(["bob-00001"])
    assert labels(workspace)[:5] == [
        "Erase for good: 1 Person, 1 Conversation",
        "Undo: Import …",
        "Import …",
        "Add Bobsleigh",
        "Add Planned it",
    ]
    assert "Bartholomew" not in str(labels(workspace))


def test_a_draft_goes_and_those_of_others_stay(workspace):
    workspace.draft("bob-00001", "name", "Bob the")
    workspace.draft("queue-0001", "title", "Cut")
    workspace.erase(["bob-00001"])
    assert workspace.drafts() == {("queue-0001", "title"): "Cut"}


def test_undo_and_redo_pass_over_an_erasure(workspace):
    before = workspace.plan
    renamed(workspace, workspace.plan.find("queue-0001"), result="A", people=("bob-00001", "sue-00001"))
    remove(workspace, "bob-00001")
    workspace.erase(["bob-00001"])
    assert [step.kind for step in workspace.history(1)] == [StepKind.ERASE]
    workspace.undo()
    assert workspace.plan.find("queue-0001") == queue()
    assert workspace.undo() is None
    assert {one.id for one in workspace.plan} == {one.id for one in before} - {"bob-00001", "talk-0001"}
    while workspace.redo():
        pass
    assert workspace.plan.find("queue-0001").result == "A"
    assert workspace.plan.find("queue-0001").people == ("sue-00001",)
    assert workspace.check() == []


def test_what_hangs_on_another_today_stays_with_its_history_since(workspace):
    workspace.commit(edits.add(LATER))
    renamed(workspace, workspace.plan.find("talk-0001"), person="sue-00001")
    renamed(workspace, workspace.plan.find("talk-0001"), outcome="Agreed")
    assert workspace.erase(["bob-00001"]).records == {"person": 1}
    assert [version.record.outcome for version in workspace.versions("talk-0001")] == ["Agreed", ""]
    assert {version.record.person for version in workspace.versions("talk-0001")} == {"sue-00001"}
    while workspace.undo():
        assert workspace.check() == []
    assert workspace.plan.find("talk-0001") == Conversation(
        id="talk-0001", person="sue-00001", on=PartialDate(2026, 3), about="The queue"
    )


def test_an_undo_that_would_leave_a_reference_to_nothing_is_refused(workspace):
    workspace.commit(edits.add(Person(id="tom-00001", name="Tom")))
    renamed(workspace, workspace.plan.find("talk-0001"), person="tom-00001")
    workspace.erase(["bob-00001"])
    with pytest.raises(UserError, match="“Add Tom” cannot be taken back"):
        workspace.undo()
    assert workspace.plan.find("tom-00001")
    assert workspace.check() == []


def test_a_competency_that_has_left_its_group_survives_the_group(workspace):
    group = Competency(id="group-001", framework="frame-001", title="People")
    workspace.commit(edits.add(group))
    renamed(workspace, workspace.plan.find("comp-0001"), parent=group.id)
    renamed(workspace, workspace.plan.find("comp-0001"), parent=None)
    workspace.erase([group.id])
    assert workspace.plan.find("comp-0001") and workspace.plan.find("claim-001")
    assert workspace.check() == []


def test_all_that_hangs_is_found_however_far(workspace):
    workspace.commit(
        edits.add(
            Level(id="level-001", framework="frame-001", title="One", rank=1),
            Assessment(id="rated-001", competency="comp-0001", level="level-001", on=PartialDate(2026)),
        )
    )
    remove(workspace, "rated-001")
    erased = workspace.erase(["frame-001"])
    assert erased.records == {"framework": 1, "level": 1, "competency": 1, "claim": 1, "assessment": 1}
    assert workspace.plan.find("me-000001").framework is None


def test_other_programs_take_it_in(workspace, clock):
    with Workspace.open(workspace.folder, clock=clock) as other:
        seen: list[object] = []
        other.watch(lambda edit, by: seen.append((str(edit.label), by)))
        workspace.erase(["bob-00001"])
        assert other.poll()
        assert other.plan == workspace.plan
        assert seen == [("Erase for good: 1 Person, 1 Conversation", None)]
        assert other.search("Bob") == []
        renamed(other, story(other), result="A")
        workspace.poll()
        assert workspace.plan == other.plan


def test_a_piece_of_typing_does_not_go_on_in_a_step_before_an_erasure(workspace):
    story = workspace.plan.find("queue-0001")
    workspace.commit(edits.alter(workspace.plan, story, result="A"), join="typing")
    workspace.erase(["bob-00001"])
    workspace.commit(edits.alter(workspace.plan, workspace.plan.find(story.id), result="AB"), join="typing")
    workspace.undo()
    assert workspace.plan.find(story.id).result == "A"


def test_watchers_are_told_with_a_label_that_names_nobody(workspace):
    told: list[object] = []
    workspace.watch(lambda edit, by: told.append((str(edit.label), by, len(edit.changes))))
    workspace.erase(["bob-00001"], by="window")
    assert told == [("Erase for good: 1 Person, 1 Conversation", "window", 3)]
    assert workspace.history(1)[0].by == "window"


def test_an_agreed_collaboration_stays_agreed_when_its_co_owner_is_erased(workspace):
    joint = Collaboration(
        id="joint-001",
        title="Claims",
        co_owner="bob-00001",
        stage=Stage.AGREED,
        agreed_without="The director wanted it",
    )
    workspace.commit(edits.add(joint))
    workspace.erase(["bob-00001"])
    assert workspace.plan.find("joint-001").co_owner is None


def test_an_attachment_stays_while_something_else_refers_to_it(workspace):
    from_one = workspace.blobs.keep(b"Letter", "letter.txt")
    alone = workspace.blobs.keep(b"Alone", "alone.txt")
    for id, kept in (("proof-001", from_one), ("proof-002", from_one), ("proof-003", alone)):
        workspace.commit(edits.add(_evidence(id, kept)))
    remove(workspace, "proof-002")
    workspace.erase(["proof-001", "proof-003"])
    assert workspace.blobs.path(from_one)
    assert workspace.blobs.path(alone) is None
    workspace.erase(["proof-002"])
    assert list((workspace.folder / "attachments").iterdir()) == []


def _evidence(id: str, kept) -> Evidence:
    return Evidence(id=id, title="Letter", attachment=kept)


def test_a_removal_older_than_the_bin_can_be_erased(workspace, clock):
    remove(workspace, "bob-00001")
    clock.at += timedelta(days=200)
    renamed(workspace, workspace.plan.find("queue-0001"), result="A")
    workspace.thin()
    workspace.erase(["bob-00001"])
    assert "Bob" not in history_texts(workspace)
    workspace.thin()
    assert workspace.check() == []


def test_a_framework_and_all_in_it_is_erased_from_a_plan_that_names_it(workspace):
    workspace.commit(edits.add(Framework(id="frame-002", title="Other")))
    renamed(workspace, workspace.plan.find("me-000001"), framework="frame-002")
    workspace.erase(["frame-002"])
    assert workspace.plan.find("me-000001").framework is None
    while workspace.undo():
        pass
    assert workspace.check() == []
