"""Archives: joins the file format with the store, for the commands, the window and the second place alike."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from leaderplan import __version__
from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.exchange import archive, sealed
from leaderplan.exchange.archive import Archive, Head
from leaderplan.exchange.archive.layout import ENTRY_OF
from leaderplan.exchange.sealed import Key
from leaderplan.store import backups, contents, copying, restoring
from leaderplan.store.attachments import Attachments
from leaderplan.store.contents import Contents
from leaderplan.store.failures import as_sentences, as_sentences_about
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, WORKSHOP, make_folder, settle, sweep_workshops
from leaderplan.store.rows import Progress
from leaderplan.upkeep.writing import demand_elsewhere, named


@dataclass(frozen=True, slots=True)
class Saved:
    """An archive that was written and read back: ``missing`` attachments could not be put into it."""

    file: Path
    size: int
    records: int
    missing: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an archive says of itself before it is restored."""

    plan: str
    written_at: datetime
    written_by: str
    records: int
    attachments: int


def is_archive(file: Path) -> bool:
    """Whether a file is an archive, sealed or not, or by its name was meant to be one."""
    try:
        with file.open("rb") as stream:
            if stream.read(4) != b"PK\x03\x04":
                return False
            if file.suffix.lower() == archive.SUFFIX:
                return True
            sealed.sealed_key(stream)
            return True
    except (OSError, UserError):
        return False


def save(folder: Path, target: Path, key: Key | None, at: datetime, progress: Progress | None = None) -> Saved:
    """Write the plan in ``folder`` as an archive, sealed where there is a key, and read it back before it has its name.

    Others may go on writing to the plan. Raises UserError; then there is no file, or the one that was there before.
    """
    demand_elsewhere(folder, target)
    with _workshop(folder) as place:
        copy = place / PLAN
        with as_sentences(folder / PLAN):
            copy.touch(0o600)
            copying.copy(folder / PLAN, copy, _part(progress, 0, 10))
        held = contents.of(copy, folder / PLAN)
        plain = place / "plain.zip"
        files = _attachments(held, Attachments(folder / ATTACHMENTS))
        with as_sentences_about(plain), plain.open("xb") as stream:
            made = archive.write(stream, _head(held, at), held.tables, files, _part(progress, 10, 50))
        with named(target) as part:
            with plain.open("rb") as source, part.open("xb") as out:
                if key is None:
                    for piece in iter(lambda: source.read(1 << 20), b""):
                        out.write(piece)
                else:
                    sealed.seal(source, out, key, _part(progress, 50, 70))
                out.flush()
                os.fsync(out.fileno())
            _prove(part, place, held, key, _part(progress, 70, 100))
            size = part.stat().st_size
    return Saved(target, size, len(contents.records(held)), len(made.missing))


def sealed_with(file: Path) -> bytes | None:
    """The locked key of a sealed archive, None of one that is not sealed; raises UserError for any other file."""
    with as_sentences_about(file), file.open("rb") as stream:
        return sealed.sealed_key(stream)


def look(file: Path, key: Key | None) -> Found:
    """What is in an archive; raises UserError where it cannot be opened."""
    with _opened(file, key) as found:
        head, parts = found.manifest.head, found.manifest.parts
        records = sum(part.rows or 0 for name, part in parts.items() if name.startswith("records/"))
        return Found(head.plan, head.written_at, head.written_by, records, len(found.attachments()))


def restore(folder: Path, file: Path, key: Key | None, at: datetime, progress: Progress | None = None) -> Path | None:
    """Make what an archive holds the plan in ``folder``; where the plan before was set aside, None if there was none.

    Raises UserError; then the plan is as it was.
    """
    with as_sentences(folder):
        make_folder(folder)
    with _workshop(folder) as place, _opened(file, key, _part(progress, 0, 30), place) as found:
        held = _held(found)
        _bring_attachments(found, Attachments(folder / ATTACHMENTS), place, _part(progress, 30, 60))
        before = _whose(folder)
        aside = restoring.restore_contents(folder, held, file, at, _part(progress, 60, 100))
        with suppress(OSError):  # the plan is restored, whatever becomes of the backups
            if aside is not None and before not in (None, found.manifest.head.plan) and (folder / BACKUPS).exists():
                (folder / BACKUPS).rename(aside / BACKUPS)  # they are of the other plan
                settle(aside)
            make_folder(folder / BACKUPS)
    return aside


