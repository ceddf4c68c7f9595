from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leaderplan.domain.language import ENGLISH
from leaderplan.store.surroundings import Kind, Surroundings
from leaderplan.ui.pages.home.safety import Keeping, Remedy, dangers

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
PLACE = Path("/home/rhian/OneDrive")


def said(kept: Keeping, *dismissed: Remedy) -> list[tuple[Remedy, str]]:
    return [(each.remedy, ENGLISH.say(each.sentence)) for each in dangers(kept, NOW, dismissed)]


def test_without_a_second_place_the_plan_is_on_this_computer_alone() -> None:
    assert said(Keeping(None, None)) == [(Remedy.CHOOSE, "Your plan exists only on this computer.")]


@pytest.mark.parametrize("age", [timedelta(-1), timedelta(0), timedelta(days=7)])
def test_a_copy_of_this_week_is_good_enough(age: timedelta) -> None:
    assert said(Keeping(PLACE, NOW - age)) == []


def test_an_old_copy_is_named_with_its_age() -> None:
    sentence = f"No copy of your plan has reached {PLACE} for 8 days."
    assert said(Keeping(PLACE, NOW - timedelta(days=8, hours=3))) == [(Remedy.WRITE, sentence)]


def test_a_place_without_any_copy_is_named() -> None:
    assert said(Keeping(PLACE, None)) == [(Remedy.WRITE, f"There is no copy of your plan in {PLACE}.")]


@pytest.mark.parametrize(("kind", "name", "sentence"), [
    (Kind.SYNCED, "OneDrive", "Your plan lies in a folder that OneDrive copies."),
    (Kind.NETWORK, "cifs", "Your plan lies on a network drive (cifs)."),
])  # fmt: skip
def test_a_bad_place_is_said_until_the_person_does_not_want_to_hear_it(kind, name, sentence) -> None:
    kept = Keeping(PLACE, NOW, Surroundings(kind, name))
    assert said(kept) == [(Remedy.MOVE, sentence)]
    assert said(kept, Remedy.MOVE) == []


def test_only_the_bad_place_can_be_kept_quiet() -> None:
    kept = Keeping(None, None, Surroundings(Kind.SYNCED, "OneDrive"))
    assert [each.remedy for each in dangers(kept, NOW)] == [Remedy.MOVE, Remedy.CHOOSE]
    assert said(kept, *Remedy) == [(Remedy.CHOOSE, "Your plan exists only on this computer.")]
