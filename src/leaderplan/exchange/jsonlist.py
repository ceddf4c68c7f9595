"""A list in JSON: in brackets, or one value a line (JSON Lines), or a single object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import LARGEST_FILE, lines_of, shown
from leaderplan.exchange.jsontext import json_of, json_value

MOST_ROWS = 100_000
"""Records in one file."""


@dataclass(frozen=True, slots=True)
class Item:
    """One value of the list; ``line`` is where it begins where values stand one a line, else 0."""

    value: Any
    index: int
    line: int = 0

    def path(self, name: str = "") -> str | Message:
        """The place of a field in the file, ``[3].ended`` or ``line 4, ended``; or of the whole value."""
        if not self.line:
            return f"[{self.index}].{name}" if name else f"[{self.index}]"
        return _("line {line}, {field}", line=self.line, field=name) if name else _("line {line}", line=self.line)


def items_of(data: bytes, name: str) -> Iterator[Item]:
    """The values of the list in order; raises UserError for what is no JSON, and for too many of them."""
    if _is_in_lines(data, name):
        check_count(sum(1 for line in lines_of(data, name) if not line.isspace()), name)
        return _in_lines(data, name)
    value = json_of(data, name)
    values = value if isinstance(value, list) else [value]
    check_count(len(values), name)
    return (Item(each, index) for index, each in enumerate(values))


def check_count(count: int, name: str) -> None:
    """Raise UserError for more records than one file may hold."""
    if count > MOST_ROWS:
        raise UserError(
            _("{name} holds more than {most} records.", name=shown(name), most=MOST_ROWS),
            _("Split it into smaller files."),
        )


def _is_in_lines(data: bytes, name: str) -> bool:
    """A first line that is a whole object; brackets around everything, or an object over several lines, are not."""
    if len(data) > LARGEST_FILE or not data:
        return False
    if data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"["):
        return False
    first = next((line for line in lines_of(data, name) if line.strip()), "")
    return first.strip().startswith("{") and first.strip().endswith("}") and _is_json(first)


def _is_json(line: str) -> bool:
    try:
        json_value(line, "")
    except UserError:
        return False
    return True


def _in_lines(data: bytes, name: str) -> Iterator[Item]:
    index = 0
    for number, line in enumerate(lines_of(data, name), 1):
        if line.strip():
            yield Item(json_value(line, name, number), index, number)
            index += 1
