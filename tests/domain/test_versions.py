from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import edits
from leaderplan.domain.belonging import without_missing
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Person, Profile
from leaderplan.domain.versions import as_it_was
from tests.domain.strategies import plan_edits, plans

ME = Profile(id="me", name="Rhian")
ANN = Person(id="ann", name="Ann Price")
STORY = Achievement(id="story", title="Claims in four days", people=("ann",))
PLAN = Plan.of([ME, ANN, STORY])


@given(st.data())
def test_a_record_has_the_fields_of_its_version_again(data: st.DataObject) -> None:
    plan = data.draw(plans())
    then = plan.after(data.draw(plan_edits(plan)))
    for record in plan:
        back = then.after(as_it_was(then, record))
        assert back.find(record.id) == without_missing(then, record)
        assert len(as_it_was(then, record).changes) <= 1


def test_what_was_the_same_is_no_step() -> None:
    assert not as_it_was(PLAN, STORY)


def test_a_reference_to_what_is_gone_is_left_out() -> None:
    then = PLAN.after(edits.remove(PLAN, ANN))
    (change,) = as_it_was(then, replace(STORY, title="Claims in ten days"))
    assert change.after == replace(STORY, title="Claims in ten days", people=())


def test_a_record_that_is_gone_is_added_as_it_was() -> None:
    then = PLAN.after(edits.remove(PLAN, STORY))
    (change,) = as_it_was(then, STORY)
    assert (change.before, change.after) == (None, STORY)
    assert str(as_it_was(then, STORY).label) == "Restore an earlier version of Claims in four days"


def test_a_required_reference_to_what_is_gone_is_empty() -> None:
    claim = Claim(id="c", achievement="story", competency="gone")
    assert without_missing(PLAN, claim) == replace(claim, competency=None)
