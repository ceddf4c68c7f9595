from __future__ import annotations

from dataclasses import replace

import pytest

from leaderplan.domain import checks, edits
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Competency,
    Evidence,
    Framework,
    Person,
    Post,
    Profile,
    Reading,
)

ME = Profile(id="me", name="Rhian")
ANN = Person(id="ann", name="Ann")
STORY = Achievement(id="story", title="Story", people=("ann",))
PLAN = Plan.of([ME, ANN, STORY])


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (replace(STORY, title=""), "Title is missing: fill it in."),
        (replace(STORY, title="a\nb"), "Title has room for one line only."),
        (replace(STORY, task="x" * 10_001), "Task is 10,001 characters long; 10,000 are the most: shorten it."),
        (replace(STORY, task="a\x00b"), "Task holds a character that cannot be stored: type it again."),
        (replace(STORY, tags=("\ud800",)), "Tags holds a character that cannot be stored: type it again."),
        (replace(STORY, post="gone"), "Post refers to gone, which is not in the plan."),
        (replace(STORY, people=("ann", "me")), "With whom cannot refer to a record of Profile."),
        (replace(STORY, people=("gone",)), "With whom refers to gone, which is not in the plan."),
        (replace(ANN, influence=6), "Influence goes from 1 to 5."),
        (replace(ANN, risk_readiness=-1), "Ready for risk goes from 0 to 3."),
        (replace(ANN, keep_in_touch_days=-1), "Keep in touch every (days) is a whole number from 0 on."),
        (replace(ME, target_share=(50, 50, 101)), "Target share: each part is from 0 to 100 per cent."),
        (Evidence(id="e", title="E", url="javascript:alert(1)"), "Address begins with https://, http:// or mailto:."),
        (Evidence(id="e", title="E", url="https://"), "Address begins with https://, http:// or mailto:."),
        (Claim(id="c", achievement="c", competency="c"), "Achievement refers to c, which is not in the plan."),
        (Reading(id="r", measure="story", value=1.0), "Measure cannot refer to a record of Achievements."),
    ],
)  # fmt: skip
def test_what_may_not_be_stored_is_said_field_by_field(record: Record, says: str) -> None:
    assert says in {_say(problem) for problem in checks.problems(PLAN, record)}


def _say(problem: checks.Problem) -> str:
    return ENGLISH.say(problem.message)


def test_what_is_typed_is_stored_as_typed() -> None:
    for text in ("R&D", "<b>", "<img src=x>", "Ŵyth o ŷd", "Ελλάδα", "Привет", "你好", "👩‍👩‍👧", "x" * 10_000):
        assert not checks.problems(PLAN, replace(STORY, title=text, result=f"{text}"[:9_990] + "\n\tx"))


def test_no_record_refers_to_itself() -> None:
    own_parent = Competency(id="c", framework="f", title="C", parent="c")
    plan = PLAN.after(edits.add(Framework(id="f", title="F"), own_parent))
    assert [_say(problem) for problem in checks.problems(plan, own_parent)] == ["Group cannot refer to itself."]


def test_an_edit_may_not_leave_a_reference_to_nothing_behind() -> None:
    edit = ChangeSet(_("x"), (Change.of(ANN, None),))
    assert [(p.record, p.field) for p in checks.edit_problems(PLAN, edit)] == [("story", "people")]
    assert not checks.edit_problems(PLAN, edits.remove(PLAN, ANN))


def test_a_plan_has_exactly_one_profile() -> None:
    second = edits.add(Profile(id="second"))
    assert "exactly one" in _say(checks.edit_problems(PLAN, second)[0])
    assert "exactly one" in _say(checks.edit_problems(PLAN, edits.remove(PLAN, ME))[0])
    assert not checks.edit_problems(PLAN, edits.alter(PLAN, ME, name="R"))


def test_records_of_one_edit_may_refer_to_each_other() -> None:
    post = Post(id="p", title="Head", organisation="Council")
    assert not checks.edit_problems(PLAN, edits.add(replace(STORY, id="new", post="p"), post))


def test_dangling_references_of_a_whole_plan_are_found() -> None:
    plan = Plan.of([ME, STORY])
    assert [(p.record, p.field) for p in checks.dangling(plan)] == [("story", "people")]
    assert not checks.dangling(PLAN)
