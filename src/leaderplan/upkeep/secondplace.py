"""The second place: a folder, most often one that is copied elsewhere, into which sealed archives of the plan go.

What is kept about it lies in the plan's folder, for this machine and account only. The passphrase is not among it: the
key that it seals is, so that an archive can be written without asking. Whoever can read that file can read the plan
beside it as well.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.archive import SUFFIX
from leaderplan.exchange.sealed import Key
from leaderplan.store import contents
from leaderplan.store.failures import as_sentences_about
from leaderplan.store.folder import PLAN, write
from leaderplan.store.retention import kept
from leaderplan.store.rows import Progress
from leaderplan.store.snapshot import Reason
from leaderplan.upkeep import archives
from leaderplan.upkeep.archives import Saved

FILE = "second-place.json"
EVERY = timedelta(days=1)
"""How old the newest archive is when the next is due while the window is open."""

_VERSION = 1
_NOBODY_WRITES_FOR = 3600  # seconds
_NAME = re.compile(r"leaderplan-(\d{8}T\d{6}Z)-([0-9a-z-]{1,8})(?:-\d+)?" + re.escape(SUFFIX))
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """Where archives go, and what seals them."""

    folder: Path
    key: Key


@dataclass(frozen=True, slots=True)
class Copy:
    """An archive in a folder: of which plan (the end of its id), and from when."""

    file: Path
    plan: str
    at: datetime
    size: int


def chosen(plan_folder: Path) -> SecondPlace | None:
    """The second place of a plan; None where none was chosen, or what was noted about it cannot be read."""
    try:
        found = json.loads((plan_folder / FILE).read_text("utf-8"))
        key = Key(found["identity"], base64.b64decode(found["sealed"], validate=True))
        return SecondPlace(Path(found["folder"]), key)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def choose(plan_folder: Path, folder: Path, key: Key) -> SecondPlace:
    """Let archives go to ``folder`` from now on; raises UserError where they cannot."""
    folder = folder.absolute()
    inside = plan_folder.resolve()
    if inside == folder.resolve() or inside in folder.resolve().parents:
        raise UserError(
            _("{folder} lies in the folder of the plan: what takes the one takes the other.", folder=str(folder)),
            _("Choose a folder that is copied elsewhere, or one on another disk."),
        )
    with as_sentences_about(folder):
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise UserError(
                _("Nothing can be written to {folder}.", folder=str(folder)),
                _("Choose a folder that you may write to."),
            )
        plain = {
            "version": _VERSION,
            "folder": str(folder),
            "identity": key.identity,
            "sealed": base64.b64encode(key.sealed).decode(),
        }
        write(plan_folder / FILE, json.dumps(plain, indent=1).encode())
    return SecondPlace(folder, key)


def take_along(plan_folder: Path, target: Path) -> None:
    """Let the archives of a plan that moved to ``target`` go where they went, also where that is away now."""
    note = plan_folder / FILE
    with as_sentences_about(note):
        if note.exists():
            write(target / FILE, note.read_bytes())
            note.unlink()


def forget(plan_folder: Path) -> None:
    """Write no more archives there; those that are there stay."""
    with as_sentences_about(plan_folder / FILE):
        (plan_folder / FILE).unlink(missing_ok=True)


def copies(folder: Path) -> list[Copy]:
    """The archives in a folder that LeaderPlan named, newest first; none where the folder cannot be read."""
    found = []
    try:
        for file in folder.iterdir():
            if name := _NAME.fullmatch(file.name):
                at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
                found.append(Copy(file, name[2], at, file.stat().st_size))
    except (OSError, ValueError):
        pass
    return sorted(found, key=lambda copy: (copy.at, copy.file.name), reverse=True)


def copies_of(plan_folder: Path, place: SecondPlace) -> list[Copy]:
    """The archives of this plan in its second place, newest first."""
    own = _short(plan_folder)
    return [copy for copy in copies(place.folder) if copy.plan == own]


def is_due(plan_folder: Path, at: datetime) -> bool:
    """Whether a day has passed since the newest archive; one of the future, of a clock set back, counts as old."""
    place = chosen(plan_folder)
    if place is None:
        return False
    found = copies_of(plan_folder, place)
    return not found or not timedelta(0) <= at - found[0].at < EVERY


def has_news(plan_folder: Path, at: datetime) -> bool:
    """Whether the plan has changed since the newest archive in its second place."""
    place = chosen(plan_folder)
    if place is None:
        return False
    found = copies_of(plan_folder, place)
    changed = contents.last_change_in(plan_folder / PLAN)
    return not found or found[0].at > at or changed is None or changed >= found[0].at


def write_copy(plan_folder: Path, at: datetime, progress: Progress | None = None) -> Saved | None:
    """Write an archive into the second place, read it back, and thin those before; None where no place was chosen.

    Raises UserError where the place cannot be reached or the archive was not sound.
    """
    place = chosen(plan_folder)
    if place is None:
        return None
    with as_sentences_about(place.folder):
        if not place.folder.is_dir():
            raise UserError(
                _("The second place {folder} cannot be reached.", folder=str(place.folder)),
                _("Connect it, or choose another one in the settings. The plan itself is safe."),
            )
    stem = f"leaderplan-{at.astimezone(UTC):{_STAMP}}-{_short(plan_folder)}"
    saved = archives.save(
        plan_folder, _free(lambda more: place.folder / f"{stem}{more}{SUFFIX}"), place.key, at, progress
    )
    if not saved.missing:  # else an older archive may be the only one with that file
        thin(plan_folder, place, at)
    return saved


def thin(plan_folder: Path, place: SecondPlace, at: datetime) -> list[Path]:
    """Remove archives of this plan that need not be kept any more: those that backups of the same age would lose."""
    found = copies_of(plan_folder, place)
    stay = kept([(copy.file.name, copy.at, Reason.CLOSE) for copy in found], at)
    gone = [copy.file for copy in found if copy.file.name not in stay]
    with as_sentences_about(place.folder):
        for file in gone:
            file.unlink(missing_ok=True)
        for part in place.folder.glob(f"leaderplan-*-{_short(plan_folder)}*{SUFFIX}.*.part"):
            if at.timestamp() - part.stat().st_mtime > _NOBODY_WRITES_FOR:
                part.unlink(missing_ok=True)
    return gone


def _short(plan_folder: Path) -> str:
    """The end of the plan's id, which tells in a shared folder whose archive it is."""
    return (contents.profile_in(plan_folder / PLAN) or "plan")[-8:].lower()


def _free(named: Callable[[str], Path]) -> Path:
    number = 1
    while (file := named("" if number == 1 else f"-{number}")).exists():
        number += 1
    return file
