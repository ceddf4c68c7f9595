"""The plan of every version that was released opens in this one: its own file, as that version's package wrote it."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from leaderplan import __version__
from leaderplan.store import Workspace
from tests.store.plans import story

ATTACHED = b"Thanks"
FILES = sorted(Path(__file__).parent.glob("plan_of_*.db.gz"))


def test_the_plan_of_this_version_is_kept_too() -> None:
    assert f"plan_of_{__version__}.db.gz" in [file.name for file in FILES]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_plan_of_a_released_version_opens(file: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.db").write_bytes(gzip.decompress(file.read_bytes()))
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / hashlib.sha256(ATTACHED).hexdigest()).write_bytes(ATTACHED)
    with Workspace.open(tmp_path) as workspace:
        assert story(workspace).title == "Later"
        assert [version.record.heading for version in workspace.versions("queue-0001")] == ["Later", "Cut the queue"]
        assert workspace.drafts() == {("queue-0001", "ended"): "last sprin"}
        assert workspace.check() == []
