"""Between records and what JSON or a row of SQLite can hold.

Plain: ``None`` for empty, ISO 8601 for dates and moments, ids for references, a list for several, an object for
shares and attachments. Row: the same, with lists and objects as compact JSON text and flags as 0 or 1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, empty, specs

R = TypeVar("R", bound=Record)
Row = dict[str, "str | int | float | None"]

YEARS = range(2, 9_999)
"""Of a moment: the first and the last of all lie in no year in some time zones."""

_MANY = {Kind.CHOICES, Kind.TAGS, Kind.REFERENCES}
_STRUCTURED = _MANY | {Kind.SHARE, Kind.ATTACHMENT}
_TEXTS = {Kind.TEXT, Kind.PROSE, Kind.ADDRESS, Kind.REFERENCE}


class WrongValue(ValueError):
    """A plain value that its field cannot hold; the text says what the field wants."""


def moment_text(value: datetime) -> str:
    """An instant as ISO 8601 in UTC with microseconds, ending in Z: sorts as text."""
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def value_to_plain(spec: Spec, value: Any) -> Any:
    """The plain form of one field's value."""
    if value == empty(spec.kind) and spec.kind is not Kind.FLAG:
        return None
    match spec.kind:
        case Kind.DATE | Kind.CHOICE:
            return str(value)
        case Kind.MOMENT:
            return moment_text(value)
        case Kind.SHARE:
            return {part.value: percent for part, percent in zip(spec.choices or (), value, strict=True)}
        case Kind.ATTACHMENT:
            return asdict(value)
        case _:
            return [str(item) for item in value] if spec.kind in _MANY else value


def value_from_plain(spec: Spec, plain: Any) -> Any:
    """The value of a field from its plain form; raises :class:`WrongValue` for what it cannot hold."""
    if plain is None or plain == "":
        return empty(spec.kind)
    reader = _READERS.get(spec.kind)
    if reader:
        return reader(spec, plain)
    if not isinstance(plain, str):
        raise WrongValue("text")
    return plain


def _date(_spec: Spec, plain: Any) -> PartialDate:
    try:
        return PartialDate.parse(plain)
    except (TypeError, ValueError):
        raise WrongValue("YYYY, YYYY-MM or YYYY-MM-DD") from None


def _moment(_spec: Spec, plain: Any) -> datetime:
    try:
        value = datetime.fromisoformat(plain)
    except (TypeError, ValueError):
        raise WrongValue("a moment such as 2026-03-12T09:30:00Z") from None
    if value.tzinfo is None:
        raise WrongValue("a moment with its time zone")
    if value.year not in YEARS:
        raise WrongValue("a moment that every clock can show")
    return value.astimezone(UTC)


def _whole(spec: Spec, plain: Any) -> int:
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or plain != plain or plain != int(plain):
        raise WrongValue("a whole number")
    return int(plain)


def _number(spec: Spec, plain: Any) -> float:
    if isinstance(plain, bool) or not isinstance(plain, (int, float)) or abs(plain) >= 1e15 or plain != plain:
        raise WrongValue("a number")
    return _whole(spec, plain) if spec.whole else float(plain)


def _share(spec: Spec, plain: Any) -> tuple[int, ...]:
    parts = [part.value for part in spec.choices or ()]
    if not isinstance(plain, Mapping) or set(plain) - set(parts):
        raise WrongValue("percentages for " + ", ".join(parts))
    return tuple(_whole(spec, plain.get(part, 0)) for part in parts)


def _choice(spec: Spec, plain: Any) -> Any:
    assert spec.choices is not None
    try:
        return spec.choices(plain)
    except ValueError:
        raise WrongValue("one of " + ", ".join(member.value for member in spec.choices)) from None


def _many(spec: Spec, plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, (list, tuple)) or not all(isinstance(item, str) for item in plain):
        raise WrongValue("a list of texts")
    items = (_choice(spec, item) for item in plain) if spec.kind is Kind.CHOICES else plain
    return tuple(dict.fromkeys(items))


def _flag(_spec: Spec, plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise WrongValue("true or false")
    return plain


def _attachment(_spec: Spec, plain: Any) -> Attachment:
    try:
        found = Attachment(**plain)
        int(found.sha256, 16)
    except (TypeError, ValueError):
        raise WrongValue("an object with sha256, name and size") from None
    sized = isinstance(found.size, int) and not isinstance(found.size, bool) and found.size >= 0
    if len(found.sha256) != 64 or found.sha256 != found.sha256.lower() or not sized or not isinstance(found.name, str):
        raise WrongValue("an object with sha256, name and size")
    return found


_READERS: Mapping[Kind, Callable[[Spec, Any], Any]] = {
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.LEVEL: _whole,
    Kind.NUMBER: _number,
    Kind.SHARE: _share,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _many,
    Kind.TAGS: _many,
    Kind.REFERENCES: _many,
    Kind.FLAG: _flag,
    Kind.ATTACHMENT: _attachment,
}


def to_plain(record: Record) -> dict[str, Any]:
    """The record as an object of its fields, with ``id`` first."""
    fields = specs(type(record))
    return {"id": record.id} | {name: value_to_plain(spec, getattr(record, name)) for name, spec in fields.items()}


def from_plain(record_type: type[R], plain: Mapping[str, Any]) -> R:
    """The record of a plain object; unknown keys are left out, wrong values raise :class:`WrongValue`."""
    fields = specs(record_type)
    return record_type(
        id=plain["id"], **{name: value_from_plain(fields[name], plain[name]) for name in fields if name in plain}
    )


def dumps(plain: object) -> str:
    """Compact JSON with sorted keys: the same value is always the same text."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def to_row(record: Record) -> Row:
    """The record as one row."""
    return row_of(type(record), to_plain(record))


def row_of(record_type: type[Record], plain: Mapping[str, Any]) -> Row:
    """A plain object, whole or partial, as column values."""
    fields = specs(record_type)
    return {
        name: dumps(value) if value is not None and name in fields and fields[name].kind in _STRUCTURED
        else int(value) if isinstance(value, bool) else value
        for name, value in plain.items()
    }  # fmt: skip


def plain_of(record_type: type[Record], row: Mapping[str, Any]) -> dict[str, Any]:
    """Column values, whole or partial, as a plain object; columns without a field are kept as they are."""
    fields = specs(record_type)
    return {name: _plain_cell(fields.get(name), value) for name, value in row.items()}


def _plain_cell(spec: Spec | None, value: Any) -> Any:
    if spec is None or value is None:
        return value
    if spec.kind in _STRUCTURED:
        return json.loads(value)
    return bool(value) if spec.kind is Kind.FLAG else value


def from_row(record_type: type[R], row: Mapping[str, Any]) -> R:
    """The record of a row that :func:`to_row` wrote."""
    values: dict[str, Any] = {"id": row["id"]}
    for name, read in _decoders(record_type):  # type: ignore[arg-type]  # as in specs()
        cell = row[name]
        if cell is not None:
            values[name] = read(cell) if read else cell
    return record_type(**values)


@cache
def _decoders(record_type: type[Record]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """For each field the way from a cell to its value; None where the cell is the value (most fields, so it pays)."""
    return tuple((name, _decoder(spec)) for name, spec in specs(record_type).items())


def _decoder(spec: Spec) -> Callable[[Any], Any] | None:
    if spec.kind in _TEXTS:
        return None
    if spec.kind is Kind.FLAG:
        return bool
    if spec.kind in _STRUCTURED:
        return lambda cell: value_from_plain(spec, json.loads(cell))
    return lambda cell: value_from_plain(spec, cell)
