from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain import checks, edits
from leaderplan.domain.fields import Record
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Achievement, Person
from leaderplan.domain.rules import BY_KEY, RULES, Finding, advise, advise_record
from tests.domain.rules.stories import ANN, STORY, TODAY, plan, ready, shaped
from tests.domain.strategies import plans

# What a hand can press: the pages of the window.
PAGES = {"home", "achievements", "competencies", "collaborations", "people", "portfolio"}
days = st.dates(date(1990, 1, 1), date(2070, 1, 1))


def test_the_rules_are_known_by_the_keys_that_commands_take() -> None:
    assert list(BY_KEY) == [
        "readiness", "run_change_transform", "story_check", "untold_wins", "losing_touch", "agreed_means_shared_risk",
        "suggested_competencies",
    ]  # fmt: skip
    assert all(ENGLISH.say(rule.title) for rule in RULES)


def test_one_rule_can_be_asked_alone_and_an_unknown_one_is_an_error() -> None:
    now = plan(*shaped())
    assert {finding.rule for finding in advise(now, TODAY)} == {"story_check", "untold_wins"}
    assert {finding.rule for finding in advise(now, TODAY, "untold_wins")} == {"untold_wins"}
    with pytest.raises(KeyError):
        advise(now, TODAY, "luck")


def test_a_record_hears_what_is_said_of_it_and_nothing_else() -> None:
    now = plan(*shaped(), *shaped("other"))
    assert {(f.rule, f.record) for f in advise_record(now, STORY, TODAY)} == {
        ("story_check", "story"), ("untold_wins", "story"),
    }  # fmt: skip
    assert not advise_record(now, ANN, TODAY)


def test_a_dismissed_finding_is_silent_and_no_other_is() -> None:
    now = plan(*shaped(), *shaped("other"))
    before = advise(now, TODAY)
    after = advise(now.after(edits.add(before[0].dismissal("x", "Not worth it."))), TODAY)
    assert after == before[1:]
    record = now.find(before[0].record)
    assert record
    shut = now.after(edits.add(before[0].dismissal("x")))
    assert advise_record(shut, record, TODAY) == advise_record(now, record, TODAY)[1:]


def test_a_dismissal_can_be_stored() -> None:
    now = plan(*shaped())
    finding = advise(now, TODAY)[0]
    assert not checks.edit_problems(now, edits.add(finding.dismissal("x", "Later.")))


def test_dismissing_does_not_outlive_the_record() -> None:
    now = plan(*shaped())
    now = now.after(edits.add(advise(now, TODAY)[0].dismissal("x")))
    assert not now.after(edits.remove(now, STORY)).find("x")


def said_of_each(now: Plan, today: date) -> set[Finding]:
    return {finding for record in now for finding in advise_record(now, record, today)}


@given(plans(), days)
def test_advice_on_any_plan_can_be_read_followed_and_told_apart(now: Plan, today: date) -> None:
    found = advise(now, today)
    assert len({(f.rule, f.record, f.key) for f in found}) == len(found)
    assert set(found) == said_of_each(now, today)
    for finding in found:
        assert finding.rule in BY_KEY
        assert now.find(finding.record)
        assert all(ENGLISH.say(text) for text in (finding.message, finding.why, finding.action.label))
        place = finding.action.place
        record = now.find(place.record)
        assert place.page in PAGES
        assert not place.record or record
        assert not place.adds or place.adds in BY_TABLE
        assert not place.field or hasattr(record, place.field)


@given(plans(), days)
def test_advice_is_the_same_however_the_plan_was_put_together(now: Plan, today: date) -> None:
    assert advise(Plan.of(list(now)[::-1]), today) == advise(now, today)


def test_a_hostile_title_stands_in_a_finding_as_it_was_typed() -> None:
    title = "R&D {title} <b>%s</b> {0}"
    now = plan(*ready("x", title=title), Person(id="p", name="{count}", keep_in_touch_days=3))
    texts = [ENGLISH.say(finding.message) for finding in advise(now, TODAY)]
    assert any(title in text for text in texts)
    assert any("{count}" in text for text in texts)


def test_every_record_type_that_a_rule_is_about_is_declared() -> None:
    about: set[type[Record]] = {rule.about for rule in RULES}
    assert about <= set(BY_TABLE.values())
    assert Achievement in about
