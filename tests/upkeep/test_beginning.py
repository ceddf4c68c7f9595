"""The ways to an open plan: what is in the way is kept, and the way back stands among the backups."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from leaderplan.domain import edits
from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups, pending
from leaderplan.store.pending import Pending
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.store.viewing import view
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


@pytest.mark.parametrize("data", [b"", b"Dear Ann" * 2000])
def test_an_empty_or_a_foreign_file_gives_way_to_the_newest_backup(folder, data):
    backups.take(folder, Reason.ASKED, now())
    (folder / "plan.db").write_bytes(data)
    with beginning.from_backup(folder) as workspace:
        assert story(workspace).title == "Later"


def test_what_another_program_stored_up_to_the_last_moment_is_in_the_backup_made_before(folder):
    earlier = backups.take(folder, Reason.ASKED, now())
    with Workspace.open(folder) as other:
        other.commit(edits.alter(other.plan, story(other), title="At the last moment"))
    beginning.restored(folder, earlier.file).close()
    (before,) = [one for one in backups.listed(folder) if one.reason is Reason.RESTORE]
    with view(before.file, folder) as looked_at:
        assert story(looked_at).title == "At the last moment"


def test_what_is_erased_while_a_backup_is_put_back_does_not_come_back(folder):
    earlier = backups.take(folder, Reason.ASKED, now())
    with Workspace.open(folder) as workspace:
        pending.announce(folder, Pending(workspace.newest_step + 1, ("letter-01",), ()))
    with beginning.restored(folder, earlier.file) as workspace:
        assert workspace.plan.find("letter-01") is None
        assert workspace.check() == []
    left = [file for file in folder.rglob("*.db") if b"letter-01" in file.read_bytes()]
    assert left == []


def test_what_a_move_left_behind_is_named_by_an_erasure_until_it_is_deleted(folder, tmp_path):
    with beginning.moved(folder, tmp_path / "own" / "plan") as workspace:
        told = [str(message) for message in workspace.erase(["letter-01"]).unreachable]
        assert any(str(folder / "set-aside") in sentence for sentence in told)
        shutil.rmtree(folder)
        told = [str(message) for message in workspace.erase(["days-0001"]).unreachable]
        assert not any(str(folder) in sentence for sentence in told)


def test_a_plan_moves_while_its_second_place_is_away(folder, tmp_path, key):
    (tmp_path / "stick").mkdir()
    secondplace.choose(folder, tmp_path / "stick", key)
    (tmp_path / "stick").rmdir()
    with beginning.moved(folder, tmp_path / "own" / "plan") as workspace:
        assert secondplace.chosen(workspace.folder) == secondplace.SecondPlace(tmp_path / "stick", key)
