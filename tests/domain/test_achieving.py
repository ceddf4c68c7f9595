from __future__ import annotations

from datetime import date
from itertools import count

from leaderplan.domain.achieving import achievement_of
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Collaboration, Measure, Person, Profile, Reading, Stage

TODAY = date(2026, 3, 12)


def made_of(collaboration: Collaboration) -> tuple[Plan, Plan]:
    plan = Plan.of([
        Profile(id="me"), Person(id="ann", name="Ann Price"), collaboration,
        Measure(id="m", of=collaboration.id, name="Days", baseline=21, target=5),
        Reading(id="r1", measure="m", on=PartialDate(2026, 1), value=9),
        Reading(id="r2", measure="m", on=PartialDate(2026, 2), value=4),
    ])  # fmt: skip
    numbers = count()
    edit = achievement_of(plan, collaboration, TODAY, lambda: f"new{next(numbers)}")
    assert edit_problems(plan, edit) == ()
    return plan, plan.after(edit)


def delivered(**fields) -> Collaboration:
    return Collaboration(id="c", title="Claims in four days", stage=Stage.DELIVERED, **fields)


def test_it_is_linked_dated_and_told_from_what_the_collaboration_says() -> None:
    starts, due = PartialDate(2025, 1), PartialDate(2026, 2)
    _before, after = made_of(delivered(lead="ann", citizen_need="21 days.", what_changed="4.", starts=starts, due=due))
    [made] = after.all(Achievement)
    assert (made.collaboration, made.people, made.started, made.ended) == ("c", ("ann",), starts, due)
    assert (made.title, made.situation, made.result) == ("Claims in four days", "21 days.", "4.")


def test_measures_and_readings_are_copied_and_the_first_ones_stay() -> None:
    before, after = made_of(delivered())
    [made] = after.all(Achievement)
    [copy] = after.referring(Measure, "of", made)
    assert (copy.name, copy.baseline, copy.target) == ("Days", 21, 5)
    assert sorted(r.value or 0 for r in after.referring(Reading, "measure", copy)) == [4, 9]
    assert after.table(Measure)["m"] == before.table(Measure)["m"]
    assert after.table(Reading)["r1"].measure == "m"


def test_what_is_due_later_was_done_today_and_what_is_private_stays_private() -> None:
    _before, after = made_of(delivered(due=PartialDate(2026, 9), private=True))
    [made] = after.all(Achievement)
    assert made.ended == PartialDate(2026, 3, 12)
    assert made.private
    assert made.people == ()
