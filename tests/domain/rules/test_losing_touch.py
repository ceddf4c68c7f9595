from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Telling
from leaderplan.domain.rules.finding import Finding
from leaderplan.domain.rules.losing_touch import contact, contacts, findings, over_plan
from tests.domain.rules.stories import STORY, TODAY, said

RUTH = Person(id="ruth", name="Ruth Adeyemi", keep_in_touch_days=30)


def talk(id: str, on: str, person: str = "ruth", next_step: str = "") -> Conversation:
    return Conversation(id=id, person=person, on=PartialDate.parse(on), next_step=next_step)


def of_ruth(*records: Record, ruth: Person = RUTH) -> list[Finding]:
    return list(findings(Plan.of((ruth, STORY, *records)), ruth, TODAY))


def test_days_are_counted_from_the_last_contact() -> None:
    found = contact(Plan.of((RUTH, talk("a", "2025-12-28"), talk("b", "2025-06-01"))), RUTH, TODAY)
    assert (str(found.last), found.days, found.promised, found.overdue) == ("2025-12-28", 74, 30, 44)


def test_telling_somebody_of_a_win_is_a_contact() -> None:
    telling = Telling(id="t", achievement="story", person="ruth", on=PartialDate(2026, 3, 10))
    assert contact(Plan.of((RUTH, STORY, telling, talk("a", "2025-12-28"))), RUTH, TODAY).days == 2


def test_a_talk_that_is_to_come_is_no_contact_and_a_month_counts_to_today() -> None:
    assert contact(Plan.of((RUTH, talk("a", "2026-03-13"))), RUTH, TODAY).days is None
    assert contact(Plan.of((RUTH, talk("a", "2026-03"))), RUTH, TODAY).days == 0


def test_a_promise_kept_or_none_at_all_is_not_overdue() -> None:
    kept = Plan.of((RUTH, talk("a", "2026-02-10")))
    assert (contact(kept, RUTH, TODAY).days, contact(kept, RUTH, TODAY).overdue) == (30, 0)
    for free in (replace(RUTH, keep_in_touch_days=None), replace(RUTH, keep_in_touch_days=0)):
        found = contact(Plan.of((free, talk("a", "2020"))), free, TODAY)
        assert (found.promised, found.overdue, found.strain) == (None, 0, 0.0)


def test_whom_one_is_losing_stands_first_and_who_was_promised_nothing_last() -> None:
    people = [
        replace(RUTH, id=id, name=id, keep_in_touch_days=days)
        for id, days in (("kept", 60), ("never", 30), ("lost", 30), ("late", 45), ("free", None), ("free2", None))
    ]
    talks = [talk("1", "2026-02-01", "kept"), talk("2", "2025-12-28", "lost"), talk("3", "2026-01-13", "late"),
             talk("4", "2026-02-14", "free")]  # fmt: skip
    found = contacts(Plan.of((*people, *talks)), TODAY)
    assert [each.person.id for each in found] == ["lost", "late", "never", "kept", "free", "free2"]


def test_a_broken_promise_is_said_with_both_numbers() -> None:
    [finding] = of_ruth(talk("a", "2025-12-28"))
    assert ENGLISH.say(finding.message) == ("You last spoke to Ruth Adeyemi 74 days ago; you meant to every 30 days.")
    assert (finding.action.place.record, finding.action.place.adds) == ("ruth", "conversation")
    assert said(of_ruth(talk("a", "2026-03-10"), ruth=replace(RUTH, keep_in_touch_days=1))) == [
        "You last spoke to Ruth Adeyemi 2 days ago; you meant to every 1 day."
    ]


def test_dismissing_one_lapse_does_not_silence_the_next() -> None:
    [first], [second] = of_ruth(talk("a", "2025-12-28")), of_ruth(talk("a", "2026-01-28"))
    assert first.key != second.key


def test_somebody_never_spoken_to_is_said_and_one_without_promise_not() -> None:
    assert said(of_ruth()) == ["You meant to speak to Ruth Adeyemi, and no conversation is noted yet."]
    assert not of_ruth(ruth=replace(RUTH, keep_in_touch_days=None))
    assert not of_ruth(talk("a", "2026-03-01"))


def test_a_next_step_is_asked_about_after_a_fortnight() -> None:
    step = "ask for the panel’s ear."
    assert said(of_ruth(talk("a", "2026-02-26", next_step=step))) == [
        "The next step with Ruth Adeyemi is still open: ask for the panel’s ear."
    ]
    assert not of_ruth(talk("a", "2026-02-27", next_step=step))
    assert not of_ruth(talk("a", "2026-02-20", next_step=step), talk("b", "2026-02-25"))


def test_the_plan_names_whom_to_ring_first() -> None:
    other = replace(RUTH, id="colin", name="Colin Webb")
    now = Plan.of((other, RUTH, talk("a", "2025-12-28"), talk("b", "2026-01-13", "colin")))
    assert [finding.record for finding in over_plan(now, TODAY)] == ["ruth", "colin"]
