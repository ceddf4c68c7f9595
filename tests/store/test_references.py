from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.store import Workspace, database
from leaderplan.store.references import attachments_in
from tests.store.plans import Clock, altered, opened

OLD = Path(__file__).parent.parent / "old_files" / "format_1.sql"


def named(folder: Path) -> set[str]:
    with closing(database.connect(folder / "plan.db").conn) as conn:
        return attachments_in(database.Database(conn))


def test_living_ones_and_those_of_the_history_are_named(tmp_path):
    with opened(tmp_path, clock=Clock()) as workspace:
        kept = [workspace.blobs.keep(data, "a.txt") for data in (b"living", b"earlier", b"removed")]
        proof = Evidence(id="proof-001", title="One", attachment=kept[1])
        gone = Evidence(id="proof-002", title="Two", attachment=kept[2])
        workspace.commit(edits.add(proof, gone))
        workspace.commit(edits.alter(workspace.plan, proof, attachment=kept[0]))
        workspace.commit(edits.remove(workspace.plan, gone))
        workspace.blobs.keep(b"never stored", "b.txt")
        assert named(workspace.folder) == {one.sha256 for one in kept}


def test_an_older_format_may_write_it_with_spaces_and_in_other_fields(tmp_path):
    digest = "ab" * 32
    (tmp_path / "plan").mkdir()
    altered(tmp_path / "plan", OLD.read_text(encoding="utf-8"))
    assert named(tmp_path / "plan") == set()
    with closing(sqlite3.connect(tmp_path / "plan" / "plan.db")) as db:
        db.execute("UPDATE achievement SET outcome = ?", [f'{{"sha256": "{digest}", "name": "x"}}'])
        db.commit()
    assert named(tmp_path / "plan") == {digest}


def test_a_text_that_only_looks_so_is_not_taken_for_one(tmp_path):
    with opened(tmp_path, clock=Clock()) as workspace:
        workspace.commit(edits.add(Evidence(id="proof-001", title='"sha256":"abc"')))
        assert named(workspace.folder) == set()
        assert isinstance(workspace, Workspace)
