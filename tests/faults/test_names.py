"""Folders with the names that people, and other systems, give them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.errors import UserError
from leaderplan.store import Workspace
from tests.store.plans import Clock, altered, linked, queue, story
from tests.store.test_rebuilding import OLD

NAMES = [
    "50% #1? plan",
    "a&b=c;d+e,f@g",
    "%20%2F%00",
    "file:memory?mode=memory",
    ":memory:",
    "  spaces  ",
    "Zoë's “plan” 🌱👩‍💻",
    "计划 план σχέδιο",
    "nai\u0308ve",
    "trailing dots...",
    "-rf",
    "~",
    "new\nline",
    "x" * 240,
    "é" * 120,
]
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="names that Windows does not have")


def lived_in(folder: Path) -> None:
    """A plan is made there, changed, given a file, opened again, and is sound."""
    with Workspace.create(folder, linked(), clock=Clock()) as workspace:
        kept = workspace.blobs.keep(b"thank you", "letter.txt")
        proof = Evidence(id="proof-0001", title="A letter", attachment=kept)
        workspace.commit(edits.add(proof))
        workspace.commit(edits.alter(workspace.plan, queue(), result="Nobody waits"))
        plan = workspace.plan
    with Workspace.open(folder, clock=Clock()) as workspace:
        assert workspace.plan == plan
        assert workspace.check() == []
        assert workspace.blobs.read(kept) == b"thank you"
        workspace.undo()
        assert story(workspace).result == ""
    assert {path.name for path in folder.iterdir()} - {"plan.db-journal"} == {"plan.db", "attachments", "backups"}


@POSIX_ONLY
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_plan_lives_in_a_folder_of_any_name(tmp_path, name):
    lived_in(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == [name]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux takes any bytes for a name")
def test_a_plan_lives_in_a_folder_whose_name_is_no_text(tmp_path):
    lived_in(tmp_path / os.fsdecode(b"caf\xe9 \xff\xfe"))


@POSIX_ONLY
@pytest.mark.parametrize("name", [NAMES[0], NAMES[6], os.fsdecode(b"caf\xe9")], ids=ascii)
def test_an_older_plan_is_rebuilt_in_a_folder_of_any_name(tmp_path, name):
    (tmp_path / name).mkdir()
    altered(tmp_path / name, OLD.read_text(encoding="utf-8"))
    with Workspace.open(tmp_path / name) as workspace:
        assert workspace.check() == []
    assert len(list((tmp_path / name / "backups").iterdir())) == 1


@POSIX_ONLY
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_folder_of_any_name_without_a_plan_is_told(tmp_path, name):
    with pytest.raises(UserError, match="There is no plan in"):
        Workspace.open(tmp_path / name)


def test_a_name_that_is_too_long_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match="cannot be used"):
        Workspace.create(tmp_path / ("x" * 300), linked())
