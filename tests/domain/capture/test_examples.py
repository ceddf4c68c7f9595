"""What quick capture promises, line by line."""

from __future__ import annotations

import pytest

from tests.domain.capture.examples import Example, load

GIVEN = load("capture.en.toml")
MORE = load("more.en.toml")


@pytest.mark.parametrize("example", GIVEN, ids=lambda example: example.line)
def test_a_line_of_the_specification_is_understood_in_full(example: Example) -> None:
    assert example.differences() == {}


@pytest.mark.parametrize("example", MORE, ids=lambda example: example.line)
def test_a_further_line_is_understood_in_full(example: Example) -> None:
    assert example.differences() == {}


def test_all_forty_lines_of_the_specification_hold() -> None:
    assert len(GIVEN) == 40
    assert [example.line for example in GIVEN if example.differences()] == []


def test_there_are_at_least_thirty_further_lines() -> None:
    assert len(MORE) >= 30
    assert not {example.line for example in GIVEN} & {example.line for example in MORE}
