"""An erasure that stops at any point is finished when the plan is opened again, or never happened."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Conversation, Person
from leaderplan.store import StepKind, Workspace, cleaning, erasing, finishing, pending
from tests.store.markers import left_in
from tests.store.plans import Clock, linked, opened, renamed

SECRETS = {b"marker-of-bob", b"marker-of-talk"}


class Stop(BaseException):
    """As if the program died here."""


@pytest.fixture
def folder(tmp_path):
    """A plan with a record to erase, two backups, and one of them with its description."""
    with opened(tmp_path, *linked(), clock=Clock()) as workspace:
        renamed(workspace, *workspace.plan.all(Person), name="marker-of-bob")
        talk = Conversation(id="talk-0001", person="bob-00001", on=PartialDate(2026), about="marker-of-talk")
        workspace.commit(edits.add(talk))
        for name in ("backups/one.db", "backups/two.db", "set-aside/2025/plan.db"):
            (workspace.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(workspace.folder / "plan.db", workspace.folder / name)
        (workspace.folder / "backups" / "one.json").write_text("{}")
    return workspace.folder


def erase_until(folder: Path, monkeypatch, owner: object, name: str, turn: int) -> bool:
    """Erase, and die at a call of a function; whether it came to that."""
    calls = 0
    real = getattr(owner, name)

    def dying(*args, **more):
        nonlocal calls
        calls += 1
        if calls == turn:
            raise Stop
        return real(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, dying)
        with suppress(Stop), Workspace.open(folder, clock=Clock()) as workspace:
            workspace.erase(["bob-00001"])
    return calls >= turn


POINTS = [
    (erasing, "announce", 1),
    (erasing, "finish", 1),
    (finishing, "attachments_in", 1),
    (cleaning, "_duplicate", 1),
    (cleaning, "_scrub", 2),
    (cleaning, "_write_down", 2),
    (cleaning, "_swap", 1),
    (cleaning, "_swap", 3),
    (finishing, "_remove", 1),
    (finishing, "settled", 1),
]


@pytest.mark.parametrize(("owner", "name", "turn"), POINTS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_it_is_finished_at_the_next_opening_or_never_began(folder, monkeypatch, owner, name, turn):
    assert erase_until(folder, monkeypatch, owner, name, turn)
    with Workspace.open(folder, clock=Clock()) as workspace:
        assert workspace.check() == []
        began = workspace.plan.find("bob-00001") is None
        assert began == (workspace.history(1)[0].kind is StepKind.ERASE) == (name != "announce")
    left = left_in(folder, SECRETS)
    assert bool(left) != began
    assert not (folder / pending.ERASING).exists()
    for copy in cleaning.copies(folder):
        there = folder.parent / f"opened-{copy.parent.name}-{copy.stem}"
        there.mkdir()
        shutil.copy(copy, there / "plan.db")
        Workspace.open(there, clock=Clock()).close()
    assert not [file.name for file in folder.rglob("*") if ".clean" in file.name]


def test_a_swap_that_stopped_between_its_two_halves_is_finished(folder, monkeypatch):
    replaced = 0
    real = Path.replace

    def dying(self, target):
        nonlocal replaced
        if str(self).endswith(".clean") and (replaced := replaced + 1) == 2:
            raise Stop
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        with suppress(Stop), Workspace.open(folder, clock=Clock()) as workspace:
            workspace.erase(["bob-00001"])
    assert list(folder.rglob("*.clean"))
    assert left_in(folder, SECRETS)
    Workspace.open(folder, clock=Clock()).close()
    assert left_in(folder, SECRETS) == []
    assert not list(folder.rglob("*.clean"))


def test_what_a_dead_program_left_half_done_is_removed(folder, monkeypatch):
    erase_until(folder, monkeypatch, erasing, "finish", 1)
    for name in ("one.db.cleaning", "gone.db.cleaning", "gone.db.cleaning-journal", "gone.db.clean"):
        (folder / "backups" / name).write_bytes(b"marker-of-bob")
    (folder / "plan.db.new").write_bytes(b"marker-of-bob")
    for name, at in (("old.db.part", 0), ("now.db.part", time.time())):
        (folder / "backups" / name).write_bytes(b"marker-of-bob" if at == 0 else b"somebody writes here")
        os.utime(folder / "backups" / name, (at, at))
    Workspace.open(folder, clock=Clock()).close()
    assert left_in(folder, SECRETS) == []
    assert sorted(file.name for file in (folder / "backups").iterdir()) == ["now.db.part", "one.db", "two.db"]


def test_a_transaction_that_was_taken_back_cleans_no_copy(folder, monkeypatch):
    pending.announce(folder, pending.Pending(3, ("bob-00001",), ()))
    with Workspace.open(folder, clock=Clock()) as workspace:
        assert workspace.plan.find("bob-00001")
    assert {name for name, _trace in left_in(folder, SECRETS)} >= {"backups/one.db", "backups/two.db"}
    assert not (folder / pending.ERASING).exists()


def test_a_note_that_is_none_of_ours_stops_nobody(folder):
    (folder / pending.ERASING).write_text("{[")
    Workspace.open(folder, clock=Clock()).close()
    assert not (folder / pending.ERASING).exists()


def test_a_plan_opens_while_another_program_is_at_it(folder, monkeypatch):
    erase_until(folder, monkeypatch, erasing, "finish", 1)
    with closing(sqlite3.connect(folder / "erasing.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Workspace.open(folder, clock=Clock()) as workspace:
            assert workspace.plan.find("bob-00001") is None
        assert (folder / pending.ERASING).exists()
    Workspace.open(folder, clock=Clock()).close()
    assert left_in(folder, SECRETS) == []


def test_what_cannot_be_cleaned_now_is_said_and_done_later(folder, monkeypatch):
    def full(*_args):
        raise sqlite3.OperationalError("disk is full")

    with Workspace.open(folder, clock=Clock()) as workspace:
        with monkeypatch.context() as patch:
            patch.setattr(finishing, "attachments_in", full)
            erased = workspace.erase(["bob-00001"])
        assert "opened the next time" in str(erased.unreachable[0])
        assert erased.cleaned == ()
    Workspace.open(folder, clock=Clock()).close()
    assert left_in(folder, SECRETS) == []


def test_a_second_erasure_finishes_the_first(folder, monkeypatch):
    erase_until(folder, monkeypatch, erasing, "finish", 1)
    with monkeypatch.context() as patch:
        patch.setattr("leaderplan.store.workspace.resume", lambda _folder: None)
        with Workspace.open(folder, clock=Clock()) as workspace:
            assert len(workspace.erase(["queue-0001"]).cleaned) == 3
    assert left_in(folder, SECRETS | {b"cut the queue"}) == []
