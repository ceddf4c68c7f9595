from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from leaderplan.domain.fields import Attachment
from leaderplan.domain.records import Evidence
from leaderplan.store import database
from leaderplan.store.references import attachments_in
from tests.store.plans import opened, renamed

FIRST, SECOND, THIRD = (Attachment(digit * 64, "a.pdf", 1) for digit in "abc")


def found(folder):
    with closing(database.connect_beside(folder / "plan.db")) as db:
        return attachments_in(db)


def test_attachments_of_records_of_the_history_and_of_drafts_are_found(tmp_path):
    with opened(tmp_path, Evidence(id="e-1", title="Letter", attachment=FIRST)) as workspace:
        assert found(workspace.folder) == {FIRST.sha256}
        renamed(workspace, Evidence(id="e-1", title="Letter", attachment=FIRST), attachment=SECOND)
        assert found(workspace.folder) == {FIRST.sha256, SECOND.sha256}
        workspace.draft("e-1", "attachment", f'{{"sha256": "{THIRD.sha256}"}}')
        assert found(workspace.folder) == {each.sha256 for each in (FIRST, SECOND, THIRD)}


@pytest.mark.parametrize("text", ["sha256", '"sha256":"' + "a" * 63 + '"', '"sha256":"' + "A" * 64 + '"', "a" * 64])
def test_what_only_looks_like_a_reference_is_none(tmp_path, text):
    with opened(tmp_path, Evidence(id="e-1", title=text)) as workspace:
        assert found(workspace.folder) == set()


def test_tables_of_any_shape_are_looked_through(tmp_path):
    with closing(sqlite3.connect(tmp_path / "plan.db")) as db:
        db.execute("CREATE TABLE proof (id INTEGER, file TEXT)")
        db.execute("CREATE TABLE numbers (id INTEGER)")
        db.execute("INSERT INTO proof VALUES (1, ?), (2, NULL)", [f'{{"sha256":"{FIRST.sha256}"}}'])
        db.commit()
    assert found(tmp_path) == {FIRST.sha256}
