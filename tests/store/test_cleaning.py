"""An erasure in the copies beside the plan."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import (
    Conversation,
    Evidence,
    Measure,
    Person,
    Service,
)
from leaderplan.store import Workspace
from leaderplan.store.digests import Total, digest
from tests.store.plans import Clock, bytes_of, linked, opened, queue

TALK = Conversation(id="talk-0001", person="bob-00001", on=PartialDate(2026, 3), about="The queue")


@pytest.fixture
def workspace(tmp_path):
    with opened(tmp_path, *linked(), Person(id="sue-00001", name="Sue"), clock=Clock()) as workspace:
        workspace.commit(edits.add(TALK))
        yield workspace


def _evidence(id: str, kept) -> Evidence:
    return Evidence(id=id, title="Letter", attachment=kept)


def test_an_attachment_stays_while_a_copy_that_is_kept_refers_to_it(workspace):
    kept = workspace.blobs.keep(b"Letter", "letter.txt")
    workspace.commit(edits.add(_evidence("proof-001", kept)))
    with opened(workspace.folder / "set-aside" / "20250101", clock=Clock()) as aside:
        aside.commit(edits.add(_evidence("proof-009", kept)))
    workspace.erase(["proof-001"])
    assert workspace.blobs.path(kept)


def test_copies_without_the_record_are_left_alone(workspace):
    shutil.copy(workspace.folder / "plan.db", workspace.folder / "backups" / "old.db")
    workspace.commit(edits.add(Service(id="desk-0001", name="Desk")))
    before = bytes_of(workspace.folder / "backups")
    assert workspace.erase(["desk-0001"]).cleaned == ()
    assert bytes_of(workspace.folder / "backups") == before


def test_what_hangs_on_it_in_a_copy_alone_goes_from_the_copy(workspace):
    with opened(workspace.folder / "set-aside" / "20250101", Person(id="bob-00001", name="Bob"), clock=Clock()) as old:
        old.commit(edits.add(Conversation(id="talk-0009", person="bob-00001", on=PartialDate(2020), about="Secret")))
        old.commit(edits.add(Measure(id="days-0009", of=_story(old), name="Days")))
    (cleaned,) = workspace.erase(["bob-00001"]).cleaned
    with Workspace.open(cleaned.parent, clock=Clock()) as old:
        assert old.versions("talk-0009") == []
        assert old.plan.find("days-0009")
        assert old.check() == []


def _story(workspace) -> str:
    workspace.commit(edits.add(queue(id="story-009")))
    return "story-009"


@pytest.mark.parametrize("data", [b"SQLite format 3\x00" + bytes(200), b"nothing of ours", b"x" * 5000])
def test_a_copy_that_cannot_be_read_is_named_and_not_touched(workspace, data):
    aside = workspace.folder / "set-aside" / "20250101" / "plan.db"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(data)
    erased = workspace.erase(["bob-00001"])
    assert str(aside) in str(erased.unreachable[0])
    assert len(erased.unreachable) == 3
    assert aside.read_bytes() == data
    assert [file.name for file in aside.parent.iterdir()] == ["plan.db"]


def test_a_copy_that_is_damaged_or_newer_is_named_and_not_touched(workspace):
    made = []
    for name, script in (("bad", "UPDATE person SET name = 'Rob'"), ("new", "PRAGMA user_version = 99")):
        copy = workspace.folder / "backups" / f"{name}.db"
        shutil.copy(workspace.folder / "plan.db", copy)
        with closing(sqlite3.connect(copy)) as db:
            db.executescript(script)
        made.append((copy, copy.read_bytes()))
    erased = workspace.erase(["bob-00001"])
    assert erased.cleaned == ()
    for (copy, data), sentence in zip(made, erased.unreachable, strict=False):
        assert copy.read_bytes() == data
        assert copy.name in str(sentence)


@pytest.mark.skipif(os.name == "nt", reason="file modes")
def test_a_rewritten_copy_is_for_this_account_only(workspace):
    copy = workspace.folder / "backups" / "one.db"
    shutil.copy(workspace.folder / "plan.db", copy)
    workspace.erase(["bob-00001"])
    assert copy.stat().st_mode & 0o077 == 0


def test_a_database_among_attachments_is_none_of_ours(workspace):
    mine = workspace.folder / "set-aside" / "20250101" / "attachments" / "mine.db"
    mine.parent.mkdir(parents=True)
    shutil.copy(workspace.folder / "plan.db", mine)
    assert workspace.erase(["bob-00001"]).cleaned == ()


def test_a_table_that_this_version_does_not_know_is_searched_too(workspace):
    copy = workspace.folder / "backups" / "one.db"
    shutil.copy(workspace.folder / "plan.db", copy)
    with closing(sqlite3.connect(copy)) as db:
        row = ("odd-00001", "bob-00001", '["bob-00001","sue-00001"]')
        db.execute("CREATE TABLE odd (id TEXT PRIMARY KEY, who TEXT, them TEXT, digest BLOB NOT NULL) STRICT")
        db.execute("INSERT INTO odd VALUES (?, ?, ?, ?)", [*row, digest("odd", row)])
        db.execute("INSERT INTO meta VALUES ('odd', 1, ?)", [Total().plus(digest("odd", row)).stored])
        db.commit()
    assert workspace.erase(["bob-00001"]).cleaned == (copy,)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT id, who, them FROM odd").fetchall() == [("odd-00001", None, '["sue-00001"]')]
