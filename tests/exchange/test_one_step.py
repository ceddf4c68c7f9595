from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leaderplan.domain.ids import new_id
from leaderplan.errors import UserError
from leaderplan.exchange.importers import importer_for
from leaderplan.store import Workspace
from tests.exchange.readers import PLAN, taken

FILES = Path(__file__).parent
GOOD = [
    "jsonresume/files/full-1.0.0.json",
    "jsonresume/files/sloppy-builder.json",
    "csvtable/files/brag-list-excel.csv",
    "csvtable/files/star-utf16.txt",
]
BAD = [
    b'{"work": [{"name": "a", "startDate": "2020-13"}]}',
    b"Title,Done\nx,soon\n",
    b'[{"title": "x"}, {"titel": "y"}]',
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "plan", PLAN) as opened:
        yield opened


@pytest.mark.parametrize("path", GOOD)
def test_an_import_is_one_step_that_undo_takes_back(workspace: Workspace, path: str) -> None:
    data = (FILES / path).read_bytes()
    imported = taken(importer_for(data, path).read, data, workspace.plan, name=Path(path).name, new_id=new_id)
    workspace.commit(imported.edit)
    assert workspace.plan == PLAN.after(imported.edit) != PLAN
    assert not taken(importer_for(data, path).read, data, workspace.plan, new_id=new_id).edit
    workspace.undo()
    assert workspace.plan == PLAN
    assert workspace.undo() is None


@pytest.mark.parametrize("data", BAD)
def test_a_file_that_is_refused_leaves_the_plan_as_it_was(workspace: Workspace, data: bytes) -> None:
    with pytest.raises(UserError):
        taken(importer_for(data, "file").read, data, workspace.plan)
    assert workspace.plan == PLAN and workspace.undo() is None
