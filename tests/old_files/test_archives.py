"""An archive of every version that was ever written opens in this one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from leaderplan.domain.records import Evidence
from leaderplan.store import Workspace
from leaderplan.upkeep import archives
from tests.store.plans import story

FILES = sorted(Path(__file__).parent.glob("*.leaderplan"))


def test_there_is_one_of_each_version() -> None:
    assert [file.name for file in FILES] == ["archive_1_of_format_2.leaderplan"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_archive_that_was_written_once_opens(file: Path, tmp_path: Path) -> None:
    archives.restore(tmp_path / "plan", file, None, datetime(2026, 11, 22, tzinfo=UTC))
    with Workspace.open(tmp_path / "plan") as workspace:
        assert [version.record.heading for version in workspace.versions("queue-0001")] == ["Later", "Cut the queue"]
        assert story(workspace).title == "Later"
        letter = workspace.plan.get(Evidence, "letter-01")
        assert letter and letter.attachment
        assert workspace.blobs.read(letter.attachment) == b"Thanks"
        assert workspace.drafts() == {("queue-0001", "ended"): "last sprin"}
        assert workspace.check() == []
