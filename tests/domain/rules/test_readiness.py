from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Assessment, Claim, Competency, Expectation
from leaderplan.domain.rules import readiness
from leaderplan.domain.rules.readiness import Standing, standing
from tests.domain.rules.stories import ANN, CLAIM, EVIDENCE, HELEN, TODAY, plan, ready, said, shaped

EXPECTED = Expectation(id="x", competency="d2", level="l4")


def rated(id: str, rank: int, on: str, by: str | None = None) -> Assessment:
    return Assessment(id=id, competency="d2", level=f"l{rank}", on=PartialDate.parse(on), by=by)


def of_d2(now: Plan, today: date = TODAY) -> Standing:
    return next(each for each in standing(now, today) if each.competency.id == "d2")


def test_every_competency_stands_in_its_group_and_order() -> None:
    assert [(each.competency.id, each.group.id if each.group else "") for each in standing(plan(), TODAY)] == [
        ("d1", "D"),
        ("d2", "D"),
        ("s1", "S"),
    ]


def test_nothing_known_is_nothing_and_no_gap() -> None:
    stands = of_d2(plan())
    assert (stands.expected, stands.self_rating, stands.mentors, stands.shown, stands.claims, stands.newest) == (
        None, None, (), None, (), None,
    )  # fmt: skip
    assert stands.gap == 0


def test_only_ready_stories_show_a_level_and_the_highest_counts() -> None:
    now = plan(EXPECTED, *ready("one", "l2"), *ready("two", "l3"), *shaped("three"),
               replace(CLAIM, id="c3", achievement="three", level="l5"))  # fmt: skip
    stands = of_d2(now)
    assert (stands.expected, stands.shown, stands.gap) == (4, 3, 1)
    assert {claim.id for claim in stands.claims} == {"c-one", "c-two", "c3"}


def test_more_than_expected_is_no_gap_and_a_claim_without_a_level_shows_none() -> None:
    assert of_d2(plan(Expectation(id="x", competency="d2", level="l2"), *ready(level="l3"))).gap == 0
    assert of_d2(plan(*shaped(), EVIDENCE, replace(CLAIM, level=None))).shown is None


def test_a_story_claimed_for_several_competencies_counts_in_each() -> None:
    now = plan(*ready(), replace(CLAIM, id="c2", competency="s1", level="l1"))
    assert [each.shown for each in standing(now, TODAY)] == [None, 3, 1]


def test_the_newest_own_rating_counts_and_mentors_stand_beside_it() -> None:
    now = plan(
        rated("a", 4, "2025-01-01"), rated("b", 2, "2026"), rated("c", 5, "2027"), rated("d", 1, "2024"),
        rated("e", 1, "2025-05", "helen"), rated("f", 3, "2025-06", "helen"), rated("g", 5, "2025-06", "ann"),
    )  # fmt: skip
    stands = of_d2(now)
    assert stands.self_rating == 2
    assert [(r.mentor, r.rank, str(r.on)) for r in stands.mentors] == [(ANN, 5, "2025-06"), (HELEN, 3, "2025-06")]


def test_the_newest_evidence_is_dated_by_itself_or_by_its_story() -> None:
    old = replace(EVIDENCE, id="e2", on=PartialDate(2020))
    assert of_d2(plan(*ready(), old)).newest == PartialDate(2026, 2, 26)
    undated = replace(EVIDENCE, on=None)
    assert of_d2(plan(*shaped(), CLAIM, undated)).newest == PartialDate(2026, 2, 20)
    coming = replace(EVIDENCE, on=PartialDate(2026, 5))
    assert of_d2(plan(*shaped(), CLAIM, coming)).newest is None


def test_a_claim_of_something_that_is_gone_shows_nothing() -> None:
    stands = of_d2(plan(Claim(id="c", achievement="gone", competency="d2", level="l3")))
    assert (stands.shown, stands.newest) == (None, None)


def test_the_gap_is_said_in_the_words_of_the_levels_widest_first() -> None:
    now = plan(EXPECTED, *ready(), Expectation(id="y", competency="s1", level="l5"),
               *ready("other", "l1", "s1"))  # fmt: skip
    assert said(list(readiness.over_plan(now, TODAY))) == [
        "Telling it: the post asks for Beyond, your stories show Specialist.",
        "The citizen’s side: the post asks for Digital leader, your stories show Leader.",
    ]


def test_a_claim_that_no_ready_story_carries_is_a_gap_of_its_own_kind() -> None:
    [finding] = readiness.over_plan(plan(EXPECTED, *shaped(), CLAIM), TODAY)
    assert "no story for it is ready yet" in ENGLISH.say(finding.message)
    assert (finding.action.place.page, finding.action.place.record) == ("competencies", "d2")


def test_an_expected_competency_without_a_claim_names_a_story_that_might_fit() -> None:
    story, measure = shaped(result="The waiting time fell.")
    [finding] = readiness.over_plan(plan(EXPECTED, story, measure), TODAY)
    assert ENGLISH.say(finding.message) == (
        "Nothing is claimed for The citizen’s side yet. Claims decided in four days might fit."
    )
    assert (finding.action.place.record, finding.action.place.adds) == ("story", "claim")
    [alone] = readiness.over_plan(plan(EXPECTED), TODAY)
    assert ENGLISH.say(alone.message) == "Nothing is claimed for The citizen’s side yet."
    assert alone.action.place.record == "d2"


def test_a_mentor_who_sees_it_otherwise_is_asked_why() -> None:
    now = plan(rated("a", 4, "2026-01"), rated("b", 2, "2026-01", "helen"), rated("c", 4, "2026-01", "ann"))
    [finding] = readiness.over_plan(now, TODAY)
    assert ENGLISH.say(finding.message) == (
        "You rate yourself Digital leader in The citizen’s side; Helen Marsh says Partner. Ask why."
    )
    assert (finding.action.place.record, finding.action.place.adds) == ("helen", "conversation")


def test_a_mentors_rating_alone_is_no_disagreement() -> None:
    assert not list(readiness.over_plan(plan(rated("b", 2, "2026-01", "helen")), TODAY))


@pytest.mark.parametrize(
    ("day", "says"),
    [(date(2028, 2, 25), []), (date(2028, 2, 27), ["2 years"]), (date(2031, 3, 1), ["5 years"])],
)
def test_evidence_of_two_years_ago_is_asked_about(day: date, says: list[str]) -> None:
    sentences = said(list(readiness.over_plan(plan(*ready()), day)))
    assert sentences == [
        f"Your newest evidence for The citizen’s side is {age} old. A panel will ask what you did since."
        for age in says
    ]


def test_one_competency_hears_what_the_plan_says_of_it() -> None:
    now = plan(EXPECTED, *ready(), Expectation(id="y", competency="s1", level="l5"))
    competency = now.table(Competency)["d2"]
    assert tuple(readiness.findings(now, competency, TODAY)) == tuple(
        finding for finding in readiness.over_plan(now, TODAY) if finding.record == "d2"
    )
    assert not list(readiness.findings(now, now.table(Competency)["D"], TODAY))
    assert readiness.standing_in(now, now.table(Competency)["D"], TODAY) is None


def test_a_level_without_words_is_said_by_its_number() -> None:
    now = plan(EXPECTED, *ready())
    nameless = Plan.of(replace(r, title="") if r.id in ("l3", "l4") else r for r in now)  # type: ignore[call-arg]
    assert said(list(readiness.over_plan(nameless, TODAY))) == [
        "The citizen’s side: the post asks for level 4, your stories show level 3."
    ]
