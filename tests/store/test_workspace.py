from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Evidence, Measure, Person, Profile, Reading
from leaderplan.errors import UserError
from leaderplan.store import Overtaken, Refused, Replaced, StepKind, Touch, Touched, Wanted, Workspace
from tests.store.plans import Clock, bytes_of, linked, moved, opened, queue, renamed


@pytest.fixture
def workspace(tmp_path):
    with opened(tmp_path) as workspace:
        yield workspace


def reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return Workspace.open(workspace.folder, clock=Clock())


def test_a_new_plan_has_one_profile_and_its_folders(workspace):
    assert [type(record) for record in workspace.plan] == [Profile]
    assert {path.name for path in workspace.folder.iterdir() if path.is_dir()} == {"attachments", "backups"}
    assert (workspace.folder / "plan.db").stat().st_mode & 0o077 == 0


def test_a_new_plan_takes_the_records_it_is_given(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        assert set(workspace.plan) == set(linked())
        assert workspace.can_undo is None
        assert workspace.undo() is None
        assert [step.kind for step in workspace.history()] == [StepKind.BEGIN]


def test_a_plan_that_is_there_is_never_overwritten(tmp_path):
    opened(tmp_path, queue()).close()
    before = bytes_of(tmp_path)
    with pytest.raises(UserError, match="already"):
        opened(tmp_path)
    assert bytes_of(tmp_path) == before


def test_records_that_may_not_be_stored_make_no_plan(tmp_path):
    with pytest.raises(Refused, match="Title is missing"):
        opened(tmp_path, Achievement(id="empty-001"))
    with pytest.raises(Refused, match="cannot keep"):
        opened(tmp_path, queue(tags=("twice", "twice")))
    assert not (tmp_path / "plan").exists()


def test_what_was_committed_is_there_after_a_restart(workspace):
    story = queue(ended=PartialDate(2025, 3), tags=("queue",), private=True)
    step = workspace.commit(edits.add(story), by="command")
    assert step.touched == (Touched("achievement", story.id, Touch.ADDED),)
    again = reopened(workspace)
    assert again.plan.find(story.id) == story
    assert again.history()[0] == step
    assert again.history()[0].by == "command"
    again.close()


def test_every_way_to_write_a_number_comes_back(workspace):
    measure = Measure(id="days-0001", of=queue().id, name="Days", baseline=3, target=-0.0)
    readings = [
        Reading(id=f"reading-{n}", measure=measure.id, on=PartialDate(2025), value=value)
        for n, value in enumerate((0.1, 1e-300, 999_999_999_999_999, -2.5, 0))
    ]
    workspace.commit(edits.add(queue(), measure, *readings))
    plan = workspace.plan
    again = reopened(workspace)
    assert again.plan == plan
    assert again.check() == []
    again.close()


def test_an_edit_that_changes_nothing_is_no_step(workspace):
    workspace.commit(edits.add(queue()))
    assert workspace.commit(edits.alter(workspace.plan, queue(), title="Cut the queue")) is None
    assert workspace.commit(ChangeSet(_("Nothing"), (Change.of(queue(), queue()),))) is None
    assert len(workspace.history()) == 2


def test_what_may_not_be_stored_is_refused_with_its_field(workspace):
    told = []
    workspace.watch(lambda edit, by: told.append(edit))
    before = bytes_of(workspace.folder)
    with pytest.raises(Refused, match="Of refers to nowhere") as refusal:
        workspace.commit(edits.add(Measure(id="days-0001", of="nowhere", name="Days")))
    assert [problem.field for problem in refusal.value.problems] == ["of"]
    with pytest.raises(Refused, match="2 things"):
        workspace.commit(edits.add(Measure(id="days-0001")))
    assert bytes_of(workspace.folder) == before
    assert len(workspace.plan) == 1
    assert not told


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Reading(id="reading-1", measure="days-0001", on=PartialDate(2025), value=float("nan")), "value"),
        (Reading(id="reading-1", measure="days-0001", on=PartialDate(2025), value=float("inf")), "value"),
        (queue(tags=("twice", "twice")), "tags"),
        (Evidence(id="proof-001", title="Proof", attachment=Attachment("../../etc/passwd", "x", 1)), "attachment"),
    ],
)
def test_a_value_that_would_not_come_back_is_refused(workspace, record, field):
    other = Achievement(id="other-001", title="Other")
    workspace.commit(edits.add(other, Measure(id="days-0001", of=other.id, name="Days")))
    with pytest.raises(Refused, match="cannot keep") as refusal:
        workspace.commit(edits.add(record))
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert workspace.plan.find(record.id) is None


