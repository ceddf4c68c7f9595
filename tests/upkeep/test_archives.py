"""A plan in one file and back: the same plan, and at every moment one of the two."""

from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import BY_TABLE, Evidence, Profile
from leaderplan.errors import Cancelled, UserError
from leaderplan.exchange import sealed
from leaderplan.store import StepKind, Workspace, backups, building
from leaderplan.store.snapshot import Reason
from leaderplan.upkeep import archives
from tests.store.markers import Marked
from tests.store.plans import altered, bytes_of, opened, story
from tests.upkeep.conftest import cheap_key, same

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
OLD = Path(__file__).parents[1] / "old_files" / "format_1.sql"


@pytest.fixture(params=["sealed", "unsealed"])
def archive(request, folder, tmp_path, key):
    """An archive, and what opens it."""
    used = key if request.param == "sealed" else None
    saved = archives.save(folder, tmp_path / "a.leaderplan", used, AT)
    assert saved.missing == 0 and saved.size == saved.file.stat().st_size
    return saved.file, used


def test_out_and_in_again_is_the_same_plan_with_its_past_and_its_files(archive, folder, tmp_path):
    file, key = archive
    assert archives.restore(tmp_path / "new", file, key, AT) is None
    with Workspace.open(folder) as one, Workspace.open(tmp_path / "new") as other:
        assert same(one, other)
        assert other.check() == []
        letter = other.plan.get(Evidence, "letter-01")
        assert letter and letter.attachment
        assert other.blobs.read(letter.attachment) == b"Thanks"
        assert [hit.id for hit in other.search("later")] == ["queue-0001"]


def test_a_plan_that_fills_every_field_of_every_record_type_comes_back_as_it_was(tmp_path, key):
    with opened(tmp_path / "one") as workspace:
        folder = workspace.folder
        for record in Marked(workspace).records.values():
            if not isinstance(record, Profile):
                workspace.commit(edits.add(record))
        assert {record.table for record in workspace.plan} == set(BY_TABLE)
    archives.save(folder, tmp_path / "a.leaderplan", key, AT)
    archives.restore(tmp_path / "new", tmp_path / "a.leaderplan", key, AT)
    with Workspace.open(folder) as one, Workspace.open(tmp_path / "new") as other:
        assert same(one, other)


def test_the_plan_that_was_there_is_set_aside_whole(archive, folder):
    file, key = archive
    with Workspace.open(folder) as workspace:
        workspace.commit(edits.remove(workspace.plan, *workspace.plan.all(Evidence)))
    aside = archives.restore(folder, file, key, AT)
    assert aside
    with Workspace.open(folder) as now, Workspace.open(aside) as before:
        assert now.plan.find("letter-01") and not before.plan.find("letter-01")
        assert before.check() == []


def test_backups_of_another_plan_go_with_it_and_those_of_the_same_plan_stay(archive, folder, tmp_path):
    file, key = archive
    backups.take(folder, Reason.ASKED, AT)
    archives.restore(folder, file, key, AT)
    assert len(backups.listed(folder)) == 1
    with opened(tmp_path / "other", Profile(id="another-01")) as workspace:
        other = workspace.folder
    backups.take(other, Reason.ASKED, AT)
    aside = archives.restore(other, file, key, AT)
    assert backups.listed(other) == []
    assert aside and len(backups.listed(aside)) == 1


def test_a_file_that_is_missing_does_not_stop_an_archive(folder, tmp_path):
    shutil.rmtree(folder / "attachments")
    saved = archives.save(folder, tmp_path / "a.leaderplan", None, AT)
    assert saved.missing == 1
    archives.restore(tmp_path / "new", saved.file, None, AT)
    with Workspace.open(tmp_path / "new") as workspace:
        assert [str(trouble.what) for trouble in workspace.check()] == ["The file letter.txt is missing."]


def test_it_says_what_is_in_it_before_it_is_restored(archive):
    file, key = archive
    found = archives.look(file, key)
    assert (found.plan, found.written_at, found.records, found.attachments) == ("me-000001", AT, 7, 1)
    assert (archives.sealed_with(file) is None) is (key is None)
    assert archives.is_archive(file) and not archives.is_archive(file.parent / "gone.leaderplan")
    assert archives.is_archive(file.rename(file.with_suffix(".bak")))


