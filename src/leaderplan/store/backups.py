"""Snapshots of a plan, in its folder ``backups``: each proved before it has its name, and thinned as they age."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store import database, header, proof
from leaderplan.store.copying import copy
from leaderplan.store.failures import Damaged, as_sentences
from leaderplan.store.folder import BACKUPS, PLAN, identity, make_folder, settle
from leaderplan.store.proof import Facts, Unsound
from leaderplan.store.retention import kept, newness
from leaderplan.store.rows import Progress
from leaderplan.store.snapshot import Reason, Snapshot, name_for, named, note, noted, said_of
from leaderplan.store.steps import StepKind

EVERY = timedelta(minutes=10)
"""How old the newest snapshot is when a changed plan is due for the next."""
_LEFT_BEHIND = timedelta(hours=1)
_COPYING = 40  # of 100 steps of progress; proving takes the others


def take(folder: Path, reason: Reason, at: datetime, progress: Progress | None = None) -> Snapshot:
    """A proved copy of the plan in ``folder``, also while others write to it; raises UserError and leaves nothing.

    From any thread: it has a connection of its own.
    """
    tell = progress or (lambda _done, _all: None)
    plan, place = folder / PLAN, folder / BACKUPS
    with as_sentences(plan):
        identity(plan)
    with as_sentences(place):
        make_folder(place)
        _sweep(place, at)
        with _claimed(place, reason, at) as (part, file):
            with as_sentences(file):
                meant = copy(plan, part, lambda done, of: tell(_COPYING * done // max(of, 1), 100))
            facts = _proved(part, meant, lambda done, of: tell(_COPYING + (100 - _COPYING) * done // of, 100))
            made = replace(_snapshot(file, part, facts), proved=True)
            _name(part, file)
        if _erased_since(plan, made):  # the copies were cleaned before this one had its name
            file.unlink()
            return take(folder, reason, at, progress)
    _note(made)
    return made


def listed(folder: Path) -> list[Snapshot]:
    """Every snapshot that can be read, newest first; raises UserError where the folder itself cannot be read."""
    found = (_known(file) for file in _files(folder))
    return sorted(filter(None, found), key=lambda each: _newness(each.file), reverse=True)


def all_of(folder: Path) -> list[Snapshot] | None:
    """Every snapshot; None where there is any that cannot be read, for whoever may miss none. Raises UserError."""
    files = _files(folder)
    found = list(filter(None, map(_known, files)))
    return found if len(found) == len(files) else None


def unreadable(folder: Path) -> list[Path]:
    """What lies among the backups and is no snapshot that this version can read."""
    return [file for file in sorted(_files(folder)) if _known(file) is None]


def adopt(folder: Path, file: Path, reason: Reason, at: datetime) -> Snapshot:
    """Take a plan's file that nobody writes to any more among the backups, proved; raises UserError.

    It is linked, so that it takes no room, or copied where the disk knows one name for a file only.
    """
    place = folder / BACKUPS
    with as_sentences(place):
        make_folder(place)
        with _claimed(place, reason, at) as (part, target):
            part.unlink()
            try:
                os.link(file, part)
            except OSError:
                shutil.copyfile(file, part)
            made = replace(_snapshot(target, part, proof.prove(part)), proved=True)
            _name(part, target)
    _note(made)
    return made


def known(file: Path) -> Snapshot | None:
    """What is known of a file among the backups; None where it is no snapshot that can be read."""
    return _known(file) if file.exists() else None


def assure(snapshot: Snapshot) -> None:
    """Raise UserError unless the snapshot is byte for byte what was proved when it was taken, or is proved now."""
    if not snapshot.proved:
        prove(snapshot)
        return
    with as_sentences(snapshot.file):
        if proof.digest_of(snapshot.file) != snapshot.sha256:
            raise Unsound(snapshot.file, _("It is not as it was written."))


def prove(snapshot: Snapshot, progress: Progress | None = None) -> None:
    """Raise UserError unless the snapshot is byte for byte what was noted, and every row and reference in it sound."""
    with as_sentences(snapshot.file):
        if proof.digest_of(snapshot.file) != snapshot.sha256:
            raise Unsound(snapshot.file, _("It is not as it was written."))
    proof.prove(snapshot.file, progress)


def newest_sound(folder: Path) -> Snapshot | None:
    """The newest snapshot that can be proved."""
    for snapshot in listed(folder):
        with suppress(UserError):
            prove(snapshot)
            return snapshot
    return None


def is_due(folder: Path, at: datetime, newest_step: int) -> bool:
    """Whether the plan has changed since the newest snapshot, and that is ten minutes old or of a clock set back.

    The newest step may have been extended since, so an equal number is not the end of it. Raises UserError.
    """
    newest = _newest(folder)
    return newest is None or (not timedelta(0) <= at - newest.at < EVERY and _differs(folder, newest, newest_step))


def has_news(folder: Path, newest_step: int) -> bool:
    """Whether the plan has changed since the newest snapshot, however young that is. Raises UserError."""
    newest = _newest(folder)
    return newest is None or _differs(folder, newest, newest_step)


def thin(folder: Path, at: datetime) -> list[Path]:
    """Remove the snapshots that need not be kept any more, and say which; a copy put there by hand stays.

    The database goes first: what is left beside it if that is interrupted is taken away the next time.
    """
    place = folder / BACKUPS
    ours = [each for each in listed(folder) if named(each.file.name)]
    stay = kept([(each.file.name, each.at, each.reason) for each in ours], at)
    gone = [each.file for each in ours if each.file.name not in stay]
    with as_sentences(place):
        for file in gone:
            file.unlink(missing_ok=True)
        for lone in _lone_notes(place):
            lone.unlink(missing_ok=True)
        if place.is_dir():
            settle(place)
    return gone


@contextmanager
def _claimed(place: Path, reason: Reason, at: datetime) -> Iterator[tuple[Path, Path]]:
    """A free name, and the empty file in which it is built; nothing of that stays if it does not get its name."""
    number = 0
    while True:
        number += 1
        file = place / name_for(at, reason, number)
        part = file.with_name(f"{file.name}.part")
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            continue
        try:
            if not file.exists():
                yield part, file
                return
        finally:
            part.unlink(missing_ok=True)


def _name(part: Path, file: Path) -> None:
    part.rename(file)
    try:
        settle(file.parent)
    except OSError:
        file.unlink(missing_ok=True)  # what is said to have failed is not there either
        raise


def _proved(part: Path, meant: tuple[int, str], progress: Progress) -> Facts:
    try:
        facts = proof.prove(part, progress)
        if (facts.step, facts.state) != meant:
            raise Unsound(part, _("It does not hold what the plan held."))
    except (Unsound, Damaged) as error:
        raise UserError(
            _("No backup was made: the copy of the plan is not sound. {what}", what=error.what),
            _("The plan was left as it is. Check the plan and the disk, then try again."),
        ) from error
    return facts


def _snapshot(file: Path, lies_in: Path, facts: Facts) -> Snapshot:
    at, reason = named(file.name) or said_of(lies_in)
    return Snapshot(
        file, at, reason, facts.format, facts.step, facts.records, facts.attachments, facts.state,
        sha256=proof.digest_of(lies_in), size=lies_in.stat().st_size,
    )  # fmt: skip


def _known(file: Path) -> Snapshot | None:
    """The snapshot in a file, with what is known about it noted anew where it must; None where it cannot be read."""
    try:
        header.written_format(file)
        known = noted(file)
        if known is None:
            known = _snapshot(file, file, proof.look(file))
            _note(known)
    except (UserError, OSError):
        return None
    return known


def _newest(folder: Path) -> Snapshot | None:
    files = sorted(_files(folder), key=_newness, reverse=True)
    return next(filter(None, map(_known, files)), None)


def _differs(folder: Path, newest: Snapshot, newest_step: int) -> bool:
    return newest.step != newest_step or newest.state != _state_now(folder / PLAN)


def _erased_since(plan: Path, made: Snapshot) -> bool:
    with as_sentences(plan), closing(database.connect_beside(plan)) as db:
        found = db.execute("SELECT 1 FROM step WHERE kind = ? AND id > ?", [StepKind.ERASE.value, made.step]).fetchone()
    return found is not None


def _note(snapshot: Snapshot) -> None:
    with suppress(OSError):  # it can be made anew at any time
        note(snapshot)


def _files(folder: Path) -> list[Path]:
    place = folder / BACKUPS
    with as_sentences(place):
        return [file for file in place.iterdir() if file.suffix == ".db"] if place.exists() else []


def _newness(file: Path) -> tuple[datetime, int, str]:
    return newness((file.name, *said_of(file)))


def _sweep(place: Path, at: datetime) -> None:
    """Remove what was half written when a program died."""
    for part in place.glob("*.part"):
        with suppress(FileNotFoundError):
            if at.timestamp() - part.stat().st_mtime > _LEFT_BEHIND.total_seconds():
                part.unlink()


def _lone_notes(place: Path) -> list[Path]:
    notes = ((file, file.with_suffix(".db")) for file in place.glob("*.json"))
    return [file for file, of in notes if named(of.name) and not of.exists()]


def _state_now(plan: Path) -> str:
    with as_sentences(plan), closing(database.connect_beside(plan)) as db:
        return proof.state_of(db)[1]