def test_an_edit_of_what_was_changed_meanwhile_is_turned_away(workspace):
    workspace.commit(edits.add(queue()))
    late = edits.alter(workspace.plan, queue(), result="Mine")
    renamed(workspace, queue(), result="Theirs")
    with pytest.raises(Overtaken, match="changed meanwhile"):
        workspace.commit(late)
    with pytest.raises(Overtaken):
        workspace.commit(edits.add(queue()))
    assert workspace.plan.get(Achievement, queue().id).result == "Theirs"


def test_an_id_is_one_record_whatever_its_table(workspace):
    workspace.commit(edits.add(queue()))
    with pytest.raises(Overtaken):
        workspace.commit(edits.add(Person(id=queue().id, name="Bob")))
    with pytest.raises(ValueError, match="at most one change"):
        workspace.commit(edits.add(Person(id="bob-00001", name="Bob"), Person(id="bob-00001", name="Bill")))


def test_the_same_piece_of_typing_is_one_step(workspace):
    step = workspace.commit(edits.add(queue()))
    typing = object()
    for text in ("W", "We h", "We halved it"):
        last = workspace.commit(edits.alter(workspace.plan, queue(), result=text), join=typing)
    workspace.commit(edits.alter(workspace.plan, workspace.plan.find(queue().id), task="It"), join=typing)
    assert last.id == step.id + 1
    assert last.touched == (Touched("achievement", queue().id, Touch.ALTERED),)
    assert str(last.label) == "Change Result of Cut the queue"
    workspace.undo()
    assert workspace.plan.find(queue().id) == queue()
    workspace.redo()
    assert workspace.plan.find(queue().id) == queue(result="We halved it", task="It")


def test_a_title_that_is_typed_gives_the_step_its_last_name(workspace):
    workspace.commit(edits.add(queue(), label=_("Add {name}", name="Cut")), join="new")
    step = workspace.commit(
        edits.put(workspace.plan, queue(title="Cut it"), label=_("Add {name}", name="Cut it")), join="new"
    )
    assert str(step.label) == str(workspace.can_undo) == str(workspace.history()[0].label) == "Add Cut it"


def test_typing_ends_with_another_token_an_undo_or_another_edit(workspace):
    workspace.commit(edits.add(queue()), join=1)
    first = workspace.commit(edits.alter(workspace.plan, queue(), result="A"), join=2)
    second = workspace.commit(edits.alter(workspace.plan, queue(), result="B"), join=2)
    workspace.undo()
    workspace.redo()
    third = workspace.commit(edits.alter(workspace.plan, queue(), result="C"), join=2)
    renamed(workspace, queue(), task="Other")
    fourth = workspace.commit(edits.alter(workspace.plan, queue(), result="D"), join=2)
    assert first.id == second.id < third.id < fourth.id


def test_typing_that_ends_where_it_began_leaves_nothing_to_undo(workspace):
    workspace.commit(edits.add(queue()))
    workspace.commit(edits.alter(workspace.plan, queue(), result="A"), join=1)
    step = workspace.commit(edits.alter(workspace.plan, queue(), result=""), join=1)
    assert step.touched == ()
    assert str(workspace.can_undo) == "Add Cut the queue"
    assert [str(step.label) for step in workspace.history()] == ["Add Cut the queue", "New plan"]
    bob = Person(id="bob-00001", name="Bob")
    workspace.commit(edits.add(bob), join=2)
    workspace.commit(edits.remove(workspace.plan, bob), join=2)
    workspace.undo()
    assert workspace.plan.find(queue().id) is None


