"""A plan that moves: at every moment at least one of the two folders holds all of it."""

from __future__ import annotations

import errno
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.errors import UserError
from leaderplan.store import Replaced, Workspace, building, relocating, setaside
from leaderplan.store.relocating import move
from tests.store.plans import bytes_of, linked, opened

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        attached(workspace, b"Thanks")
    return workspace.folder


def attached(workspace: Workspace, words: bytes) -> None:
    letter = workspace.blobs.keep(words, "letter.txt")
    workspace.commit(edits.add(Evidence(id=f"letter-{words.decode()}", title="Letter", attachment=letter)))


def refuse(*_arguments, **_more) -> None:
    raise OSError(errno.EIO, "the disk fails")


def test_what_is_attached_while_the_others_are_copied_comes_with_it(folder, tmp_path, monkeypatch):
    copy = relocating._copy_beside

    def copy_while_others_work(source: Path, target: Path) -> None:
        copy(source, target)
        if not (target / "plan.db").exists():
            monkeypatch.setattr(relocating, "_copy_beside", copy)
            with Workspace.open(folder) as other:
                attached(other, b"Late")

    monkeypatch.setattr(relocating, "_copy_beside", copy_while_others_work)
    move(folder, tmp_path / "there", AT)
    with Workspace.open(tmp_path / "there") as workspace:
        assert workspace.plan.find("letter-Late")
        assert workspace.check() == []


@pytest.mark.parametrize(("owner", "name"), [(setaside, "moved"), (building, "name"), (relocating, "load")])
def test_what_fails_leaves_one_plan_and_that_is_the_one_before(folder, tmp_path, monkeypatch, owner, name):
    before = bytes_of(folder)
    with monkeypatch.context() as failing:
        failing.setattr(owner, name, refuse)
        with pytest.raises(UserError):
            move(folder, tmp_path / "there", AT)
    assert bytes_of(folder) == before
    assert not list((tmp_path / "there").glob("plan.db*"))
    move(folder, tmp_path / "there", AT)
    with Workspace.open(tmp_path / "there") as workspace:
        assert workspace.check() == []


def test_a_file_that_was_half_copied_is_copied_again(folder, tmp_path, monkeypatch):
    def stop(source, target, _length) -> None:
        target.write(source.read(3))
        refuse()

    with monkeypatch.context() as failing:
        failing.setattr(shutil, "copyfileobj", stop)
        with pytest.raises(UserError):
            move(folder, tmp_path / "there", AT)
    assert not list((tmp_path / "there" / "attachments").iterdir())
    move(folder, tmp_path / "there", AT)
    with Workspace.open(tmp_path / "there") as workspace:
        assert workspace.check() == []


def test_a_plan_that_another_program_replaces_at_that_moment_stays(folder, tmp_path, monkeypatch):
    copy = relocating._copy_beside

    def replaced_meanwhile(*_folders: Path) -> None:
        identities = iter([(1, 1), (1, 2)])
        monkeypatch.setattr(relocating, "identity", lambda _file: next(identities))
        copy(*_folders)

    monkeypatch.setattr(relocating, "_copy_beside", replaced_meanwhile)
    with pytest.raises(Replaced):
        move(folder, tmp_path / "there", AT)
    assert not (tmp_path / "there" / "plan.db").exists()
    assert list((folder / "attachments").iterdir())
