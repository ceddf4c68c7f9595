"""A review file: a frozen part of a plan in one ZIP file, written whole and read whole."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from leaderplan.domain import checks
from leaderplan.domain.cleaning import clean
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plain import WrongValue, from_plain, to_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, RECORDS, Profile
from leaderplan.domain.upgrades import upgraded
from leaderplan.errors import UserError
from leaderplan.exchange.archive.layout import attachment_entry, attachment_of
from leaderplan.exchange.jsontext import json_of
from leaderplan.exchange.review import manifest
from leaderplan.exchange.review.layout import (
    HIGHEST_RATIO,
    LARGEST_JSON,
    LARGEST_PACKED,
    LARGEST_UNPACKED,
    MANIFEST,
    MOST_ENTRIES,
    PLAN,
)
from leaderplan.exchange.review.manifest import Head, Part
from leaderplan.exchange.zipped import Zipped, damaged, new_entry

NOTHING_SEEN = "…"
"""What stands for a text of which nothing can be seen."""

_SMALL = 1_000_000
_LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class Review:
    """What was sent: the share, the part of the plan, and the bytes of files by their SHA-256."""

    head: Head
    plan: Plan
    files: Mapping[str, bytes]


def write(head: Head, plan: Plan, read_file: Callable[[Attachment], bytes]) -> bytes:
    """The review file of ``plan``, a part that may leave, with the files that it names; the same for the same share.

    Raises UserError beyond a limit, and what ``read_file`` raises.
    """
    entries = {PLAN: _json_of_plan(plan)}
    for each in attachments_of(plan):
        entries.setdefault(attachment_entry(each.sha256), read_file(each))
    if len(entries) > MOST_ENTRIES - 1 or sum(map(len, entries.values())) > LARGEST_UNPACKED:
        raise _too_large()
    parts = {name: Part(len(data), hashlib.sha256(data).hexdigest()) for name, data in entries.items()}
    made = io.BytesIO()
    with ZipFile(made, "w") as packed:
        for name, data in {MANIFEST: manifest.written(head, parts), **entries}.items():
            packed.writestr(new_entry(name, ZIP_STORED if attachment_of(name) else ZIP_DEFLATED), data)
    if made.tell() > LARGEST_PACKED or len(entries[PLAN]) > LARGEST_JSON:
        raise _too_large()
    read(io.BytesIO(made.getvalue()))  # what we write we can read
    return made.getvalue()


def attachments_of(plan: Plan) -> Iterable[Attachment]:
    """The files that a plan names, in the order of their digests."""
    named = {
        value.sha256: value
        for record in plan
        for name, spec in specs(type(record)).items()
        if spec.kind is Kind.ATTACHMENT and (value := getattr(record, name))
    }
    return [named[sha256] for sha256 in sorted(named)]


def _json_of_plan(plan: Plan) -> bytes:
    tables = {kind.table: sorted(plan.of_table(kind.table), key=lambda record: record.id) for kind in RECORDS}
    filled = {table: list(map(plain_record, records)) for table, records in tables.items() if records}
    return json.dumps(filled, ensure_ascii=False, indent=1, allow_nan=False).encode()


def plain_record(record: Record) -> dict[str, Any]:
    """A record as it lies in the file: what is empty says nothing, and a field that may not leave is not even named."""
    return {name: value for name, value in to_plain(record).items() if value is not None and value is not False}


def read(file: BinaryIO) -> Review:
    """The review in an open, seekable file that is not sealed.

    Raises UserError for what is none, was written by a newer LeaderPlan, is damaged, or larger than allowed.
    """
    if file.seek(0, io.SEEK_END) > LARGEST_PACKED:
        raise UserError(
            _("The file is larger than {most} MB.", most=LARGEST_PACKED // 1_000_000), _("Ask for a smaller one.")
        )
    with Zipped(file, MOST_ENTRIES) as found:
        if MANIFEST not in found.entries:
            raise UserError(_("The file is no review file of LeaderPlan."), _("Choose the file that you were sent."))
        head, parts = manifest.read(found.read(MANIFEST, LARGEST_JSON))
        _check_entries(found, parts)
        data = {name: _entry(found, name, part) for name, part in parts.items()}
    plan = _plan(json_of(data.pop(PLAN), PLAN, LARGEST_JSON), head)
    files = {sha256: held for name, held in data.items() if (sha256 := attachment_of(name))}
    _check_files(plan, files)
    return Review(head, plan, files)


def _check_files(plan: Plan, files: Mapping[str, bytes]) -> None:
    """Every file is one that a record names, by a bare name, and all that they name are there."""
    named = {each.sha256: each for each in attachments_of(plan)}
    sizes = {sha256: len(held) for sha256, held in files.items()}
    if sizes != {sha256: each.size for sha256, each in named.items()}:
        raise damaged(_("its files are not those that its records name."))
    if any(set("/\\") & set(each.name) for each in named.values()):
        raise damaged(_("a file in it has a name that no file has."))


def _check_entries(found: Zipped, parts: Mapping[str, Part]) -> None:
    if found.entries.keys() != {MANIFEST, *parts} or PLAN not in parts:
        raise damaged(_("its parts are not those that it lists."))
    for name, part in parts.items():
        entry = found.entries[name]
        if name != PLAN and attachment_of(name) != part.sha256:
            raise damaged(_("{name} is nothing that a review file holds.", name=clean(name)[:60]))
        if entry.file_size != part.size:
            raise damaged(_("{name} has two sizes.", name=name))
        if part.size > _SMALL and part.size > HIGHEST_RATIO * entry.compress_size:
            raise damaged(_("{name} is packed more tightly than any text.", name=name))
    if sum(part.size for part in parts.values()) > LARGEST_UNPACKED or parts[PLAN].size > LARGEST_JSON:
        raise UserError(
            _("The review file holds more than {most} MB.", most=LARGEST_UNPACKED // 1_000_000),
            _("Ask for a smaller one."),
        )


def _entry(found: Zipped, name: str, part: Part) -> bytes:
    data = found.read(name, LARGEST_UNPACKED)
    if len(data) != part.size or hashlib.sha256(data).hexdigest() != part.sha256:
        raise damaged(_("{name} is not what was written.", name=name))
    return data


def _plan(tables: Any, head: Head) -> Plan:
    """The records, grown up to today's format, with nothing that no plan holds."""
    if not isinstance(tables, dict) or not all(_are_rows(rows) for rows in tables.values()):
        raise manifest.wrong(PLAN)
    records = [_record(table, row) for table, rows in upgraded(tables, head.plan_format).items() for row in rows]
    plan = Plan.of(records)
    if len(plan) != len(records) or len({record.id for record in plan}) != len(records):
        raise damaged(_("a record comes twice."))
    if [profile.id for profile in plan.all(Profile)] != [head.plan]:
        raise damaged(_("it is about nobody, or about another plan."))
    wrong = checks.dangling(plan) or [found for record in plan for found in checks.problems(plan, record)]
    if wrong:
        raise damaged(wrong[0].message)
    return plan


