from __future__ import annotations

import pytest

from leaderplan.domain import upgrades
from leaderplan.domain.plain import from_plain
from leaderplan.domain.records import Achievement


def test_every_older_format_has_its_step() -> None:
    assert sorted(upgrades.UPGRADES) == list(range(1, upgrades.FORMAT))


def test_a_story_of_format_1_becomes_one_of_today() -> None:
    old = {"id": "a", "title": "T", "done_on": "2024", "challenge": "C", "outcome": "O", "situation": "S"}
    [new] = upgrades.upgraded({"achievement": [old]}, 1)["achievement"]
    story = from_plain(Achievement, new)
    assert (str(story.ended), story.task, story.result, story.situation) == ("2024", "C", "O", "S")
    assert "done_on" in old


def test_a_step_stands_partial_objects_and_empty_tables() -> None:
    assert upgrades.upgraded({"achievement": [{"outcome": "O"}]}, 1) == {"achievement": [{"result": "O"}]}
    assert upgrades.upgraded({}, 1) == {}


def test_the_current_format_stays_as_it_is() -> None:
    tables = {"achievement": [{"id": "a", "done_on": "2024"}]}
    assert upgrades.upgraded(tables, upgrades.FORMAT) is tables


@pytest.mark.parametrize("written", [0, -1, upgrades.FORMAT + 1])
def test_an_unknown_format_is_refused(written: int) -> None:
    with pytest.raises(ValueError, match="unknown format"):
        upgrades.upgraded({}, written)
