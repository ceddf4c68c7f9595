"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store.failures import as_sentences_about
from leaderplan.store.folder import settle


@contextmanager
def named(target: Path) -> Iterator[Path]:
    """A name beside the target, which takes the target's when the block ends well; raises UserError where it cannot."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    with as_sentences_about(target):
        try:
            yield part
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        settle(target.parent)


@contextmanager
def staged(files: Mapping[Path, bytes]) -> Iterator[Callable[[], list[Path]]]:
    """Write files under names beside their own, all of them or none; raises UserError where one cannot be written.

    What is yielded gives them their own names and says which it could not; what has none at the end of the block goes.
    """
    parts = {target: target.with_name(f"{target.name}.{secrets.token_hex(4)}.part") for target in files}

    def place() -> list[Path]:
        failed = []
        for target, part in parts.items():
            try:
                part.replace(target)
                settle(target.parent)
            except OSError:
                failed.append(target)
        return failed

    try:
        for target, part in parts.items():
            with as_sentences_about(target):
                write_through(part, files[target])
        yield place
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def write_through(part: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a new file and wait until the disk has it; ``mode`` says who may read it, before the person's own umask."""
    with open(part, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def demand_elsewhere(folder: Path, target: Path) -> None:
    """Raise UserError unless ``target`` may become a file outside of the folder of a plan."""
    if folder.resolve() in target.resolve().parents:
        raise UserError(
            _("{file} would lie in the folder of the plan itself.", file=str(target)),
            _("Choose a place outside of it, best on another disk or in a folder that is copied."),
        )
    demand_place(target)


def demand_place(target: Path) -> None:
    """Raise UserError unless ``target`` may become a file."""
    if target.is_dir():
        raise UserError(_("{file} is a folder.", file=str(target)), _("Give the name of a file in it."))
    if not target.absolute().parent.is_dir():
        raise UserError(_("There is no folder {folder}.", folder=str(target.parent)), _("Make it, or choose another."))