def test_an_archive_of_an_older_format_is_restored_in_todays_shape(tmp_path):
    (tmp_path / "old").mkdir()
    altered(tmp_path / "old", OLD.read_text(encoding="utf-8"))
    archives.save(tmp_path / "old", tmp_path / "a.leaderplan", None, AT)
    archives.restore(tmp_path / "new", tmp_path / "a.leaderplan", None, AT)
    with Workspace.open(tmp_path / "new") as workspace:
        assert story(workspace, "story-1").task == "A queue round the block"
        assert len(workspace.versions("story-1")) == 4


def test_the_wrong_key_or_a_changed_byte_leaves_the_plan_as_it_was(folder, tmp_path, key):
    file = archives.save(folder, tmp_path / "a.leaderplan", key, AT).file
    before = bytes_of(folder)
    with pytest.raises(UserError, match="sealed with another key"):
        archives.restore(folder, file, cheap_key(), AT)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(UserError):
        archives.restore(folder, file, key, AT)
    assert bytes_of(folder) == before


def test_stopped_at_any_step_the_plan_is_the_one_before(archive, folder):
    file, key = archive
    before = bytes_of(folder)
    for stop in (5, 20, 45, 80):

        def tell(done: int, _all: int, stop: int = stop) -> None:
            if done >= stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            archives.restore(folder, file, key, AT, tell)
        assert bytes_of(folder) == before
        assert not building.unfinished(folder / "plan.db").exists()
        assert not list(folder.glob(".work-*"))


def test_an_archive_that_does_not_hold_the_plan_does_not_get_its_name(folder, tmp_path, key, monkeypatch):
    seal = sealed.seal

    def lose(source, target, key, progress=None) -> None:
        seal(source, target, cheap_key(), progress)

    monkeypatch.setattr(sealed, "seal", lose)
    (tmp_path / "a.leaderplan").write_bytes(b"the one before")
    with pytest.raises(UserError):
        archives.save(folder, tmp_path / "a.leaderplan", key, AT)
    assert (tmp_path / "a.leaderplan").read_bytes() == b"the one before"
    assert [path.name for path in tmp_path.glob("a.*")] == ["a.leaderplan"]
    assert not list(folder.glob(".work-*"))


def test_others_go_on_writing_while_it_is_written(folder, tmp_path):
    over = threading.Event()

    def type_on() -> None:
        with Workspace.open(folder) as other:
            for number in range(10_000):
                other.draft("queue-0001", "title", str(number))
                if over.is_set():
                    return

    typing = threading.Thread(target=type_on)
    typing.start()
    archives.save(folder, tmp_path / "a.leaderplan", None, AT)
    over.set()
    typing.join()
    archives.restore(tmp_path / "new", tmp_path / "a.leaderplan", None, AT)
    with Workspace.open(tmp_path / "new") as workspace:
        assert workspace.check() == []


def test_a_plan_of_which_something_was_erased_can_still_be_archived(folder, tmp_path):
    with Workspace.open(folder) as workspace:
        workspace.erase(["days-0001"])
    archives.save(folder, tmp_path / "a.leaderplan", None, AT)
    archives.restore(tmp_path / "new", tmp_path / "a.leaderplan", None, AT)
    with Workspace.open(folder) as one, Workspace.open(tmp_path / "new") as other:
        assert same(one, other)
        assert other.history(limit=1)[0].kind is StepKind.ERASE


@pytest.mark.parametrize("name", ["plan.db", "attachments/a.leaderplan", "a.leaderplan"])
def test_an_archive_never_goes_into_the_folder_of_the_plan(folder, name):
    before = bytes_of(folder)
    with pytest.raises(UserError, match="folder of the plan itself"):
        archives.save(folder, folder / name, None, AT)
    assert bytes_of(folder) == before


def test_the_backups_of_a_plan_that_cannot_be_read_stay_with_its_archive(archive, folder):
    file, key = archive
    backups.take(folder, Reason.ASKED, AT)
    (folder / "plan.db").write_bytes(b"")
    archives.restore(folder, file, key, AT)
    assert len(backups.listed(folder)) == 1
