from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leaderplan import places
from leaderplan.errors import UserError


def test_the_named_folder_goes_before_the_environment(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LEADERPLAN_PLAN", str(tmp_path / "environment"))
    assert places.plan_folder(str(tmp_path / "named")) == tmp_path / "named"
    assert places.plan_folder() == tmp_path / "environment"


def test_without_a_name_the_plan_lives_in_the_local_application_data(monkeypatch) -> None:
    monkeypatch.delenv("LEADERPLAN_PLAN", raising=False)
    folder = places.plan_folder()
    assert folder.name == "plan"
    assert folder.parent.name == "LeaderPlan"


def test_a_plan_that_was_moved_is_found_where_it_went_until_it_is_gone(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LEADERPLAN_PLAN", raising=False)
    usual, new = places.plan_folder(), tmp_path / "new"
    new.mkdir()
    (new / "plan.db").touch()
    places.remember_move(new)
    assert places.plan_folder() == new
    usual.mkdir(parents=True)
    (usual / "plan.db").touch()
    assert places.plan_folder() == usual  # somebody began a plan there since
    (usual / "plan.db").unlink()
    (new / "plan.db").unlink()
    assert places.plan_folder() == usual


def test_a_folder_is_absolute_wherever_the_command_runs(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.plan_folder("mine") == tmp_path / "mine"


def test_the_day_may_be_set(monkeypatch) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", "2026-03-12")
    assert places.today() == date(2026, 3, 12)
    monkeypatch.delenv("LEADERPLAN_TODAY")
    assert abs((places.today() - date.today()).days) <= 1


def test_a_day_that_is_none_is_said(monkeypatch) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", "soon")
    with pytest.raises(UserError, match="soon"):
        places.today()


def test_what_a_mentor_writes_lies_beside_the_plan_and_not_in_it(own_home: Path, monkeypatch) -> None:
    monkeypatch.delenv("LEADERPLAN_PLAN")
    assert places.reviews_folder().parent == places.plan_folder().parent
    assert places.reviews_folder() != places.plan_folder()
    assert not places.reviews_folder().exists()  # asking makes nothing
