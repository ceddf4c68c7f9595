"""The ways to an open plan: what is in the way is kept, and the way back stands among the backups."""

from __future__ import annotations

from datetime import date

import pytest

from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.upkeep import beginning, secondplace
from tests.store.plans import Clock, bytes_of, story


def spoil(folder):
    data = bytearray((folder / "plan.db").read_bytes())
    data[5000:9000] = b"x" * 4000
    (folder / "plan.db").write_bytes(data)
    return bytes(data)


def test_a_damaged_plan_goes_back_to_its_newest_sound_backup_and_is_kept(folder):
    sound = backups.take(folder, Reason.ASKED, now())
    worse = backups.take(folder, Reason.CLOSE, now())
    worse.file.write_bytes(b"SQLite format 3\x00 and nothing more")
    broken = spoil(folder)
    with beginning.from_backup(folder) as workspace:
        assert story(workspace).title == "Later"
    assert sound.file.exists()
    kept = [path.read_bytes() for path in (folder / "set-aside").rglob("plan.db")]
    assert broken in kept


def test_without_a_sound_backup_it_says_so_and_leaves_the_plan(folder):
    spoil(folder)
    before = bytes_of(folder)
    with pytest.raises(UserError, match="no sound backup"):
        beginning.from_backup(folder)
    assert bytes_of(folder) == before


def test_what_is_restored_can_be_taken_back_by_the_backup_made_before(folder):
    earlier = backups.take(folder, Reason.ASKED, now())
    with Workspace.open(folder, clock=Clock()) as workspace:
        workspace.undo(steps=2)
        assert story(workspace).title == "Cut the queue"
    with beginning.restored(folder, earlier.file) as workspace:
        assert story(workspace).title == "Later"
    before = next(one for one in backups.listed(folder) if one.reason is Reason.RESTORE)
    with beginning.restored(folder, before.file) as workspace:
        assert story(workspace).title == "Cut the queue"


def test_a_new_plan_sets_aside_what_is_in_its_way(folder):
    spoil(folder)
    with beginning.begin(folder, date(2026, 3, 12)) as workspace:
        assert workspace.plan.find("queue-0001") is None
    assert list((folder / "set-aside").rglob("plan.db"))


def test_a_plan_that_moves_takes_everything_with_it_and_is_set_aside_where_it_was(folder, tmp_path, key):
    backups.take(folder, Reason.ASKED, now())
    (tmp_path / "stick").mkdir()
    secondplace.choose(folder, tmp_path / "stick", key)
    target = tmp_path / "own" / "plan"
    with beginning.moved(folder, target) as workspace:
        assert workspace.folder == target
        assert story(workspace).title == "Later"
        assert workspace.check() == []
    assert len(backups.listed(target)) == 1
    place = secondplace.chosen(target)
    assert place and place.folder == tmp_path / "stick" and secondplace.chosen(folder) is None
    assert not beginning.has_plan(folder)
    (aside,) = (folder / "set-aside").iterdir()
    with Workspace.open(aside) as workspace:
        assert story(workspace).title == "Later"


def test_it_does_not_move_onto_another_plan(folder, tmp_path):
    beginning.begin(tmp_path / "other", date(2026, 3, 12)).close()
    before = bytes_of(folder)
    with pytest.raises(UserError, match="There is a plan in"):
        beginning.moved(folder, tmp_path / "other")
    assert bytes_of(folder) == before
