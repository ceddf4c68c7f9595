from __future__ import annotations

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from tests.store.plans import altered, linked, opened, queue


@pytest.fixture
def workspace(tmp_path):
    with opened(tmp_path, *linked()) as workspace:
        letter = workspace.blobs.keep(b"thank you", "letter.txt")
        workspace.commit(edits.add(Evidence(id="proof-001", title="Letter", attachment=letter)))
        yield workspace


def said(workspace) -> list[str]:
    return [str(trouble.what) for trouble in workspace.check()]


def test_a_sound_plan_has_no_troubles(workspace):
    assert workspace.check() == []


def test_every_trouble_is_named_with_its_place_and_what_to_do(workspace):
    altered(
        workspace.folder,
        "UPDATE person SET name = 'Bill'; DELETE FROM claim; UPDATE measure SET of = 'gone' WHERE id = 'days-0001'",
    )
    found = {(str(trouble.what), trouble.where) for trouble in workspace.check()}
    assert ("A row of person is not as it was written.", "bob-00001") in found
    assert ("Rows of claim are missing, or older ones came back.", "claim") in found
    assert all(str(trouble.do) for trouble in workspace.check())


def test_a_missing_and_a_changed_file_are_named(workspace):
    (file,) = (workspace.folder / "attachments").iterdir()
    file.write_bytes(b"thank u!!")
    assert said(workspace) == ["The file letter.txt was changed."]
    file.unlink()
    assert said(workspace) == ["The file letter.txt is missing."]


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM search WHERE rowid = 1",
        "INSERT INTO search (rowid, title, text) VALUES (99, 'ghost', '')",
        "DELETE FROM indexed WHERE n = 1",
        "UPDATE indexed SET record = 'ghost-001' WHERE n = 1",
        "UPDATE indexed SET \"table\" = 'ghost' WHERE n = 1",
        "UPDATE search_content SET c0 = 'other' WHERE id = 1",
        "DELETE FROM search_data WHERE id > 10",
    ],
)
def test_a_search_index_that_disagrees_is_made_anew(workspace, damage):
    altered(workspace.folder, damage)
    assert said(workspace) == ["The search index did not agree with the plan."]
    assert said(workspace) == []
    assert [hit.id for hit in workspace.search("cut the queue")] == [queue().id]


def test_what_the_search_lost_is_found_again_without_a_check_of_all(workspace):
    assert not workspace.mend_search()
    altered(workspace.folder, "DELETE FROM indexed WHERE record = 'queue-0001'")
    assert workspace.mend_search()
    assert [hit.id for hit in workspace.search("queue")] == ["queue-0001"]
    assert not workspace.mend_search()
