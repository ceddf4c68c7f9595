"""The lists of content in resources/templates/: what the pages rely on."""

from __future__ import annotations

from typing import Any

import pytest

from leaderplan import assets
from leaderplan.domain.fields import specs
from leaderplan.domain.records import Achievement, Better, Measure, Side
from leaderplan.domain.rules.story_check import Part

PAGES = {"home", "achievements", "competencies", "collaborations", "people", "portfolio", "reviews"}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return assets.read_toml("templates/en.toml")


def test_measures_offered_fill_the_fields_of_a_measure(content: dict[str, Any]) -> None:
    names = [each["name"] for each in content["citizen_measures"]]
    assert len(set(names)) == len(names) == 14
    for each in content["citizen_measures"]:
        assert set(each) == {"name", "unit", "better", "formula", "baseline", "trap"}
        assert each["better"] in {choice.value for choice in Better}
        assert {"name", "unit", "better"} <= set(specs(Measure))
        assert all(each.values())


def test_each_part_of_a_story_has_questions(content: dict[str, Any]) -> None:
    prompts = content["story_prompts"]
    assert set(prompts) == {part.value for part in Part} | {"their_part"}
    assert set(prompts) - {"measure", "citizens_side"} <= set(specs(Achievement))
    questions = [question for each in prompts.values() for question in each]
    assert len(set(questions)) == len(questions) == 32
    assert all(question[-1] in "?." for question in questions)


def test_risks_are_offered_to_both_sides(content: dict[str, Any]) -> None:
    sides = [each["side"] for each in content["risks"]]
    assert set(sides) == {side.value for side in Side}
    assert sides.count("it") == sides.count("service") == 6
    for each in content["risks"]:
        assert set(each) == {"side", "title", "acceptable", "stop_rule"}
        assert each["title"][0].isupper()
        assert each["stop_rule"][0].islower(), "it goes on after “We stop when”"


def test_a_mentor_can_be_asked_questions_of_one_line_each(content: dict[str, Any]) -> None:
    questions = content["review_questions"]["items"]
    assert len(set(questions)) == len(questions) == 13
    assert all(question.endswith("?") and "\n" not in question for question in questions)
    assert not [(one, other) for one in questions for other in questions if one != other and one in other]


def test_each_page_says_what_it_is_for_while_it_is_empty(content: dict[str, Any]) -> None:
    assert set(content["empty_pages"]) == PAGES
    for each in content["empty_pages"].values():
        assert set(each) == {"sentence", "first_step", "action"}
        assert each["sentence"].endswith(".")
        assert not each["first_step"].endswith(".")
