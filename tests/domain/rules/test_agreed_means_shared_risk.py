from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from leaderplan.domain import checks, edits
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Measure, Risk, SeenBy, Side, Stage
from leaderplan.domain.rules import agreed_means_shared_risk as rule
from leaderplan.domain.rules.agreed_means_shared_risk import Need
from leaderplan.domain.rules.finding import Finding
from tests.domain.rules.stories import ANN, ME, TODAY, said

CARE = Collaboration(id="care", title="Home care", lead="ann", co_owner="me", stage=Stage.INTERESTED)
OURS = Risk(id="ours", collaboration="care", title="The rota is wrong", side=Side.IT)
THEIRS = Risk(id="theirs", collaboration="care", title="Staff go on as before", side=Side.SERVICE)
VISIT = Measure(id="visit", of="care", name="Days to the first visit", unit="days", seen_by=SeenBy.CITIZEN,
                baseline=31.0, target=14.0)  # fmt: skip
WHOLE = (ME, ANN, CARE, OURS, THEIRS, VISIT)


def lacking(*records: Record) -> list[Need]:
    now = Plan.of(records)
    return [lack.kind for lack in rule.missing(now, now.table(Collaboration)["care"])]


def without(*gone: Record, care: Collaboration = CARE) -> Plan:
    return Plan.of(care if record == CARE else record for record in WHOLE if record not in gone)


def findings(now: Plan) -> list[Finding]:
    return list(rule.findings(now, now.table(Collaboration)["care"], TODAY))


def test_a_collaboration_with_names_risks_and_a_measure_lacks_nothing() -> None:
    assert not lacking(*WHOLE)
    assert all(condition.met for condition in rule.checklist(Plan.of(WHOLE), CARE))


def test_a_new_one_lacks_everything_in_the_order_of_the_checklist() -> None:
    assert lacking(Collaboration(id="care", title="Home care")) == list(Need)


def test_the_checklist_reads_as_a_person_would_say_it() -> None:
    assert [ENGLISH.say(condition.label) for condition in rule.checklist(without(THEIRS), CARE)] == [
        "A lead and a co-owner, by name",
        "A risk that IT owns",
        "A risk that the service owns",
        "A citizen measure, from 31 to 14 days",
    ]
    assert [condition.met for condition in rule.checklist(without(THEIRS), CARE)] == [True, True, False, True]
    unitless = Plan.of((CARE, replace(VISIT, unit="")))
    assert ENGLISH.say(rule.checklist(unitless, CARE)[3].label) == "A citizen measure, from 31 to 14"
    assert ENGLISH.say(rule.checklist(without(VISIT), CARE)[3].label) == (
        "A citizen measure, with a figure from before and a target"
    )


@pytest.mark.parametrize(
    ("names", "says", "field"),
    [
        ({"lead": None, "co_owner": None}, "a lead and a co-owner", "lead"),
        ({"lead": None}, "a lead", "lead"),
        ({"co_owner": None}, "a co-owner", "co_owner"),
        ({"co_owner": "ann"}, "a co-owner other than the lead", "co_owner"),
    ],
)
def test_two_different_people_answer_for_it(names: dict[str, str | None], says: str, field: str) -> None:
    care = replace(CARE, **names)  # type: ignore[arg-type]
    [lack] = rule.missing(without(care=care), care)
    assert (ENGLISH.say(lack.message), lack.action.place.field) == (says, field)


def test_a_risk_of_nobodys_side_is_not_owned() -> None:
    assert lacking(*without(THEIRS), replace(THEIRS, side=None)) == [Need.SERVICE_RISK]
    [lack] = rule.missing(without(OURS), CARE)
    assert (lack.kind, lack.action.place.adds) == (Need.IT_RISK, "risk")


@pytest.mark.parametrize(
    ("measure", "says", "record", "field"),
    [
        (replace(VISIT, seen_by=SeenBy.COST), "a measure that citizens see", "care", ""),
        (replace(VISIT, baseline=None), "a figure from before", "visit", "baseline"),
        (replace(VISIT, target=None), "a target", "visit", "target"),
    ],
)
def test_a_citizen_measure_has_a_figure_from_before_and_a_target(
    measure: Measure, says: str, record: str, field: str
) -> None:
    [lack] = rule.missing(Plan.of((*without(VISIT), measure)), CARE)
    assert ENGLISH.say(lack.message) == says
    assert (lack.action.place.record, lack.action.place.field) == (record, field)


