from __future__ import annotations

from dataclasses import replace

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, SeenBy
from leaderplan.domain.rules import story_check
from leaderplan.domain.rules.finding import Finding
from leaderplan.domain.rules.story_check import Part, State
from tests.domain.rules.stories import CLAIM, EVIDENCE, MEASURE, STORY, TODAY, plan, ready, said, shaped


def findings(now: Plan, story: Achievement = STORY) -> list[Finding]:
    return list(story_check.findings(now, story, TODAY))


def test_a_line_is_captured_and_lacks_every_part_in_the_order_of_telling() -> None:
    line = Achievement(id="a", title="Cut claims to four days")
    now = plan(line)
    assert story_check.missing(now, line) == tuple(Part)
    assert story_check.state(now, line) is State.CAPTURED
    assert said(findings(now, line)) == ["Cut claims to four days is a note so far. Next: the situation."]


def test_a_whole_story_is_shaped_and_with_evidence_and_a_claim_ready() -> None:
    assert story_check.state(plan(STORY, MEASURE), STORY) is State.SHAPED
    assert story_check.state(plan(STORY, MEASURE, EVIDENCE), STORY) is State.SHAPED
    assert story_check.state(plan(STORY, MEASURE, CLAIM), STORY) is State.SHAPED
    assert story_check.state(plan(STORY, MEASURE, EVIDENCE, CLAIM), STORY) is State.READY


def test_evidence_and_claims_do_not_make_an_unfinished_story_ready() -> None:
    unfinished = replace(STORY, result=" ")
    assert story_check.state(plan(unfinished, MEASURE, EVIDENCE, CLAIM), unfinished) is State.CAPTURED


@pytest.mark.parametrize("part", ["situation", "task", "action", "result"])
def test_an_empty_part_is_named_and_the_action_leads_to_it(part: str) -> None:
    story = replace(STORY, **{part: ""})  # type: ignore[arg-type]
    now = plan(story, MEASURE, EVIDENCE, CLAIM)
    assert story_check.missing(now, story) == (Part(part),)
    [finding] = findings(now, story)
    assert ENGLISH.say(finding.message) == f"Claims decided in four days has everything but {Part(part).label}."
    assert (finding.action.place.record, finding.action.place.field) == ("story", part)


def test_several_missing_parts_stand_in_one_sentence() -> None:
    story = replace(STORY, task="", result="")
    now = plan(story)
    assert said(findings(now, story)) == [
        "Claims decided in four days has everything but the task, the result and a measure."
    ]


def test_a_story_without_a_measure_is_asked_for_one() -> None:
    [finding] = findings(plan(STORY, EVIDENCE, CLAIM))
    assert finding.action.place.adds == "measure"


def test_the_citizens_side_is_told_by_the_side_or_by_what_citizens_see() -> None:
    story = replace(STORY, told_from=None)
    assert not story_check.missing(plan(story, MEASURE), story)
    inward = replace(MEASURE, seen_by=SeenBy.COST)
    now = plan(story, inward)
    assert story_check.missing(now, story) == (Part.CITIZENS_SIDE,)
    [finding] = findings(now, story)
    assert ENGLISH.say(finding.message) == "Whose day got better? Claims decided in four days does not say yet."
    assert finding.action.place.field == "told_from"


def test_i_in_the_story_is_a_part_of_ones_own() -> None:
    story = replace(STORY, my_part="")
    assert not story_check.missing(plan(story, MEASURE), story)


def test_a_story_in_which_nobody_speaks_is_asked_for_the_persons_part() -> None:
    story = replace(STORY, my_part="", action="Four teams came into one room.")
    [finding] = findings(plan(story, MEASURE), story)
    assert ENGLISH.say(finding.message) == "Claims decided in four days has everything but your own part."
    assert finding.action.place.field == "my_part"


def test_we_without_i_is_named_instead_of_the_missing_part() -> None:
    story = replace(STORY, my_part="", action="We struck out eleven steps. Then we told the board.")
    [finding] = findings(plan(story, MEASURE), story)
    assert (finding.key, finding.action.place.field) == ("we", "my_part")
    assert ENGLISH.say(finding.message) == "“We” 2 times and never “I”: which step was yours?"


def test_what_keeps_a_shaped_story_from_ready_is_said() -> None:
    assert said(findings(plan(*shaped()))) == [
        "Claims decided in four days is told in full; a piece of evidence and a claim would make it ready."
    ]
    [evidence] = findings(plan(STORY, MEASURE, CLAIM))
    assert evidence.action.place.adds == "evidence"
    [claim] = findings(plan(STORY, MEASURE, EVIDENCE))
    assert claim.action.place.adds == "claim"


def test_a_ready_story_needs_nothing() -> None:
    assert not findings(plan(*ready()))


@pytest.mark.parametrize(
    ("records", "sentence"),
    [
        ((STORY,), "Claims decided in four days has everything but a measure."),
        ((STORY, MEASURE, CLAIM), "Claims decided in four days is told in full; {proof} would make it ready."),
        ((STORY, MEASURE, CLAIM, EVIDENCE), "Claims decided in four days is ready: it has evidence and a claim."),
    ],
)  # fmt: skip
def test_each_state_explains_itself(records: tuple, sentence: str) -> None:
    assert ENGLISH.say(story_check.sentence(plan(*records), STORY)) == sentence.format(proof="a piece of evidence")


def test_the_words_of_a_state_are_a_persons() -> None:
    assert [ENGLISH.say(state.label) for state in State] == ["captured", "shaped", "ready"]


def test_dismissing_one_missing_part_does_not_silence_another() -> None:
    [task] = findings(plan(replace(STORY, task=""), MEASURE), replace(STORY, task=""))
    [result] = findings(plan(replace(STORY, result=""), MEASURE), replace(STORY, result=""))
    assert task.key != result.key
