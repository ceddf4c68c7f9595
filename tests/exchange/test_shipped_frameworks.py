"""The shape and the wording of the frameworks that LeaderPlan ships."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from leaderplan import assets
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.edits import add
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Descriptor, Framework, Level
from leaderplan.exchange.framework import read_framework

OURS = "frameworks/leaderplan-digital-leadership.json"
UK = "frameworks/uk-success-profiles-behaviours.json"
SHIPPED = (OURS, UK)
BEHAVIOURS = [
    "Seeing the big picture",
    "Changing and improving",
    "Making effective decisions",
    "Leadership",
    "Communicating and influencing",
    "Working together",
    "Developing self and others",
    "Managing a quality service",
    "Delivering at pace",
]
AMERICAN = re.compile(
    r"\b(?:\w+(?:iz(?:e|es|ed|ing|ations?)|yz(?:e|es|ed|ing))|\w*(?:behavior|color|center|labor)\w*|fulfill|program)\b"
)


def plan_of(name: str) -> Plan:
    return Plan.of(read_framework(assets.read_bytes(name)))


def ordered(plan: Plan) -> list[Competency]:
    return sorted(plan.all(Competency), key=lambda competency: competency.position or 0)


def texts(plan: Plan) -> list[str]:
    found = [text.text for text in plan.all(Descriptor)]
    found += [text for level in plan.all(Level) for text in (level.title, level.description)]
    for each in plan.all(Competency):
        found += [each.title, each.description, *each.evidence, *each.not_this, *each.phrases]
    return found


def likeness(one: str, other: str) -> float:
    """The share of the longer words that two sentences have in common (Jaccard)."""
    first, second = (set(re.findall(r"\w{4,}", text.lower())) for text in (one, other))
    return len(first & second) / len(first | second)


def test_all_that_lies_in_the_folder_is_looked_at_here() -> None:
    assert tuple(assets.names("frameworks")) == SHIPPED


def test_the_digital_leadership_framework_is_whole() -> None:
    plan = plan_of(OURS)
    assert sorted(level.rank or 0 for level in plan.all(Level)) == [1, 2, 3, 4, 5]
    groups = [each for each in ordered(plan) if not each.parent]
    assert [group.title for group in groups] == ["Direction", "Change", "Partnership", "Standing"]
    within = Counter(each.parent for each in ordered(plan) if each.parent)
    assert within == {group.id: 3 for group in groups}
    pairs = {(text.competency, text.level) for text in plan.all(Descriptor)}
    rated = [each.id for each in ordered(plan) if each.parent]
    assert pairs == {(competency, level.id) for competency in rated for level in plan.all(Level)}
    assert len(plan.all(Descriptor)) == 60


def test_each_digital_leadership_competency_says_what_shows_it_what_does_not_and_which_words_point_to_it() -> None:
    for each in ordered(plan_of(OURS)):
        if each.parent:
            assert len(each.evidence) == 3, each.title
            assert len(each.not_this) == 2, each.title
            assert len(each.phrases) >= 8, each.title


def test_the_uk_behaviours_are_whole() -> None:
    plan = plan_of(UK)
    assert sorted(level.rank or 0 for level in plan.all(Level)) == [1, 2, 3, 4, 5, 6]
    assert [each.title for each in ordered(plan)] == BEHAVIOURS
    assert all(each.phrases for each in ordered(plan))
    assert Counter(text.competency for text in plan.all(Descriptor)) == {each.id: 6 for each in ordered(plan)}


def test_the_uk_behaviours_name_the_licence_of_their_names() -> None:
    (framework,) = plan_of(UK).all(Framework)
    assert "Open Government Licence v3.0" in framework.licence
    assert framework.licence_url.startswith("https://www.nationalarchives.gov.uk/")
    assert "LeaderPlan" in framework.licence


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_framework_can_be_stored(name: str) -> None:
    assert edit_problems(Plan.of(()), add(*read_framework(assets.read_bytes(name)))) == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_text_is_there_once_and_unlike_the_others(name: str) -> None:
    plan = plan_of(name)
    assert all(text.strip() == text and text for text in texts(plan))
    descriptors = [text.text for text in plan.all(Descriptor)]
    assert len(set(descriptors)) == len(descriptors)
    for each in ordered(plan):
        levels = [text.text for text in plan.all(Descriptor) if text.competency == each.id]
        pairs = [(a, b) for n, a in enumerate(levels) for b in levels[n + 1 :]]
        assert all(likeness(a, b) < 0.25 for a, b in pairs), each.title


@pytest.mark.parametrize("name", SHIPPED)
def test_a_descriptor_says_what_a_person_does(name: str) -> None:
    """One or two sentences in the third person that a rater can take in at a glance."""
    for text in plan_of(name).all(Descriptor):
        assert text.text.endswith("."), text.text
        assert 12 <= len(text.text.split()) <= 45, text.text
        assert re.match(r"(?:[A-Z]\w*s|Can say|Does) ", text.text), text.text


@pytest.mark.parametrize("name", SHIPPED)
def test_words_point_to_one_competency_only(name: str) -> None:
    phrases = Counter(phrase.lower() for each in ordered(plan_of(name)) for phrase in each.phrases)
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_spelling_is_british(name: str) -> None:
    assert AMERICAN.findall("organization behavior, a program") == ["organization", "behavior", "program"]
    assert [found for text in texts(plan_of(name)) for found in AMERICAN.findall(text)] == []


def test_the_two_frameworks_share_no_id() -> None:
    ids = [record.id for name in SHIPPED for record in read_framework(assets.read_bytes(name))]
    assert len(set(ids)) == len(ids)