def test_undo_and_redo_outlive_a_restart(workspace):
    for number in range(5):
        workspace.commit(edits.add(Person(id=f"person-{number}", name=f"Person {number}")))
    workspace.undo(steps=2)
    again = reopened(workspace)
    assert str(again.can_undo) == "Add Person 2"
    assert str(again.can_redo) == "Add Person 3"
    back = moved(again.undo(steps=2))
    assert back.kind is StepKind.UNDO
    assert str(back.label) == "Undo: Add Person 1"
    assert {touched.change for touched in back.touched} == {Touch.REMOVED}
    assert len(back.touched) == 2
    assert moved(again.redo(steps=9)).touched[0].id == "person-1"
    assert {record.id for record in again.plan.all(Person)} == {f"person-{number}" for number in range(5)}
    assert again.redo() is None
    assert again.can_redo is None
    assert again.undo(steps=99) is not None
    assert len(again.plan) == 1
    again.close()


def test_a_new_edit_ends_redo_but_history_keeps_what_happened(workspace):
    workspace.commit(edits.add(queue()))
    undone = workspace.undo(by="window")
    workspace.commit(edits.add(Person(id="bob-00001", name="Bob")))
    assert workspace.can_redo is None
    lines = [(str(step.label), step.undone) for step in workspace.history()]
    assert lines == [
        ("Add Bob", False),
        ("Undo: Add Cut the queue", False),
        ("Add Cut the queue", True),
        ("New plan", False),
    ]
    assert workspace.history()[1] == undone
    assert (undone.of, undone.by) == (2, "window")


def test_history_can_be_asked_about_one_record_and_in_part(workspace):
    workspace.commit(edits.add(queue()))
    workspace.commit(edits.add(Person(id="bob-00001", name="Bob")))
    workspace.undo()
    assert [str(step.label) for step in workspace.history(wanted=Wanted(record="bob-00001"))] == [
        "Undo: Add Bob",
        "Add Bob",
    ]
    assert [str(step.label) for step in workspace.history(limit=1)] == ["Undo: Add Bob"]


def test_watchers_are_told_in_order_even_of_what_a_watcher_does(workspace):
    told = []

    def answering(edit, by):
        told.append(("first", str(edit.label), by))
        if str(edit.label) == "Add Cut the queue":
            workspace.commit(edits.alter(workspace.plan, queue(), result="Halved"), by="answer")

    workspace.watch(answering)
    leave = workspace.watch(lambda edit, by: told.append(("second", str(edit.label), by)))
    workspace.commit(edits.add(queue()), by="form")
    leave()
    leave()
    workspace.undo()
    assert told == [
        ("first", "Add Cut the queue", "form"),
        ("second", "Add Cut the queue", "form"),
        ("first", "Change Result of Cut the queue", "answer"),
        ("second", "Change Result of Cut the queue", "answer"),
        ("first", "Change Result of Cut the queue", None),
    ]


def test_a_watcher_that_fails_takes_nothing_from_the_others(workspace, log_watch):
    told = []
    workspace.watch(lambda edit, by: 1 / 0)
    workspace.watch(lambda edit, by: told.append(by))
    with log_watch.expect("leaderplan.store.watchers", "A watcher failed"):
        workspace.commit(edits.add(queue()), by="form")
    assert told == ["form"]
    assert workspace.plan.find(queue().id)


