from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.comparison import compared, fields_between
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Measure, Person, Reading

STORY = Achievement(id="story", title="Claims in four days")
MEASURE = Measure(id="measure", of="story", name="Days")
READING = Reading(id="reading", measure="measure", value=4.0)
ANN = Person(id="ann", name="Ann Price")


def test_what_is_gone_what_is_different_and_what_came() -> None:
    earlier = Plan.of([STORY, MEASURE, ANN])
    now = Plan.of([replace(STORY, title="Claims in three days"), ANN, Person(id="new", name="New")])
    found = compared(now, earlier)
    assert (dict(found.gone), dict(found.altered), found.added) == ({"measure": MEASURE}, {"story": STORY}, 1)


def test_what_hangs_on_something_gone_is_counted_with_it() -> None:
    found = compared(Plan.of([]), Plan.of([STORY, MEASURE, READING, ANN]))
    assert found.hanging() == {"story": 2, "ann": 0}


def test_what_hung_on_something_that_is_still_there_stands_for_itself() -> None:
    found = compared(Plan.of([STORY]), Plan.of([STORY, MEASURE, READING]))
    assert found.hanging() == {"measure": 1}


def test_the_fields_that_differ_are_named() -> None:
    found = fields_between(STORY, replace(STORY, title="Other", private=True))
    assert [str(label) for label in found] == ["Title", "Private"]


PEOPLE = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("Ann", "Ben"))).map(
    lambda named: Plan.of([Person(id=id, name=name) for id, name in named.items()])
)


@given(PEOPLE, PEOPLE, PEOPLE)
def test_following_an_edit_comes_to_the_same_as_looking_again(earlier: Plan, plan: Plan, next_one: Plan) -> None:
    ids = {record.id for record in (*plan, *next_one)}
    changes = tuple(Change.of(plan.find(id), next_one.find(id)) for id in sorted(ids))
    edit = ChangeSet(_("Edit"), tuple(change for change in changes if change.before != change.after))
    assert compared(plan, earlier).after(edit) == compared(plan.after(edit), earlier)


def test_a_removal_with_all_that_hangs_on_it_is_followed() -> None:
    plan = Plan.of([STORY, MEASURE, READING])
    edit = edits.remove(plan, STORY)
    assert compared(plan, plan).after(edit).hanging() == {"story": 2}