def _head(held: Contents, at: datetime) -> Head:
    profile = next(iter(held.tables.get(Profile.table, ())))
    return Head(profile["id"], held.format, at, __version__)


def _attachments(held: Contents, kept: Attachments) -> Iterator[tuple[Attachment, Path | None]]:
    """Every file that a record refers to, or did in its history, by its digest."""
    for found in contents.attachments(held):
        path = kept.path(found)
        yield found, path


def _held(found: Archive) -> Contents:
    tables = {table: list(found.rows(table)) for table in ENTRY_OF}
    beside = {"step", "change", "draft"}
    if not tables["step"]:
        raise UserError(_("The archive holds no history, so it is not whole."), _("Choose another one."))
    return Contents(
        found.manifest.head.plan_format, {name: rows for name, rows in tables.items() if rows or name in beside}
    )


def _bring_attachments(found: Archive, kept: Attachments, place: Path, progress: Progress) -> None:
    """Add the files to those of the plan, each under its digest: whoever has it already, has the same bytes."""
    files = found.attachments()
    done, of_all = 0, sum(size for _sha256, size in files)
    for sha256, size in files:
        attachment = Attachment(sha256, "", size)
        if not kept.is_sound(attachment):
            incoming = place / sha256
            with as_sentences_about(incoming):
                with incoming.open("xb") as target:
                    found.copy_attachment(sha256, target)
                kept.keep_file(incoming)
                incoming.unlink()
        done += size
        progress(done, of_all)


def _whose(folder: Path) -> str | None:
    """The id of the plan in a folder; of one that cannot be read, that of its newest backup."""
    known = contents.profile_in(folder / PLAN) if (folder / PLAN).exists() else None
    kept = (contents.profile_in(each.file) for each in backups.listed(folder))
    return known or next(filter(None, kept), None)


def _prove(file: Path, place: Path, meant: Contents, key: Key | None, progress: Progress) -> None:
    """Open what was written and read it to the end; raises UserError unless it holds the plan, row by row."""
    with _opened(file, key, place=place) as found:
        found.prove(progress)
        for table, rows in meant.tables.items():
            if any(one != other for one, other in _pairs(found.rows(table), rows)):
                raise UserError(
                    _("The archive does not hold what the plan holds, so it was not kept."),
                    _("The plan was left as it is. Check the disk, then try again."),
                )


def _pairs(ones: Iterable[object], others: Iterable[object]) -> Iterator[tuple[object, object]]:
    ones, others = iter(ones), iter(others)
    nothing = object()
    for one in ones:
        yield one, next(others, nothing)
    yield from ((nothing, other) for other in others)


@contextmanager
def _opened(
    file: Path, key: Key | None, progress: Progress | None = None, place: Path | None = None
) -> Iterator[Archive]:
    """An archive, unsealed into a folder of its own where it is sealed."""
    with ExitStack() as until_done:
        with as_sentences_about(file):
            stream: BinaryIO = until_done.enter_context(file.open("rb"))
            if key is not None:
                place = place or until_done.enter_context(_workshop())
                plain = until_done.enter_context((place / f"{secrets.token_hex(4)}.zip").open("x+b"))
                sealed.open_sealed(stream, plain, key, progress)
                stream = plain
        yield until_done.enter_context(closing(Archive(stream)))


@contextmanager
def _workshop(folder: Path | None = None) -> Iterator[Path]:
    """A folder for this account only, in that of the plan or of the system, where a plan lies open for a moment."""
    with as_sentences_about(folder or Path(tempfile.gettempdir())):
        if folder is not None:
            sweep_workshops(folder)
        place = tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=folder, ignore_cleanup_errors=True)
    with place as name:
        yield Path(name)


def _part(progress: Progress | None, start: int, end: int) -> Progress:
    """Progress of a part of the work, told as that of the whole in per cent."""

    def tell(done: int, of_all: int) -> None:
        if progress:
            progress(start + (end - start) * min(done, of_all) // max(of_all, 1), 100)

    return tell
