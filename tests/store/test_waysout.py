from __future__ import annotations

import os

import pytest

from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.store import Workspace
from leaderplan.store.failures import as_sentences
from leaderplan.store.waysout import Way, ways_out
from tests.store.plans import opened

SPOILT = {
    "damaged": (lambda data: data[:3000] + b"\xff" * 3000 + data[6000:], Way.BACKUP),
    "cut off": (lambda data: data[:5000], Way.BACKUP),
    "empty": (lambda data: b"", Way.BACKUP),
    "something else": (lambda data: b"Dear Ann" * 500, Way.BACKUP),
    "newer": (lambda data: data[:60] + (99).to_bytes(4) + data[64:], Way.AGAIN),
}


@pytest.mark.parametrize("name", SPOILT)
def test_each_kind_of_trouble_has_its_way_out(tmp_path, name):
    spoil, first = SPOILT[name]
    with opened(tmp_path, Profile(id="me-000001", name="Ann")) as workspace:
        file = workspace.folder / "plan.db"
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(UserError) as refusal:
        Workspace.open(file.parent)
    assert ways_out(refusal.value)[0] is first


def test_a_folder_without_a_plan_can_have_one(tmp_path):
    with pytest.raises(UserError) as refusal:
        Workspace.open(tmp_path)
    assert ways_out(refusal.value) == (Way.BEGIN, Way.ARCHIVE)


def test_what_may_not_be_written_can_be_looked_at(tmp_path):
    for number in (1, 13, 30):  # EPERM, EACCES, EROFS
        with pytest.raises(UserError) as refusal, as_sentences(tmp_path / "plan.db"):
            raise OSError(number, os.strerror(number))
        assert Way.LOOK in ways_out(refusal.value)


def test_whatever_else_it_is_one_can_try_again_or_bring_an_archive():
    with pytest.raises(UserError) as refusal, as_sentences(__file__):  # type: ignore[arg-type]
        raise OSError(5, "Input/output error")
    assert ways_out(refusal.value) == (Way.AGAIN, Way.ARCHIVE)