def test_two_workspaces_see_each_others_steps(workspace):
    told = []
    with Workspace.open(workspace.folder) as other:
        workspace.watch(lambda edit, by: told.append((str(edit.label), by, len(edit.changes))))
        other.commit(edits.add(queue()), join=1)
        assert workspace.poll()
        assert not workspace.poll()
        other.commit(edits.alter(other.plan, queue(), result="A"), join=1)
        assert workspace.poll()
        other.undo()
        workspace.commit(edits.add(Person(id="bob-00001", name="Bob")))
        assert other.poll()
        assert workspace.plan == other.plan
        assert str(other.can_undo) == "Add Bob"
    assert told == [
        ("Add Cut the queue", None, 1),
        ("Add Cut the queue", None, 1),
        ("Undo: Add Cut the queue", None, 1),
        ("Add Bob", None, 1),
    ]


def test_an_edit_on_what_another_program_changed_is_turned_away(workspace):
    workspace.commit(edits.add(queue()))
    with Workspace.open(workspace.folder) as other:
        late = edits.alter(other.plan, queue(), result="Mine")
        workspace.commit(edits.alter(workspace.plan, queue(), result="Theirs"), join=1)
        with pytest.raises(Overtaken):
            other.commit(late)
        assert other.plan == workspace.plan
        other.commit(edits.alter(other.plan, queue(), result="Both"))
        separate = workspace.commit(edits.add(Person(id="bob-00001", name="Bob")), join=1)
        assert separate.touched == (Touched("person", "bob-00001", Touch.ADDED),)


def test_typing_goes_on_as_one_step_while_another_program_keeps_a_draft(workspace):
    first = workspace.commit(edits.add(queue()), join=1)
    with Workspace.open(workspace.folder) as other:
        other.draft(queue().id, "ended", "2025-13")
    assert not workspace.poll()
    assert workspace.commit(edits.alter(workspace.plan, queue(), result="A"), join=1).id == first.id


def test_a_plan_that_was_replaced_is_noticed_before_anything_is_written(workspace, tmp_path):
    aside = tmp_path / "aside.db"
    (workspace.folder / "plan.db").rename(aside)
    with pytest.raises(Replaced, match="moved or replaced"):
        workspace.commit(edits.add(queue()))
    (workspace.folder / "plan.db").write_bytes(aside.read_bytes())
    with pytest.raises(Replaced):
        workspace.poll()
    assert workspace.plan.find(queue().id) is None


def test_any_thread_may_commit(workspace):
    def work(name: str) -> None:
        for number in range(10):
            workspace.commit(edits.add(Person(id=f"{name}-{number:05}", name=name)))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two", "six")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(workspace.plan.all(Person)) == 30
    again = reopened(workspace)
    assert again.plan == workspace.plan
    again.close()


@settings(max_examples=15)
@given(st.integers(1, 400))
def test_an_import_of_any_size_is_one_step(tmp_path_factory, count):
    with opened(tmp_path_factory.mktemp("import")) as workspace:
        people = [Person(id=f"person-{number:05}", name="Somebody") for number in range(count)]
        step = workspace.commit(edits.add(*people))
        assert len(moved(step).touched) == count
        assert len(moved(workspace.undo()).touched) == count
        assert len(workspace.plan) == 1
        assert workspace.check() == []


def test_typing_that_makes_a_further_record_is_still_one_step(workspace):
    workspace.commit(edits.add(queue()), join=1)
    step = workspace.commit(edits.add(Person(id="bob-00001", name="Bob")), join=1)
    assert [touched.id for touched in step.touched] == [queue().id, "bob-00001"]
    workspace.undo()
    assert len(workspace.plan) == 1
    workspace.redo()
    assert len(workspace.plan) == 3


def test_undoing_a_removal_and_the_addition_before_it_changes_nothing_and_tells_nobody(workspace):
    told = []
    workspace.commit(edits.add(queue()))
    workspace.commit(edits.remove(workspace.plan, queue()))
    workspace.watch(lambda edit, by: told.append(edit))
    step = workspace.undo(steps=2)
    assert step.touched == ()
    assert not told
    assert workspace.can_undo is None
    assert len(workspace.history()) == 5
