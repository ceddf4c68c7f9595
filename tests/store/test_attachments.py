from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.changes import Blobs
from leaderplan.domain.fields import Attachment
from leaderplan.errors import Cancelled, UserError
from leaderplan.store import Attachments, attachments
from leaderplan.store.incoming import PIECE


@pytest.fixture
def kept(tmp_path):
    (tmp_path / "plan").mkdir()
    return Attachments(tmp_path / "plan" / "attachments")


@given(data=st.binary(max_size=5_000))
def test_what_is_kept_comes_back(tmp_path_factory, data):
    kept: Blobs = Attachments(tmp_path_factory.mktemp("kept") / "attachments")
    attachment = kept.keep(data, "letter.pdf")
    assert attachment == Attachment(hashlib.sha256(data).hexdigest(), "letter.pdf", len(data))
    place = kept.path(attachment)
    assert place
    assert place.read_bytes() == data


def test_the_same_bytes_are_kept_once_and_only_for_this_account(kept):
    first, second = kept.keep(b"x" * 3_000_000, "a.png"), kept.keep(b"x" * 3_000_000, "b.png")
    assert first.sha256 == second.sha256
    assert [path.name for path in kept.folder.iterdir()] == [first.sha256]
    assert kept.folder.stat().st_mode & 0o077 == 0
    assert kept.read(first) == b"x" * 3_000_000


@pytest.mark.parametrize(
    ("name", "bare"),
    [("/etc/passwd", "passwd"), ("C:\\Users\\ann\\letter.pdf", "letter.pdf"), ("../../up.txt", "up.txt"), ("..", "")],
)
def test_a_name_brings_no_folders_along(kept, name, bare):
    assert kept.keep(b"x", name).name == bare


def test_a_file_that_was_changed_is_found_out_and_mended_by_keeping_it_again(kept):
    attachment = kept.keep(b"thank you", "letter.txt")
    (kept.folder / attachment.sha256).write_bytes(b"thank u, ")
    assert not kept.is_sound(attachment)
    with pytest.raises(UserError, match=r"letter.txt is missing from the plan, or it was changed"):
        kept.read(attachment)
    kept.keep(b"thank you", "letter.txt")
    assert kept.read(attachment) == b"thank you"


def test_a_missing_file_has_no_path(kept):
    gone = Attachment("a" * 64, "gone.txt", 3)
    assert kept.path(gone) is None
    assert not kept.is_sound(gone)


def test_nothing_is_left_of_a_file_that_could_not_be_written(kept, monkeypatch):
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UserError, match="The disk is full"):
        kept.keep(b"x", "a.txt")
    assert list(kept.folder.iterdir()) == []


@pytest.fixture
def video(tmp_path):
    """A file of the person's, of a little more than two pieces."""
    file = tmp_path / "talk.mp4"
    file.write_bytes(os.urandom(2 * PIECE + 17))
    return file


def test_a_file_is_kept_piece_by_piece(kept, video):
    told: list[tuple[int, int]] = []
    attachment = kept.keep_file(video, progress=lambda done, of: told.append((done, of)))
    assert attachment == Attachment(hashlib.sha256(video.read_bytes()).hexdigest(), "talk.mp4", 2 * PIECE + 17)
    assert kept.read(attachment) == video.read_bytes()
    assert told == [(done, attachment.size) for done in (0, PIECE, 2 * PIECE, attachment.size)]
    assert [path.name for path in kept.folder.iterdir()] == [attachment.sha256]
    assert (kept.folder / attachment.sha256).stat().st_mode & 0o777 == 0o600
    assert kept.keep_file(video, "C:\\other.mov").name == "other.mov"
    assert kept.keep(video.read_bytes(), "same") == Attachment(attachment.sha256, "same", attachment.size)
    assert len(list(kept.folder.iterdir())) == 1


def test_keeping_what_is_there_makes_it_new_so_that_nobody_collects_it(kept, video):
    place = kept.path(kept.keep_file(video))
    for again in (lambda: kept.keep_file(video), lambda: kept.keep(video.read_bytes(), "x")):
        os.utime(place, (1, 1))
        again()
        assert place.stat().st_mtime > 1_000_000


def test_a_changed_file_is_mended_by_keeping_the_file_again(kept, video):
    attachment = kept.keep_file(video)
    kept.path(attachment).write_bytes(b"other")
    kept.keep_file(video)
    assert kept.is_sound(attachment)


@pytest.mark.parametrize("stop_at", [0, PIECE, 2 * PIECE + 17])
def test_nothing_is_left_of_a_file_that_was_stopped(kept, video, stop_at):
    def stop(done: int, _of: int) -> None:
        if done >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        kept.keep_file(video, progress=stop)
    assert list(kept.folder.iterdir()) == []


