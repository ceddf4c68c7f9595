from __future__ import annotations

from dataclasses import replace

from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Competency, Descriptor, Framework, Level, Profile
from leaderplan.domain.rules.chosen_framework import competencies, framework, levels
from tests.domain.rules.stories import FRAMEWORK, ME, plan


def test_the_profiles_choice_is_the_yardstick_among_several() -> None:
    other = Framework(id="g", title="Behaviours")
    assert framework(plan(other)) == FRAMEWORK[0]
    undecided = Plan.of((replace(ME, framework=None), *FRAMEWORK, other))
    assert framework(undecided) is None
    assert not competencies(undecided)
    assert not levels(undecided)


def test_the_only_framework_needs_no_choice() -> None:
    assert framework(Plan.of((replace(ME, framework=None), *FRAMEWORK))) == FRAMEWORK[0]
    assert framework(Plan.of((ME,))) is None


def test_levels_stand_from_the_lowest() -> None:
    assert [level.rank for level in levels(Plan.of((*reversed(FRAMEWORK), ME)))] == [1, 2, 3, 4, 5]


def test_competencies_stand_in_the_order_of_groups_and_positions_without_the_groups() -> None:
    assert [competency.id for competency in competencies(plan())] == ["d1", "d2", "s1"]


def test_a_framework_without_descriptors_still_has_its_competencies() -> None:
    flat = (Framework(id="x", title="X"), Competency(id="b", framework="x", title="B", code="B"),
            Competency(id="a", framework="x", title="A", code="A"))  # fmt: skip
    assert [competency.id for competency in competencies(Plan.of(flat))] == ["a", "b"]


def test_a_competency_with_parts_and_descriptors_of_its_own_is_no_group() -> None:
    whole = Descriptor(id="w", competency="D", level="l1", text="As a whole.")
    assert [competency.id for competency in competencies(plan(whole))] == ["D", "d1", "d2", "s1"]


def test_a_circle_of_groups_is_cut() -> None:
    circle = (
        Framework(id="x", title="X"),
        Level(id="l", framework="x", rank=1, title="One"),
        Competency(id="a", framework="x", title="A", parent="b"),
        Competency(id="b", framework="x", title="B", parent="a"),
        *(Descriptor(id=f"{id}-text", competency=id, level="l", text="Does it.") for id in ("a", "b")),
    )
    assert {competency.id for competency in competencies(Plan.of((Profile(id="me"), *circle)))} == {"a", "b"}
