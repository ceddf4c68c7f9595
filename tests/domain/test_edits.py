from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import checks, edits
from leaderplan.domain.changes import Change, ChangeSet, merged
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Collaboration,
    Competency,
    Dismissal,
    Framework,
    Measure,
    Person,
    Profile,
    Reading,
    ServiceStep,
)
from tests.domain.strategies import plan_edits, plans

ME = Profile(id="me", name="Rhian")
ANN = Person(id="ann", name="Ann Price")
STORY = Achievement(id="story", title="Claims in four days", people=("ann",))
DAYS = Measure(id="days", of="story", name="Days")
FOUR = Reading(id="four", measure="days", value=4.0)
PLAN = Plan.of([ME, ANN, STORY, DAYS, FOUR])


@given(st.data())
def test_an_edit_and_its_inverse_leave_the_plan_as_it_was(data: st.DataObject) -> None:
    plan = data.draw(plans())
    edit = data.draw(plan_edits(plan))
    then = plan.after(edit)
    assert then.after(edit.inverse()) == plan
    assert edit.inverse().inverse() == edit
    assert {record.id: set(then.referrers(record.id)) for record in then} == {
        record.id: set(Plan.of(then).referrers(record.id)) for record in then
    }


@given(st.data())
def test_what_edits_prepare_can_always_be_stored(data: st.DataObject) -> None:
    plan = data.draw(plans())
    assert not checks.edit_problems(plan, data.draw(plan_edits(plan)))


@given(st.data())
def test_several_edits_are_one_step(data: st.DataObject) -> None:
    plan = data.draw(plans())
    first = data.draw(plan_edits(plan))
    second = data.draw(plan_edits(plan.after(first)))
    both = merged(_("Both"), [first, second])
    assert plan.after(both) == plan.after(first).after(second)
    assert len({change.id for change in both}) == len(both.changes)


def test_what_hangs_on_a_record_goes_with_it_and_comes_back_with_it() -> None:
    gone = edits.remove(PLAN, STORY)
    then = PLAN.after(gone)
    assert {record.id for record in then} == {"me", "ann"}
    assert then.after(gone.inverse()) == PLAN
    assert str(gone.label) == "Remove Claims in four days"


def test_a_person_who_goes_is_taken_out_of_the_stories_they_stand_in() -> None:
    then = PLAN.after(edits.remove(PLAN, ANN))
    assert then.get(Achievement, "story") == replace(STORY, people=())


def test_removing_two_that_one_record_refers_to_alters_it_once() -> None:
    plan = PLAN.after(
        edits.add(Person(id="tom", name="Tom"), Collaboration(id="c", title="C", lead="ann", co_owner="tom"))
    )
    edit = edits.remove(plan, ANN, Person(id="tom", name="Tom"))
    assert [change.id for change in edit].count("c") == 1
    assert plan.after(edit).get(Collaboration, "c") == Collaboration(id="c", title="C")
    assert str(edit.label) == "Remove 2 records"


def test_groups_take_their_competencies_along_however_deep() -> None:
    chain = [Competency(id=f"c{n}", framework="f", title="C", parent=f"c{n - 1}" if n else None) for n in range(3_000)]
    plan = Plan.of([Framework(id="f", title="F"), *chain])
    assert not plan.after(edits.remove(plan, chain[0])).all(Competency)


def test_an_alteration_starts_from_how_the_record_stands_now() -> None:
    plan = PLAN.after(edits.alter(PLAN, STORY, title="Other"))
    assert plan.after(edits.alter(plan, STORY, result="Done")).get(Achievement, "story") == replace(
        STORY, title="Other", result="Done"
    )


def test_a_label_says_what_was_done() -> None:
    assert str(edits.alter(PLAN, STORY, title="Other").label) == "Change Title of Other"
    assert str(edits.alter(PLAN, STORY, title="O", task="T").label) == "Change O"
    assert str(edits.add(DAYS, FOUR).label) == "Add 2 records"
    assert str(edits.put(PLAN, replace(ANN, id="new")).label) == "Add Ann Price"
    assert str(edits.add(Claim(id="x")).label) == "Add Claim"


def test_nothing_changed_is_an_empty_edit() -> None:
    assert not edits.alter(PLAN, STORY, title=STORY.title)
    assert not merged(_("x"), [edits.alter(PLAN, STORY, title="O"), edits.alter(PLAN, STORY, title="O").inverse()])


def test_order_links_and_unlinks() -> None:
    steps = [ServiceStep(id=f"s{n}", collaboration="c", as_is=str(n), position=n + 1) for n in range(3)]
    plan = PLAN.after(edits.add(Collaboration(id="c", title="C"), *steps))
    moved = plan.after(edits.reorder(plan, [steps[2], steps[0], steps[1]]))
    assert [step.position for step in sorted(moved.all(ServiceStep), key=lambda s: s.id)] == [2, 3, 1]
    linked = PLAN.after(edits.link(PLAN, replace(STORY, people=()), "people", "ann", "ann"))
    assert linked == PLAN
    assert PLAN.after(edits.unlink(PLAN, STORY, "people", "ann")).get(Achievement, "story") == replace(STORY, people=())


def test_a_dismissal_goes_with_what_it_was_about() -> None:
    plan = PLAN.after(edits.add(Dismissal(id="d", rule="story_check", record="story")))
    assert not plan.after(edits.remove(plan, STORY)).all(Dismissal)


@pytest.mark.parametrize(("before", "after"), [(None, None), (ME, ANN)])
def test_a_change_is_about_one_record(before: Profile | None, after: Person | None) -> None:
    with pytest.raises(ValueError, match="one record"):
        Change.of(before, after)


def test_an_edit_knows_which_tables_it_touches() -> None:
    edit = edits.alter(PLAN, STORY, title="Other")
    assert edit.touches("achievement")
    assert not edit.touches("person")
    assert list(ChangeSet(_("x"), ())) == []
