"""What comes along when records are taken over from another plan, and what is left of a plan that lost some."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.belonging import lawful, taken_over, without_missing
from leaderplan.domain.checks import dangling
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Conversation, Measure, Person, Profile, Reading
from tests.store.plans import linked, queue

LABEL = _("From a backup")
READING = Reading(id="read-0001", measure="days-0001", value=4)


def taken(plan: Plan, source: Plan, *ids: str) -> Plan:
    return plan.after(taken_over(plan, source, ids, LABEL))


def test_a_record_comes_with_what_hung_on_it_and_what_it_hangs_on():
    source, plan = Plan.of([*linked(), READING]), Plan.of(linked()[:4])
    assert taken(plan, source, "days-0001") == Plan.of([*linked()[:6], READING])
    assert taken(plan, source, "queue-0001") == source


def test_what_is_still_there_is_left_as_it_is_now():
    plan = Plan.of([replace(r, name="Weeks") if isinstance(r, Measure) else r for r in linked()])
    source = Plan.of([*linked()[:4], queue(result="Done"), *linked()[5:]])
    after = taken(plan, source, "queue-0001")
    assert after.get(Achievement, "queue-0001") == queue(result="Done")
    assert after.get(Measure, "days-0001") == plan.get(Measure, "days-0001")


def test_references_to_what_is_gone_are_left_out():
    source, plan = Plan.of(linked()), Plan.of([Profile(id="me-000001")])
    found = taken(plan, source, "queue-0001").get(Achievement, "queue-0001")
    assert found and found.people == ()


def test_taking_over_what_is_the_same_changes_nothing():
    plan = Plan.of(linked())
    assert not taken_over(plan, plan, [record.id for record in plan], LABEL)
    assert not taken_over(plan, plan, ["nobody-01"], LABEL)


@given(st.sets(st.integers(0, 8)))
def test_whatever_is_lost_the_rest_is_a_plan(lost):
    records = [*linked(), READING, Conversation(id="talk-0001", person="bob-00001")]
    left = lawful(record for place, record in enumerate(records) if place not in lost)
    plan = Plan.of(left)
    assert dangling(plan) == ()
    assert len(plan.all(Profile)) == 1
    if not lost:
        assert set(left) == set(records)


def test_of_two_profiles_one_stays():
    assert lawful([Profile(id="me-000001"), Profile(id="me-000002")]) == (Profile(id="me-000001"),)


def test_a_claim_without_its_achievement_goes():
    assert [r for r in lawful(linked()[:4] + linked()[5:]) if isinstance(r, Claim | Measure)] == []


def test_a_reference_to_nobody_is_emptied():
    assert without_missing(Plan.of([]), queue(people=("bob-00001",))).people == ()
    assert without_missing(Plan.of([Person(id="bob-00001")]), queue(people=("bob-00001",))).people == ("bob-00001",)
