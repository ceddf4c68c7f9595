"""What makes a plan forget: erasing, thinning, collecting attachments; and what that may not leave or take."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from leaderplan.domain import edits
from leaderplan.domain.records import Achievement, Evidence
from leaderplan.store import Workspace, backups, collecting
from leaderplan.store.snapshot import Reason
from tests.faults.workloads import sound
from tests.store.markers import left_in, marker
from tests.store.plans import Clock, queue, renamed

SECRET, LETTER = marker("story"), marker("letter")
_TRACES = {SECRET[3:].encode(), LETTER[3:].encode(), sha256(LETTER.encode()).hexdigest().encode()}
_TEXTS = "ABCDEF"
_VERSIONS = {"", "C", "E", "F"}
"""What every state of the history must know: the first, the last of each old day, and today's."""
_NEEDED = ("plan", "bin", "backup", "aside")
_LONE = "lone"


def with_secret(folder: Path) -> None:
    """A plan with a record to erase, also in its history, in a backup and in a plan that was set aside."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        workspace.commit(edits.add(Achievement(id="secret-001", title="A story", result=SECRET)))
        kept = workspace.blobs.keep(LETTER.encode(), "letter.txt")
        workspace.commit(edits.add(Evidence(id="secret-002", title=SECRET, attachment=kept, supports=("secret-001",))))
        renamed(workspace, *workspace.plan.ending("secret-001"), title=f"{SECRET} told")
        backups.take(folder, Reason.ASKED, Clock()())
    _set_aside(folder, folder)


def erase(_folder: Path, workspace: Workspace | None) -> None:
    """A record and its file go for good."""
    assert workspace
    workspace.erase(["secret-001", "secret-002"])


def is_erased(workspace: Workspace) -> bool:
    """Whether the plan knows nothing of what was to go."""
    return workspace.plan.find("secret-001") is None


def nothing_is_left(root: Path, _told: bool) -> list[str]:
    """Once the plan is rid of the record, opening it leaves no byte of it in the folder."""
    with Workspace.open(root / "plan") as workspace:
        erased = is_erased(workspace)
    return [f"{name} still holds {trace!r}" for name, trace in left_in(root / "plan", _TRACES)] if erased else []


def with_old_history(folder: Path) -> None:
    """A plan that was edited on two days of another year, and lately."""
    clock = Clock()
    clock.at -= timedelta(days=300)
    sound(folder, clock)
    with Workspace.open(folder, clock=clock) as workspace:
        for text in _TEXTS:
            renamed(workspace, *workspace.plan.ending(queue().id), result=text)
            clock.at += {"C": timedelta(days=1), "E": timedelta(days=295)}.get(text, timedelta(0))


def thin(_folder: Path, workspace: Workspace | None) -> None:
    """Of the old history a version a day remains."""
    assert workspace
    workspace.thin()


def is_thin(workspace: Workspace) -> bool:
    """Whether that has been done."""
    return len(workspace.history(limit=99)) < len(_TEXTS)


def versions_are_known(root: Path, _told: bool) -> list[str]:
    """The first version, the last of each day and the newest are there."""
    with Workspace.open(root / "plan") as workspace:
        found = {getattr(version.record, "result", None) for version in workspace.versions(queue().id)}
    return [f"the version {gone!r} is gone" for gone in sorted(_VERSIONS - found)]


def with_files(folder: Path) -> None:
    """A plan with files that it, its bin, a backup or a plan set aside needs each alone, and one that nothing needs."""
    sound(folder)
    with Workspace.open(folder, clock=Clock()) as workspace:
        for words in ("plan", "bin"):
            _attach(workspace, words)
        workspace.commit(edits.remove(workspace.plan, *workspace.plan.ending("file-bin")))
        workspace.blobs.keep(_LONE.encode(), "a.txt")
    for words in ("backup", "aside"):
        other = folder.with_name(words)
        sound(other)
        with Workspace.open(other, clock=Clock()) as workspace:
            _attach(workspace, words)
            taken = backups.take(other, Reason.ASKED, Clock()())
        shutil.copytree(other / "attachments", folder / "attachments", dirs_exist_ok=True)
        if words == "backup":
            shutil.copy(taken.file, folder / "backups" / taken.file.name)
        else:
            _set_aside(folder, other)
        shutil.rmtree(other)
    for file in (folder / "attachments").iterdir():
        os.utime(file, (0, 0))


def collect(folder: Path, _workspace: Workspace | None) -> None:
    """The attachments that nothing needs go."""
    collecting.collect(folder, Clock()())


def is_collected(folder: Path) -> bool:
    """Whether what nothing needs is gone."""
    return not _place(folder, _LONE).exists()


def files_are_there(root: Path, _told: bool) -> list[str]:
    """Every file that anything refers to is there, as it was kept."""
    places = {words: _place(root / "plan", words) for words in _NEEDED}
    return [
        f"the file of the {words} is gone"
        for words, place in places.items()
        if not place.exists() or place.read_bytes() != words.encode()
    ]


def _attach(workspace: Workspace, words: str) -> None:
    kept = workspace.blobs.keep(words.encode(), "a.txt")
    workspace.commit(edits.add(Evidence(id=f"file-{words}", title="E", attachment=kept)))


def _set_aside(folder: Path, other: Path) -> None:
    aside = folder / "set-aside" / "20250101T000000Z"
    shutil.copytree(other / "attachments", aside / "attachments")
    shutil.copy(other / "plan.db", aside / "plan.db")


def _place(folder: Path, words: str) -> Path:
    return folder / "attachments" / sha256(words.encode()).hexdigest()
