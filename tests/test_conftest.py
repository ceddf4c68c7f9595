"""What every test relies on without asking for it."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from hypothesis import given, settings
from hypothesis import strategies as st


def test_a_test_never_sees_the_real_home(own_home: Path) -> None:
    assert Path.home() == own_home
    assert Path(os.environ["LEADERPLAN_PLAN"]).is_relative_to(own_home)
    assert "LEADERPLAN_TODAY" not in os.environ
    if os.name != "nt":
        assert platformdirs.user_data_path("leaderplan").is_relative_to(own_home)


@given(st.integers())
def test_examples_have_no_deadline(example: int) -> None:
    assert settings().deadline is None
