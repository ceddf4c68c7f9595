"""After an erasure nothing of the record is left in any byte of the plan's folder."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.checks import dangling
from leaderplan.domain.messages import _
from leaderplan.domain.records import BY_TABLE, RECORDS, Evidence, Person, Profile
from leaderplan.store import Workspace
from leaderplan.store.erasing import BEYOND
from tests.store.markers import Marked, left_in, marker
from tests.store.plans import Clock, altered, opened

OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"


def snapshot(folder: Path, name: str) -> Path:
    """A copy of the plan among its backups or what was set aside."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "plan.db")) as db, closing(sqlite3.connect(target)) as copy:
        db.backup(copy)
    return target


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A plan with a marked record of each type, edited, removed, brought back, and copied at several moments."""
    root = tmp_path_factory.mktemp("marked")
    with opened(root, clock=Clock()) as workspace:
        marked = Marked(workspace)
        for record in marked.records.values():
            if isinstance(record, Profile):
                continue
            workspace.commit(edits.add(record, label=_("Import {name} and more", name=record.heading or "it")))
        snapshot(workspace.folder, "backups/20260301T090000Z.db")
        for table, before in marked.records.items():
            if table != Profile.table:
                after = marked.filled(BY_TABLE[table], 1)
                workspace.commit(edits.put(workspace.plan, after))
                workspace.commit(edits.put(workspace.plan, before))
                workspace.undo()
                for name in ("title", "name"):
                    workspace.draft(before.id, name, f"draft {before.heading}")
        for id in reversed(marked.erasable()):
            workspace.commit(edits.remove(workspace.plan, *workspace.plan.ending(id)))
            workspace.undo()
        shutil.copytree(workspace.folder / "attachments", workspace.folder / "set-aside/20260301T1000Z/attachments")
        snapshot(workspace.folder, "set-aside/20260301T1000Z/plan.db")
        (workspace.folder / "backups" / "20260301T090000Z.json").write_text("{}")
    return root, marked


SENT = {"the-achievement-0001", "the-person-0001", "the-round-0001"}
"""Of what goes with any of them, or of the mentor, the marked round says that a copy was sent."""
ERASABLE = [kind for kind in RECORDS if kind is not Profile]


@pytest.mark.parametrize(("place", "record_type"), list(enumerate(ERASABLE)), ids=[kind.table for kind in ERASABLE])
def test_no_byte_of_an_erased_record_is_left(made, tmp_path, place, record_type):
    """Every other record lies in the bin when it is erased."""
    root, marked = made
    folder = shutil.copytree(root, tmp_path / "copy") / "plan"
    id = marked.id_of(record_type)
    assert left_in(folder, marked.markers[id]) or not marked.markers[id]
    with Workspace.open(folder, clock=Clock()) as workspace:
        if place % 2:
            workspace.commit(edits.remove(workspace.plan, *workspace.plan.ending(id)))
        erased = workspace.erase([id])
        gone = [one for one in marked.erasable() if workspace.versions(one) == []]
        assert id in gone
        assert sum(erased.records.values()) == len(gone)
        assert len(erased.cleaned) == 2
        sent = [one for one in erased.unreachable if one not in BEYOND]
        assert [one.id for one in sent] == (["{mentor} got a copy on {day}."] if id in SENT else [])
        assert workspace.check() == []
        assert all(workspace.plan.find(one) for one in marked.erasable() if one not in gone)
        assert not dangling(workspace.plan)
    assert left_in(folder, set().union(*(marked.markers[one] for one in gone))) == []
    assert not (folder / "backups" / "20260301T090000Z.json").exists()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("erasing.json")) == []
    for file in erased.cleaned:
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    attachment = marked.records[Evidence.table].attachment
    kept = (folder / "attachments" / attachment.sha256).exists()
    assert kept == (Evidence.table not in {one.removeprefix("the-").removesuffix("-0001") for one in gone})


def test_the_copies_open_as_the_plans_that_they_are(made, tmp_path):
    root, _marked = made
    folder = shutil.copytree(root, tmp_path / "copy") / "plan"
    with Workspace.open(folder, clock=Clock()) as workspace:
        erased = workspace.erase(["the-person-0001"])
    for number, file in enumerate(erased.cleaned):
        there = tmp_path / f"restored-{number}"
        there.mkdir()
        shutil.copy(file, there / "plan.db")
        shutil.copytree(folder / "attachments", there / "attachments")
        with Workspace.open(there, clock=Clock()) as restored:
            assert restored.versions("the-person-0001") == []
            assert [trouble for trouble in restored.check() if trouble.where == "search"] == []
            assert [hit for hit in restored.search("Żółć") if hit.table == "person"] == []


def test_files_of_older_formats_are_cleaned_too(tmp_path):
    folder = tmp_path / "plan"
    folder.mkdir()
    altered(folder, OLD.read_text(encoding="utf-8"))
    with Workspace.open(folder) as workspace:
        assert left_in(folder, {"zoë".encode()})
        (kept,) = (folder / "backups").iterdir()
        erased = workspace.erase(["person-1", "story-1"])
        assert erased.records == {"person": 1, "achievement": 1, "measure": 1}
        assert erased.cleaned == (kept,)
        assert workspace.check() == []
    texts = {"zoë".encode(), b"cut the queue", b"queue round", b"days of waiting", b"nobody waits"}
    assert left_in(folder, texts) == []
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(kept, again / "plan.db")
    with Workspace.open(again) as restored:
        assert {record.id for record in restored.plan} == {"profile-1", "story-2"}
        assert restored.check() == []
        assert [str(step.label) for step in restored.history()][-1] == "New plan"


def test_a_half_done_transaction_beside_a_plan_that_was_set_aside_goes_with_it(made, tmp_path):
    root, marked = made
    folder = shutil.copytree(root, tmp_path / "copy") / "plan"
    aside = folder / "set-aside/20260301T1000Z/plan.db"
    with closing(sqlite3.connect(aside, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("UPDATE person SET name = 'half' || hex(zeroblob(20000))")
        db.execute("UPDATE change SET after = 'half' || hex(zeroblob(2000))")
        hot = tmp_path / "hot"
        hot.mkdir()
        for file in aside.parent.glob("plan.db*"):
            shutil.copy(file, hot / file.name)
        db.execute("ROLLBACK")
    assert (hot / "plan.db-journal").stat().st_size > 512
    for file in hot.iterdir():
        shutil.copy(file, aside.parent / file.name)
    with Workspace.open(folder, clock=Clock()) as workspace:
        assert aside in workspace.erase(["the-person-0001"]).cleaned
    assert not (aside.parent / "plan.db-journal").exists()
    assert left_in(folder, marked.markers["the-person-0001"] | {b"half0000"}) == []


def litter(file: Path, text: str) -> None:
    """Leave text in free pages, as a program does that does not wipe what it deletes."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("CREATE TABLE passing (text)")
        db.executemany("INSERT INTO passing VALUES (?)", [(f"{text} {'x' * 3000}",) for _ in range(20)])
        db.commit()
        db.execute("DROP TABLE passing")
        db.commit()
    assert text.encode() in file.read_bytes()


def test_nothing_is_left_where_rows_were_moved_about_nor_in_free_pages(tmp_path):
    order = random.Random(1)
    people = [Person(id=f"who-{n:05}", name=marker("name", n), private_notes=marker("notes", n)) for n in range(400)]
    gone = order.sample(people, 40)
    traces = {text[3:].encode() for one in gone for text in (one.name, one.private_notes)}
    with opened(tmp_path, clock=Clock()) as workspace:
        for start in range(0, len(people), 10):
            workspace.commit(edits.add(*people[start : start + 10]))
        for one in order.sample(people, 200):
            longer = f"{one.private_notes} and {'more ' * order.randrange(60)}"
            workspace.commit(edits.alter(workspace.plan, one, private_notes=longer))
        litter(snapshot(workspace.folder, "backups/one.db"), gone[0].name)
        litter(workspace.folder / "plan.db", gone[1].name)
        workspace.erase([one.id for one in gone])
        assert left_in(workspace.folder, traces) == []
        assert len(left_in(workspace.folder, {people[n].name[3:].encode() for n in range(400)})) == 2 * 360
