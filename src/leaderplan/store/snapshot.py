"""A snapshot of a plan: its name, what is known about it, and the file beside it that says so."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from leaderplan.domain.plain import moment_text
from leaderplan.store.folder import write

_VERSION: Final = 1
_STAMP: Final = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"plan-(\d{8}T\d{6}Z)-([a-z]+)(?:-\d+)?\.db")
_OLDER_FORMAT = re.compile(r"plan-format-\d+-(\d{8}T\d{6}Z)-[0-9a-f]+\.db")


class Reason(StrEnum):
    """Why a snapshot was made."""

    REGULAR = "regular"
    CLOSE = "close"
    ASKED = "asked"
    UPGRADE = "upgrade"
    IMPORT = "import"
    RESTORE = "restore"
    REMOVAL = "removal"


@dataclass(frozen=True)
class Snapshot:
    """One database among the backups, as it was when this was noted.

    ``step`` is its newest step, ``records`` the number of records by table, ``attachments`` their SHA-256, ``state``
    the same in two databases that hold the same, ``sha256`` and ``size`` (bytes) those of the file. ``proved`` says
    that every row of these very bytes was read and found sound when the snapshot was taken.
    """

    file: Path
    at: datetime
    reason: Reason
    format: int
    step: int
    records: Mapping[str, int] = field(hash=False)
    attachments: frozenset[str]
    state: str
    sha256: str
    size: int
    proved: bool = field(default=False, compare=False)


def name_for(at: datetime, reason: Reason, number: int = 1) -> str:
    """What the file of a snapshot is called; the second within one second has the number 2."""
    more = f"-{number}" if number > 1 else ""
    return f"plan-{at.astimezone(UTC).strftime(_STAMP)}-{reason}{more}.db"


def named(name: str) -> tuple[datetime, Reason] | None:
    """When and why a file of this name was made; None where LeaderPlan gives no such name."""
    older, usual = _OLDER_FORMAT.fullmatch(name), _NAME.fullmatch(name)
    try:
        if older:
            return _moment(older[1]), Reason.UPGRADE
        return (_moment(usual[1]), Reason(usual[2])) if usual else None
    except ValueError:
        return None


def said_of(file: Path) -> tuple[datetime, Reason]:
    """The same; a copy that a person has put there counts as asked for when it was last written."""
    found = named(file.name)
    return found or (datetime.fromtimestamp(int(file.stat().st_mtime), UTC), Reason.ASKED)


def beside(file: Path) -> Path:
    """The file that says what is known about a snapshot."""
    return file.with_suffix(".json")


def note(snapshot: Snapshot) -> None:
    """Write it; raises OSError."""
    said = {
        "version": _VERSION,
        "at": moment_text(snapshot.at),
        "reason": snapshot.reason.value,
        "format": snapshot.format,
        "step": snapshot.step,
        "records": dict(snapshot.records),
        "attachments": sorted(snapshot.attachments),
        "state": snapshot.state,
        "sha256": snapshot.sha256,
        "size": snapshot.size,
        "proved": snapshot.proved,
    }
    write(beside(snapshot.file), json.dumps(said | {"check": _check(said)}, indent=1).encode())


def noted(file: Path) -> Snapshot | None:
    """What was noted of a snapshot; None where there is nothing, or it was changed, or the file is another by now."""
    try:
        said = json.loads(beside(file).read_bytes())
        check = said.pop("check")
        if said["version"] != _VERSION or check != _check(said):
            return None
        made = datetime.fromisoformat(said["at"])
        fits = (made, said["reason"], said["size"]) == (*said_of(file), file.stat().st_size)
        return _snapshot(file, said) if fits else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _snapshot(file: Path, said: dict[str, Any]) -> Snapshot:
    return Snapshot(
        file,
        *said_of(file),
        format=int(said["format"]),
        step=int(said["step"]),
        records={str(table): int(count) for table, count in said["records"].items()},
        attachments=frozenset(map(str, said["attachments"])),
        state=str(said["state"]),
        sha256=str(said["sha256"]),
        size=int(said["size"]),
        proved=said["proved"] is True,
    )


def _check(said: Mapping[str, Any]) -> str:
    """A flipped bit in the name of an attachment would let it be removed as one that nobody needs."""
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
