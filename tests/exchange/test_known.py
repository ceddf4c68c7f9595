from __future__ import annotations

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Evidence, Reading
from leaderplan.exchange.known import Known, likeness

STORY = Achievement(id="1", title="Cut claims", ended=PartialDate(2025, 3), result="long")


def test_the_same_name_and_dates_are_the_same_story_whatever_else_was_written_since() -> None:
    assert likeness(STORY) == likeness(Achievement(id="2", title="cut  CLAIMS", ended=PartialDate(2025, 3)))
    assert likeness(STORY) != likeness(Achievement(id="2", title="Cut claims", ended=PartialDate(2025)))
    assert likeness(STORY) != likeness(Achievement(id="2", title="Cut claims", ended=PartialDate(2025, 3), post="p"))


def test_records_without_a_name_are_told_apart_by_what_they_must_say() -> None:
    day = PartialDate(2025, 3, 1)
    assert likeness(Reading(id="1", measure="m", on=day, value=4)) == likeness(
        Reading(id="2", measure="m", on=day, value=4, source="s")
    )
    assert likeness(Reading(id="1", measure="m", on=day, value=4)) != likeness(
        Reading(id="1", measure="m", on=day, value=5)
    )
    assert likeness(Evidence(id="1", title="A", quote="x")) != likeness(Evidence(id="1", title="A", quote="y"))


def test_each_record_of_the_plan_stands_for_one_of_the_file() -> None:
    known = Known(Plan.of([STORY]), "achievement")
    assert known.take(STORY) is STORY
    assert known.take(STORY) is None
