from __future__ import annotations

from pathlib import Path

import pytest

from tests.commandline import done, leaderplan


def test_the_plan_may_be_named_before_the_command_behind_it_or_by_the_environment(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    done("new", "--plan", other)
    done("--plan", other, "add", "Moved the car park fines online")
    expected = done("list", "achievement", "--plan", other).out
    assert "car park" in expected
    assert done("--plan", other, "list", "achievement").out == expected
    assert "none" in done("list", "achievement").out
    monkeypatch.setenv("LEADERPLAN_PLAN", str(other))
    assert done("list", "achievement").out == expected
    assert "none" in done("list", "achievement", "--plan", plan).out


def test_the_name_behind_the_command_counts_where_there_are_two(plan: Path, tmp_path: Path) -> None:
    assert done("--plan", tmp_path / "nowhere", "history", "--plan", plan).out


@pytest.mark.parametrize("group", ["bin", "frameworks"])
def test_a_command_of_two_words_takes_the_plan_anywhere(plan: Path, group: str, tmp_path: Path) -> None:
    last = {"bin": ["restore", "abcdef"], "frameworks": ["add", "uk-success-profiles-behaviours"]}[group]
    nowhere = tmp_path / "nowhere"
    for words in (
        ["--plan", nowhere, group, *last],
        [group, "--plan", nowhere, *last],
        [group, *last, "--plan", nowhere],
    ):
        assert str(nowhere) in leaderplan(*words).err


def test_an_empty_name_never_means_the_persons_own_plan(plan: Path) -> None:
    said = leaderplan("add", "Anything", "--plan", "")
    assert said.status == 2
    assert "none" in done("list", "achievement").out
