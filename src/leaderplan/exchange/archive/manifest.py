"""The list of what is in an archive, with the size and digest of each part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from leaderplan.domain.messages import _
from leaderplan.domain.plain import moment_text
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import UserError
from leaderplan.exchange.archive.layout import LARGEST_ATTACHMENT, LARGEST_MANIFEST, MANIFEST, MOST_JSON, MOST_ROWS
from leaderplan.exchange.guard import one_line, shown
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.zipped import damaged

KIND = "leaderplan-archive"
VERSION = 1
"""The version of the archive itself; that of the rows in it is the plan's format."""


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
    try:
        found = _Manifest.model_validate(plain)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise damaged(_("{where} in its list of contents is wrong.", where=shown(where))) from None
    return Manifest(
        Head(found.plan, found.plan_format, found.written_at, one_line(found.written_by)),
        {name: Part(part.size, part.sha256, part.rows) for name, part in found.entries.items()},
        tuple(found.missing),
    )


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


def _moment(value: object) -> object:
    """A text in ISO 8601 as a moment; strict pydantic takes texts for moments only from JSON that it reads itself."""
    try:
        moment = datetime.fromisoformat(str(value))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except OverflowError:  # the first and the last day of all, in another zone
        return None


_Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_Size = Annotated[int, Field(ge=0, le=max(LARGEST_ATTACHMENT, MOST_JSON))]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]


class _Lenient(BaseModel):
    """Strict about values; other keys are passed over, so that a later version may add some."""

    model_config = ConfigDict(strict=True, frozen=True)


class _Part(_Lenient):
    size: _Size
    sha256: _Sha256
    rows: Annotated[int, Field(ge=1, le=MOST_ROWS)] | None = None


class _Manifest(_Lenient):
    plan: _Name
    plan_format: int
    written_at: Annotated[AwareDatetime, BeforeValidator(_moment)]
    written_by: _Name
    entries: dict[_Name, _Part]
    missing: list[_Sha256]
