from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Channel, Person, Reaction, Telling, Tier
from leaderplan.domain.rules.finding import Finding
from leaderplan.domain.rules.untold_wins import findings, heard, over_plan, untold
from tests.domain.rules.stories import STORY, TODAY, plan, said, shaped

TOLD = Telling(id="t", achievement="story", person="helen", on=PartialDate(2026, 3, 3), reaction=Reaction.NOTICED)


def of_story(*records: Record, today: date = TODAY) -> list[Finding]:
    return list(findings(plan(*shaped(), *records), STORY, today))


def ids(achievements: tuple[Achievement, ...]) -> list[str]:
    return [achievement.id for achievement in achievements]


def test_wins_wait_oldest_first_and_undated_ones_last() -> None:
    now = plan(*shaped("new"), *shaped("undated", ended=None), *shaped("old", ended=PartialDate(2025, 6)))
    assert ids(untold(now, TODAY)) == ["old", "new", "undated"]
    assert [finding.record for finding in over_plan(now, TODAY)] == ["old", "new", "undated"]


def test_a_note_a_private_story_and_one_that_is_not_over_are_no_wins() -> None:
    now = plan(
        Achievement(id="note", title="Note"), *shaped("private", private=True),
        *shaped("coming", ended=PartialDate(2026, 4)),
    )  # fmt: skip
    assert not untold(now, TODAY)
    assert not list(over_plan(now, TODAY))


def test_told_to_anybody_is_told_but_the_tier_may_still_wait() -> None:
    now = plan(*shaped(), replace(TOLD, person="ann"))
    assert not untold(now, TODAY)
    assert ids(untold(now, TODAY, Tier.EXECUTIVE)) == ["story"]
    assert not untold(now, TODAY, Tier.MIDDLE_MANAGEMENT)


def test_a_telling_that_was_not_heard_or_is_still_to_come_reached_nobody() -> None:
    assert untold(plan(*shaped(), replace(TOLD, reaction=Reaction.UNHEARD)), TODAY)
    assert untold(plan(*shaped(), replace(TOLD, on=PartialDate(2026, 3, 13))), TODAY)


@pytest.mark.parametrize(
    ("audience", "tier"),
    [
        ("Executive team", Tier.EXECUTIVE),
        ("the Board", Tier.EXECUTIVE),
        ("Benefits front-line", Tier.FRONT_LINE),
        ("All staff", Tier.FRONT_LINE),
        ("Service managers", Tier.MIDDLE_MANAGEMENT),
        ("our suppliers", Tier.PARTNER),
        ("Mentors' circle", Tier.MENTOR),
        ("Residents of Arrowdale", Tier.CITIZEN),
    ],
)
def test_an_audience_belongs_to_the_tier_that_it_names(audience: str, tier: Tier) -> None:
    now = plan(*shaped(), replace(TOLD, person=None, audience=audience))
    assert [each for each in Tier if heard(now, STORY, TODAY, each)] == [tier]


def test_a_board_paper_reaches_the_executive_tier() -> None:
    now = plan(*shaped(), replace(TOLD, person=None, audience="Finance", channel=Channel.BOARD_PAPER))
    assert heard(now, STORY, TODAY, Tier.EXECUTIVE)
    assert not heard(now, STORY, TODAY, Tier.CITIZEN)


def test_tellings_stand_in_the_order_of_their_days() -> None:
    now = plan(*shaped(), TOLD, replace(TOLD, id="s", on=PartialDate(2026, 2)), replace(TOLD, id="u", on=None))
    assert [telling.id for telling in heard(now, STORY, TODAY)] == ["u", "s", "t"]


def test_a_win_says_how_long_it_has_waited() -> None:
    [finding] = of_story()
    assert ENGLISH.say(finding.message) == "Claims decided in four days was done 20 days ago and nobody knows."
    assert (finding.action.place.record, finding.action.place.adds) == ("story", "telling")
    assert said(of_story(today=date(2026, 2, 21))) == [
        "Claims decided in four days was done 1 day ago and nobody knows."
    ]


@pytest.mark.parametrize("ended", [None, PartialDate(2026, 3, 12), PartialDate(2026)])
def test_a_win_of_today_or_of_no_known_day_is_said_without_days(ended: PartialDate | None) -> None:
    story, measure = shaped(ended=ended)
    assert said(list(findings(plan(story, measure), story, TODAY))) == [
        "Nobody has heard of Claims decided in four days yet."
    ]


def test_what_only_others_heard_is_missing_at_the_top() -> None:
    [finding] = of_story(replace(TOLD, person="ann"))
    assert ENGLISH.say(finding.message) == (
        "Nobody on the executive team has heard of Claims decided in four days yet."
    )
    assert not of_story(TOLD)


def test_whoever_has_not_answered_within_a_week_is_asked() -> None:
    silent = replace(TOLD, reaction=None)
    [finding] = of_story(silent)
    assert ENGLISH.say(finding.message) == (
        "You told Helen Marsh about Claims decided in four days; ask what they thought."
    )
    assert (finding.action.place.record, finding.action.place.field) == ("t", "reaction")
    assert not of_story(silent, today=date(2026, 3, 9))
    assert not of_story(replace(silent, on=None))
    assert not of_story(replace(silent, person=None, audience="Executive team"))


def test_a_person_without_a_tier_counts_as_somebody() -> None:
    now = Plan.of((*plan(*shaped(), replace(TOLD, person="bo")), Person(id="bo", name="Bo")))
    assert not untold(now, TODAY)
    assert ids(untold(now, TODAY, Tier.EXECUTIVE)) == ["story"]