def test_zero_is_a_figure_from_before_and_one_whole_measure_is_enough() -> None:
    assert not lacking(*without(VISIT), replace(VISIT, baseline=0.0))
    assert not lacking(*WHOLE, replace(VISIT, id="z", target=None), replace(VISIT, id="a", baseline=None, target=None))


def hold(now: Plan, **fields: Any) -> list[str]:
    edit = edits.alter(now, now.table(Collaboration)["care"], **fields)
    return [ENGLISH.say(problem.message) for problem in checks.edit_problems(now, edit)]


@pytest.mark.parametrize("stage", rule.SHARED)
def test_the_step_to_agreed_or_past_it_is_held_back_and_says_what_is_missing(stage: Stage) -> None:
    assert hold(without(THEIRS, VISIT), stage=stage) == [
        "Home care cannot be agreed yet. Still open: a risk that the service owns and a measure that citizens see. "
        "Add it, or write down why you agree without it."
    ]
    assert not hold(Plan.of(WHOLE), stage=stage)


@pytest.mark.parametrize("stage", [None, Stage.SPOTTED, Stage.TALKED, Stage.INTERESTED])
def test_no_other_step_is_held_back(stage: Stage | None) -> None:
    assert not hold(without(THEIRS), stage=stage)


def test_a_written_reason_lets_it_pass_and_a_blank_one_does_not() -> None:
    assert not hold(without(THEIRS), stage=Stage.AGREED, agreed_without="It starts on Monday.")
    assert hold(without(THEIRS), stage=Stage.AGREED, agreed_without=" \n")


def test_what_is_agreed_may_move_on_be_edited_and_lose_its_reason() -> None:
    agreed = without(THEIRS, care=replace(CARE, stage=Stage.AGREED, agreed_without="Monday."))
    assert not hold(agreed, stage=Stage.DELIVERING)
    assert not hold(agreed, title="Home care visits")
    assert not hold(agreed, agreed_without="")
    assert not checks.edit_problems(agreed, edits.remove(agreed, OURS))


def test_a_new_one_is_agreed_only_with_all_that_belongs_to_it() -> None:
    people = Plan.of((ME, ANN))
    care = replace(CARE, stage=Stage.AGREED)
    assert [p.field for p in checks.edit_problems(people, edits.add(care))] == ["stage"]
    assert not checks.edit_problems(people, edits.add(care, OURS, THEIRS, VISIT))


def test_what_comes_back_is_not_held_back() -> None:
    agreed = without(THEIRS, care=replace(CARE, stage=Stage.AGREED))
    gone = edits.remove(agreed, agreed.table(Collaboration)["care"])
    after = agreed.after(gone)
    assert checks.edit_problems(after, gone.inverse())
    assert not checks.edit_problems(after, gone.inverse(), returning=True)


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        ((OURS, THEIRS), "Home care is not agreed yet. Still open: {0} IT owns and {0} the service owns."),
        ((VISIT,), "Home care is not agreed yet. Still open: a measure that citizens see."),
        ((THEIRS,), "All risks of Home care are owned by IT. What does the other side put in?"),
        ((OURS,), "All risks of Home care are owned by the service. What does the other side put in?"),
    ],
)  # fmt: skip
def test_before_the_step_what_is_open_is_said(gone: tuple[Record, ...], sentence: str) -> None:
    assert said(findings(without(*gone))) == [sentence.format("a risk that")]


def test_a_missing_figure_from_before_has_its_own_sentence() -> None:
    now = Plan.of((*without(VISIT), replace(VISIT, baseline=None)))
    assert said(findings(now)) == ["Home care has no figure from before. After the start it is too late to count."]


def test_an_early_collaboration_is_left_in_peace() -> None:
    assert not findings(without(THEIRS, care=replace(CARE, stage=Stage.TALKED)))
    assert not findings(Plan.of(WHOLE))


def test_afterwards_a_lack_is_a_finding_and_a_reason_is_shown_with_it() -> None:
    agreed = replace(CARE, stage=Stage.DELIVERING)
    assert said(findings(without(THEIRS, care=agreed))) == [
        "Home care is agreed, but by now it lacks a risk that the service owns."
    ]
    kept = replace(agreed, agreed_without="It starts on Monday.")
    assert said(findings(without(THEIRS, care=kept))) == [
        "Agreed without a risk that the service owns, because: It starts on Monday."
    ]
    assert not findings(without(care=kept))
