"""What the rows of an archive may hold: the columns of the history and of drafts, and an id for each record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from string import Formatter
from typing import Any

from leaderplan.domain import messages
from leaderplan.domain.messages import _
from leaderplan.domain.upgrades import FORMAT
from leaderplan.errors import UserError
from leaderplan.exchange.jsontext import json_value
from leaderplan.exchange.zipped import ANOTHER, damaged

KINDS = frozenset({"begin", "edit", "undo", "redo", "erase"})
"""What a step may be."""

_TABLE = re.compile(r"[a-z][a-z_]{0,49}", re.ASCII)
_WHOLE = 2**63
_Check = Callable[[Any], bool]


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 1_000


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def _moment(value: Any) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _label(value: Any) -> bool:
    """A message whose arguments are set in plainly: a width or an attribute in its text could do harm when shown."""
    found = _inner(value)
    try:
        message = messages.from_plain(found)
        marks = [mark for text in (message.id, message.plural) for mark in Formatter().parse(text)]
    except (ValueError, AttributeError):
        return False
    args = dict(message.args)
    if not all(isinstance(arg, (str, int, float)) for arg in args.values()):
        return False
    return not args or all(name is None or (name in args and not (form or how)) for _text, name, form, how in marks)


def _fields(value: Any) -> bool:
    return value is None or isinstance(_inner(value, halves=False), dict)


def _inner(value: Any, *, halves: bool = True) -> Any:
    """The value of a JSON text that lies in a cell; None for what is no text or no JSON."""
    with suppress(UserError):
        return json_value(value, "", halves=halves) if isinstance(value, str) else None
    return None


_COLUMNS: Mapping[str, Mapping[str, _Check]] = {
    "step": {
        "id": _number,
        "at": _moment,
        "label": _label,
        "by": _text,
        "format": lambda value: _number(value) and 1 <= value <= FORMAT,
        "kind": lambda value: isinstance(value, str) and value in KINDS,
        "of": lambda value: value is None or _number(value),
        "undone": lambda value: _number(value) and value <= 2,
    },
    "change": {
        "step": _number,
        "n": _number,
        "table": lambda value: _name(value) and bool(_TABLE.fullmatch(value)),
        "record": _name,
        "before": _fields,
        "after": _fields,
    },
    "draft": {
        "record": _text,
        "field": _text,
        "at": _moment,
        "text": lambda value: isinstance(_inner(value), str),
    },
}
"""The columns of ``store/schema.py`` without the digest, each with what it may hold."""


def row_of(line: bytes, table: str, entry: str, number: int) -> dict[str, Any]:
    """The row of line ``number`` of an entry; raises UserError for what its table cannot hold."""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise damaged(_("line {number} of {entry} is not text in UTF-8.", number=number, entry=entry)) from None
    try:
        row = json_value(text, entry, number)
        sound = isinstance(row, dict) and _is_sound(table, row)
    except UserError as error:  # a person cannot mend a place in an archive
        raise UserError(error.happened, ANOTHER) from None
    if not sound:
        raise damaged(_("line {number} of {entry} is not what it should be.", number=number, entry=entry))
    found: dict[str, Any] = row
    return found


def _is_sound(table: str, row: Mapping[str, Any]) -> bool:
    columns = _COLUMNS.get(table, {})
    if columns and row.keys() != columns.keys():
        return False
    if not columns and not _name(row.get("id")):
        return False
    return all(check(row[name]) for name, check in columns.items()) and all(map(_can_be_kept, row.values()))


def _can_be_kept(value: Any) -> bool:
    """SQLite's numbers end at 64 bits, and a plan never holds the character zero."""
    if isinstance(value, str):
        return "\x00" not in value
    return not isinstance(value, int) or -_WHOLE <= value < _WHOLE


def key_of(table: str, row: Mapping[str, Any]) -> object:
    """What no other row of the table may have."""
    match table:
        case "change":
            return row["step"] << 31 | row["n"]  # a number takes a third of the memory of a pair
        case "draft":
            return row["record"], row["field"]
        case _:
            return row["id"]
