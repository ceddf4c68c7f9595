from __future__ import annotations

from pathlib import Path

from trial import work


def test_the_digest_of_a_plan_changes_with_its_records_and_its_attachments_alone(tmp_path: Path) -> None:
    (tmp_path / "plan.db").write_bytes(b"records")
    (tmp_path / "attachments" / "ab").mkdir(parents=True)
    (tmp_path / "attachments" / "ab" / "file").write_bytes(b"attached")
    before = work.digest(tmp_path)
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "today.txt").write_text("what the window did")
    assert work.digest(tmp_path) == before
    (tmp_path / "attachments" / "ab" / "file").write_bytes(b"altered!")
    attached = work.digest(tmp_path)
    (tmp_path / "plan.db").write_bytes(b"recordz")
    assert len({before, attached, work.digest(tmp_path)}) == 3


def test_there_are_old_plans_to_try() -> None:
    assert list(work.OLD.glob("format_*.sql")) and list(work.OLD.glob("*.leaderplan"))
