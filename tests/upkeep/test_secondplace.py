"""The second place: archives go there by themselves, are thinned, and are told from those of other plans."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.store import Workspace, backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.upkeep import archives, keeping, secondplace
from tests.store.plans import Clock, opened
from tests.upkeep.conftest import cheap_key, same

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def place(folder, tmp_path, key):
    """A chosen second place."""
    (tmp_path / "OneDrive").mkdir()
    return secondplace.choose(folder, tmp_path / "OneDrive", key)


def test_what_was_chosen_is_known_at_the_next_start_to_this_account_only(folder, place):
    assert secondplace.chosen(folder) == place
    assert (folder / secondplace.FILE).stat().st_mode & 0o077 == 0
    secondplace.forget(folder)
    assert secondplace.chosen(folder) is None
    secondplace.forget(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"folder": 1}', '{"folder": "x", "identity": "y", "sealed": "ä"}'])
def test_a_note_that_cannot_be_read_counts_as_none(folder, text):
    (folder / secondplace.FILE).write_text(text, "utf-8")
    assert secondplace.chosen(folder) is None
    assert not secondplace.is_due(folder, AT)
    assert secondplace.write_copy(folder, AT) is None


def test_a_copy_is_sealed_and_opens_as_the_plan(folder, place, tmp_path):
    saved = secondplace.write_copy(folder, AT)
    assert saved and saved.file.parent == place.folder
    assert saved.file.name == "leaderplan-20260301T120000Z-e-000001.leaderplan"
    assert archives.sealed_with(saved.file) == place.key.sealed
    assert b"Later" not in saved.file.read_bytes()
    archives.restore(tmp_path / "new", saved.file, place.key, AT)
    with Workspace.open(folder) as one, Workspace.open(tmp_path / "new") as other:
        assert same(one, other)


def test_it_is_due_a_day_later_and_when_the_clock_was_set_back(folder, place):
    assert secondplace.is_due(folder, AT)
    secondplace.write_copy(folder, AT)
    for later, due in ((0, False), (23, False), (25, True), (-1, True)):
        assert secondplace.is_due(folder, AT + timedelta(hours=later)) is due


def test_two_copies_of_one_second_both_stay(folder, place):
    assert secondplace.write_copy(folder, AT) != secondplace.write_copy(folder, AT)
    assert len(secondplace.copies_of(folder, place)) == 2


def test_copies_of_another_plan_and_other_files_are_left_alone(folder, place, tmp_path):
    with opened(tmp_path / "second", Profile(id="somebody-else")) as workspace:
        other = workspace.folder
    secondplace.choose(other, place.folder, cheap_key())
    for day in range(120):
        at = AT + timedelta(days=day)
        stamp = f"{at:%Y%m%dT%H%M%SZ}"
        for name in ("e-000001", "ody-else"):
            (place.folder / f"leaderplan-{stamp}-{name}.leaderplan").touch()
    (place.folder / "holiday.leaderplan").touch()
    gone = secondplace.thin(folder, place, AT + timedelta(days=120))
    assert 40 < len(gone) < 90
    assert all("e-000001" in file.name for file in gone)
    assert len(secondplace.copies(place.folder)) == 240 - len(gone)
    assert (place.folder / "holiday.leaderplan").exists()


def test_a_place_that_is_gone_is_said_and_nothing_else_happens(folder, place):
    place.folder.rmdir()
    with pytest.raises(UserError, match="cannot be reached"):
        secondplace.write_copy(folder, AT)
    assert secondplace.copies_of(folder, place) == []


def test_a_place_within_the_plans_own_folder_is_refused(folder, key):
    with pytest.raises(UserError, match="takes the other"):
        secondplace.choose(folder, folder / "attachments", key)
    with pytest.raises(UserError, match="Nothing can be written"):
        secondplace.choose(folder, folder.parent / "nowhere", key)
    assert secondplace.chosen(folder) is None


def test_on_close_a_changed_plan_is_backed_up_and_copied_and_an_unchanged_one_is_not(folder, place, log_watch):
    with Workspace.open(folder) as workspace:
        step = workspace.newest_step
    assert keeping.on_close(folder, step) == []
    assert len(secondplace.copies_of(folder, place)) == 1
    assert keeping.on_close(folder, step) == []
    assert len(secondplace.copies_of(folder, place)) == 1
    with Workspace.open(folder, clock=Clock()) as workspace:
        workspace.undo()
        step = workspace.newest_step
    for file in place.folder.iterdir():
        file.unlink()
    place.folder.rmdir()
    with log_watch.expect("leaderplan.upkeep.keeping", "could not be made"):
        (error,) = keeping.on_close(folder, step)
    assert "cannot be reached" in str(error.happened)


def test_on_close_the_archive_is_judged_by_itself(folder, place):
    with Workspace.open(folder, clock=Clock()) as workspace:
        step = workspace.newest_step
    backups.take(folder, Reason.REGULAR, now())  # ten minutes ago, with all that was typed
    assert keeping.on_close(folder, step) == []
    assert len(secondplace.copies_of(folder, place)) == 1
    assert [one.reason for one in backups.listed(folder)] == [Reason.REGULAR]


def test_what_was_half_written_when_the_place_went_away_goes_the_next_time(folder, place):
    left = place.folder / "leaderplan-20260101T000000Z-e-000001.leaderplan.ab12.part"
    young = place.folder / "leaderplan-20260101T000001Z-e-000001.leaderplan.ab12.part"
    left.write_bytes(b"half")
    young.write_bytes(b"half")
    os.utime(left, (0, 0))
    os.utime(young, (AT.timestamp(), AT.timestamp()))
    secondplace.thin(folder, place, AT)
    assert not left.exists() and young.exists()


def test_an_archive_that_lacks_a_file_lets_no_older_one_go(folder, place):
    for day in range(120):
        stamp = f"{AT - timedelta(days=day + 3):%Y%m%dT%H%M%SZ}"
        (place.folder / f"leaderplan-{stamp}-e-000001.leaderplan").touch()
    letter = next((folder / "attachments").iterdir())
    kept = letter.read_bytes()
    letter.unlink()
    secondplace.write_copy(folder, AT)
    assert len(secondplace.copies_of(folder, place)) == 121
    letter.write_bytes(kept)
    secondplace.write_copy(folder, AT)
    assert len(secondplace.copies_of(folder, place)) < 100
