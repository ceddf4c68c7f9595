"""The list of what is in an archive, with the size and digest of each part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import UserError
from leaderplan.exchange.archive.layout import (
    LARGEST_ATTACHMENT,
    LARGEST_MANIFEST,
    MANIFEST,
    MOST_ENTRIES,
    MOST_JSON,
    MOST_ROWS,
    attachment_entry,
    attachment_of,
)
from leaderplan.exchange.guard import shown
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.zipped import damaged

KIND = "leaderplan-archive"
VERSION = 1
"""The version of the archive itself; that of the rows in it is the plan's format."""

_LONGEST = 1_000
_Many = TypeVar("_Many", dict[str, Any], list[Any])


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of an archive as a whole.

    ``plan`` is the id of the profile, which tells the archives of one plan from another's; ``plan_format`` the format
    of its rows, as in ``domain/upgrades.py``; ``written_at`` in UTC; ``written_by`` the version of the program.
    """

    plan: str
    plan_format: int
    written_at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class Part:
    """One entry: bytes when unpacked, lower-case SHA-256 of them in hex, and rows where it is a table."""

    size: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head, the parts by the names of their entries, and the digests of attachments that could not be had."""

    head: Head
    parts: Mapping[str, Part]
    missing: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all parts when unpacked."""
        return sum(part.size for part in self.parts.values())


def written(manifest: Manifest) -> bytes:
    """The manifest as it lies in the archive: JSON in UTF-8, the same for the same manifest."""
    head = manifest.head
    plain = {
        "format": KIND,
        "version": VERSION,
        "plan_format": head.plan_format,
        "written_at": moment_text(head.written_at),
        "written_by": head.written_by,
        "plan": head.plan,
        "entries": {name: _plain_part(part) for name, part in manifest.parts.items()},
        "missing": list(manifest.missing),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _plain_part(part: Part) -> dict[str, Any]:
    plain = {"size": part.size, "sha256": part.sha256}
    return plain if part.rows is None else plain | {"rows": part.rows}


def read(data: bytes) -> Manifest:
    """The manifest of an archive; raises UserError for one of a newer LeaderPlan, and for what is not a manifest."""
    plain = json_of(data, MANIFEST, LARGEST_MANIFEST)
    if not isinstance(plain, dict) or plain.get("format") != KIND:
        raise UserError(_("The file is no archive of LeaderPlan."), _("Choose a file that LeaderPlan wrote."))
    _check_age(plain)
    parts = _found(plain, "entries", dict)
    missing = _found(plain, "missing", list)
    if not all(_is_digest(sha256) for sha256 in missing):
        raise _wrong("missing")
    head = Head(
        _line(plain, "plan"), plain["plan_format"], _moment(_line(plain, "written_at")), _line(plain, "written_by")
    )
    return Manifest(head, {name: _part(name, part) for name, part in parts.items()}, tuple(missing))


def _check_age(plain: Mapping[str, Any]) -> None:
    """Say that it is too new before anything else, which a newer version may have changed, is found wrong."""
    for value, newest in ((plain.get("version"), VERSION), (plain.get("plan_format"), FORMAT)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise damaged(_("its list of contents has no version."))
        if value > newest:
            raise UserError(
                _("The archive was written by a newer LeaderPlan, {version}.",
                  version=shown(str(plain.get("written_by") or value), 20)),
                _("Install the newest LeaderPlan, then open the archive again."),
            )  # fmt: skip


def _found(plain: Mapping[str, Any], name: str, kind: type[_Many]) -> _Many:
    """A list or an object of no more values than an archive has entries."""
    value = plain.get(name)
    if not isinstance(value, kind) or len(value) > MOST_ENTRIES:
        raise _wrong(name)
    return value


def _line(plain: Mapping[str, Any], name: str) -> str:
    value = plain.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST:
        raise _wrong(name)
    return value


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):  # the first and the last day of all overflow in another zone
        pass
    raise _wrong("written_at")


def _part(name: str, plain: Any) -> Part:
    if not isinstance(plain, dict) or not _is_digest(plain.get("sha256")):
        raise _wrong(name)
    rows = plain.get("rows")
    if rows is not None:
        rows = _count(name, rows, 1, MOST_ROWS)
    return Part(_count(name, plain.get("size"), 0, max(LARGEST_ATTACHMENT, MOST_JSON)), plain["sha256"], rows)


def _is_digest(value: Any) -> bool:
    return isinstance(value, str) and attachment_of(attachment_entry(value)) is not None


def _count(name: str, value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _wrong(name)
    return value


def _wrong(name: str) -> UserError:
    return damaged(_("{name} in its list of contents is wrong.", name=shown(name)))
