"""A plan that is open, for the tests that need no particular one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leaderplan.domain.records import Evidence
from leaderplan.store import Workspace
from tests.store.plans import LETTER, linked, opened


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A small plan whose records refer to each other, and to a file that is not there."""
    with opened(tmp_path, *linked(), Evidence(id="letter-01", title="Letter", attachment=LETTER)) as workspace:
        yield workspace


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    """The folder of a plan that is open."""
    return workspace.folder
