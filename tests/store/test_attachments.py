from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.domain.changes import Blobs
from leaderplan.domain.fields import Attachment
from leaderplan.errors import UserError
from leaderplan.store import Attachments


@pytest.fixture
def kept(tmp_path):
    return Attachments(tmp_path / "attachments")


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