def _are_rows(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows)


def _record(table: str, row: Mapping[str, Any]) -> Record:
    """One record with its texts cleaned; fields that may not leave, or that nobody knows, are passed over."""
    kind = BY_TABLE.get(table)
    id = clean(row["id"])
    if kind is None or not 0 < len(id) <= _LONGEST_ID:
        raise damaged(_("it holds records of a kind that there is not."))
    known = specs(kind)
    plain = {name: _cleaned(known[name], row[name]) for name in known if known[name].shared and name in row}
    try:
        return from_plain(kind, {**plain, "id": id})
    except (WrongValue, ValueError, TypeError, KeyError):
        raise damaged(_("a record of {table} is not what it should be.", table=kind.many)) from None


def _cleaned(spec: Spec, value: Any) -> Any:
    """A value with the texts in it cleaned. What had only unseen characters is shown to be something."""
    if isinstance(value, str):
        text = clean(value).replace("\n", "\n" if spec.kind is Kind.PROSE else " ")
        return text or (value and NOTHING_SEEN)
    if isinstance(value, dict):
        return {name: _cleaned(spec, item) for name, item in value.items()}
    return [_cleaned(spec, item) for item in value] if isinstance(value, list) else value


def _too_large() -> UserError:
    return UserError(
        _("A review file holds at most {packed} MB, packed, and {entries} files.",
          packed=LARGEST_PACKED // 1_000_000, entries=MOST_ENTRIES - 2),
        _("Send fewer records, or leave the larger files out."),
    )  # fmt: skip
