"""Writes a finished file whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from leaderplan.domain.messages import _
from leaderplan.errors import UserError


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` beside its place first, then move it there. Raises UserError where that cannot be done."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):  # on a disk that may only be read even taking away what is not there fails
            part.unlink(missing_ok=True)
        raise UserError(
            _("{file} cannot be written ({reason}).", file=str(path), reason=error.strerror or ""),
            _("Choose a folder that you may write to, with room on its disk."),
        ) from None
