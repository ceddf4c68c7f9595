from __future__ import annotations

import pytest

from leaderplan.cli.filtering import Filter
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Person, Post, Profile, Reading
from leaderplan.errors import UserError

OF = "019d0000-0000-7000-8000-0000aaaaaaaa"


def reading(value: float) -> Reading:
    return Reading(id="a", measure=OF, on=PartialDate(2025), value=value)


@pytest.mark.parametrize(
    ("record", "condition", "fits"),
    [
        (reading(1234567.0), "value=1234567", True),
        (reading(0.5), "value=0.5", True),
        (reading(0.5), "value=.50", True),
        (reading(0.5), "value=half", False),
        (reading(1), f"measure={OF[-6:]}", True),
        (reading(1), f"measure={OF[-5:]}", False),
        (reading(1), f"measure={OF}", True),
        (Person(id="a", name="a=b"), "name=a=b", True),
        (Person(id="a", name="Ann", influence=3), "influence=3", True),
        (Person(id="a", name="Ann"), "influence=", True),
        (Person(id="a", name="Ann"), "change_agent=false", True),
        (Post(id="a", title="Head", organisation="Westmarch"), "organisation=march", False),
        (Profile(id="a", target_share=(30, 40, 30)), "target_share=30", False),
    ],
)
def test_a_condition_fits_a_value_as_it_is_typed(record, condition: str, fits: bool) -> None:
    assert Filter.of(type(record), [condition]).fits(record) is fits


def test_all_conditions_have_to_fit() -> None:
    wanted = Filter.of(Person, ["name=Ann", "influence=3"])
    assert wanted.fits(Person(id="a", name="Ann", influence=3))
    assert not wanted.fits(Person(id="a", name="Ann", influence=4))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("name", "“name” names no field of person.*influence"),
        ("colour=red", "colour"),
        ("=x", "names no field"),
        ("tier=top", "tier is never “top”.*front_line"),
    ],
)
def test_a_condition_that_can_never_fit_is_answered_with_what_can(condition: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        Filter.of(Person, [condition])