@pytest.mark.parametrize(
    "disturb",
    [
        lambda file: os.truncate(file, 9 * PIECE),
        lambda file: os.truncate(file, PIECE + 5),
        lambda file: os.utime(file, (1, 1)),
    ],
    ids=["grows", "shrinks", "is written to"],
)
def test_a_file_that_changes_while_it_is_read_is_refused(kept, video, disturb):
    def progress(done: int, _of: int) -> None:
        if done == PIECE:
            disturb(video)

    with pytest.raises(UserError, match="was written to while it was read"):
        kept.keep_file(video, progress=progress)
    assert list(kept.folder.iterdir()) == []


def test_a_file_over_the_limit_is_refused_with_the_limit(kept, tmp_path):
    huge = tmp_path / "huge.iso"
    huge.touch()
    os.truncate(huge, attachments.LARGEST + 1)  # sparse: it takes no room
    with pytest.raises(UserError, match=r"huge.iso is larger than 2 GB"):
        kept.keep_file(huge)
    assert not kept.folder.exists()


def test_what_is_no_file_or_cannot_be_read_is_refused(kept, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    for path, sentence in (
        (tmp_path, "is not a file"),
        (tmp_path / "pipe", "pipe is not a file"),
        (Path("/dev/zero"), "zero is not a file"),
        (tmp_path / "empty", "empty is empty"),
        (tmp_path / "gone.pdf", "There is no file gone.pdf"),
        (tmp_path / "a\0b", "cannot be read"),
    ):
        with pytest.raises(UserError, match=sentence):
            kept.keep_file(path)
    assert not kept.folder.exists()


def test_what_became_a_pipe_between_two_looks_is_refused_without_waiting(kept, video, monkeypatch):
    looked = Path.stat

    def stat(path, **more):
        found = looked(path, **more)
        if path == video:
            monkeypatch.undo()
            video.unlink()
            os.mkfifo(video)
        return found

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(UserError, match=r"talk.mp4 is not a file"):
        kept.keep_file(video)


class Broken(io.FileIO):
    """A disk that fails."""

    def read(self, _size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_disk_that_fails_under_the_file_is_named(kept, video, monkeypatch):
    fdopen = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda handle, mode: (Broken if mode == "rb" else fdopen)(handle, mode))
    with pytest.raises(UserError, match=r"talk.mp4 cannot be read: Input/output error"):
        kept.keep_file(video)
    assert list(kept.folder.iterdir()) == []


def test_the_plan_itself_is_no_attachment(kept, tmp_path):
    plan = tmp_path / "plan" / "plan.db"
    plan.write_bytes(b"plan")
    os.link(plan, tmp_path / "other name.db")
    for file in (plan, tmp_path / "other name.db"):
        with pytest.raises(UserError, match="is the plan itself"):
            kept.keep_file(file)


def test_a_full_disk_keeps_nothing_of_a_file(kept, video, monkeypatch):
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UserError, match="The disk is full"):
        kept.keep_file(video)
    assert list(kept.folder.iterdir()) == []


def test_a_copy_is_whole_or_not_there(kept, video, tmp_path):
    attachment = kept.keep_file(video)
    target = tmp_path / "out" / "copy.mp4"
    with pytest.raises(UserError, match=r"copy.mp4 cannot be written"):
        kept.copy_to(attachment, target)
    target.parent.mkdir()
    target.write_bytes(b"what was there")

    def stop(done: int, _of: int) -> None:
        if done > PIECE:
            raise Cancelled

    with pytest.raises(Cancelled):
        kept.copy_to(attachment, target, stop)
    kept.path(attachment).write_bytes(b"changed")
    with pytest.raises(UserError, match=r"talk.mp4 is missing from the plan, or it was changed"):
        kept.copy_to(attachment, target)
    assert [path.name for path in target.parent.iterdir()] == ["copy.mp4"]
    assert target.read_bytes() == b"what was there"
    kept.keep_file(video)
    kept.copy_to(attachment, target)
    assert target.read_bytes() == video.read_bytes()
    kept.path(attachment).unlink()
    with pytest.raises(UserError, match="is missing from the plan"):
        kept.copy_to(attachment, target)


def test_a_copy_never_goes_over_a_file_of_the_plan(kept, tmp_path):
    attachment = kept.keep(b"x", "plan.db")
    with pytest.raises(UserError, match="cannot lie in the folder of the plan"):
        kept.copy_to(attachment, tmp_path / "plan" / "plan.db")
    assert not (tmp_path / "plan" / "plan.db").exists()
