"""A plan that moved while its window was open: a later start still finds that window."""

from __future__ import annotations

import threading

import pytest

from leaderplan.app.claims import Claims


@pytest.fixture
def two(qapp, tmp_path):
    """The programs of a first and of a later start."""
    made = [Claims(tmp_path / "run") for _start in range(2)]
    yield made
    for each in made:
        each.let_go()


@pytest.mark.parametrize("place", ["old", "new"])
def test_a_start_on_the_new_or_the_old_folder_brings_the_window_forward(two, qtbot, tmp_path, place):
    first, later = two
    assert first.claim(tmp_path / "old") and first.claim(tmp_path / "new")
    assert not later.claim(tmp_path / place)
    with qtbot.waitSignal(first.asked) as told:
        asking = threading.Thread(target=later.ask, args=(tmp_path / place, "a.leaderplan", "token 7"))
        asking.start()
    assert told.args == ["a.leaderplan", "token 7"]
    asking.join()


def test_a_folder_that_is_claimed_can_be_claimed_again_by_the_same_program(two, tmp_path):
    first, later = two
    assert first.claim(tmp_path / "plan") and first.claim(tmp_path / "plan")
    first.let_go()
    assert later.claim(tmp_path / "plan")


def test_all_but_one_may_be_let_go(two, tmp_path):
    first, later = two
    assert first.claim(tmp_path / "plan") and first.claim(tmp_path / "reviews")
    first.let_go(but=tmp_path / "reviews")
    assert later.claim(tmp_path / "plan")
    assert not later.claim(tmp_path / "reviews")
    assert first.claim(tmp_path / "reviews")
