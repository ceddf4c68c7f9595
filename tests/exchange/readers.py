"""What tests of readers share: a small plan, and ids that count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from typing import Any

from leaderplan.domain.changes import Imported
from leaderplan.domain.fields import Record
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Person, Post, Profile
from leaderplan.exchange.importer import NO_MAPPING, Read

TODAY = date(2026, 3, 12)

ME = Profile(id="0198c000-0000-7000-8000-0000000000a1", name="Sam Morgan")
ANN = Person(id="0198c000-0000-7000-8000-0000000000a2", name="Ann Price")
POST = Post(id="0198c000-0000-7000-8000-0000000000a3", title="Head of IT", organisation="Bryn Council")
PLAN = Plan.of([ME, ANN, POST])


def counting() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"0198c000-0000-7000-8000-{next(numbers):012x}"


def taken(
    read: Read, data: bytes | str, plan: Plan = PLAN, mapping: Mapping[str, str] = NO_MAPPING, **options: Any
) -> Imported:
    raw = data.encode() if isinstance(data, str) else data
    name = options.pop("name", "file")
    new_id = options.pop("new_id", None) or counting()
    return read(raw, name, plan, today=TODAY, new_id=new_id, mapping=mapping, **options)


def added(imported: Imported, table: str) -> list[Any]:
    return [change.after for change in imported.edit if change.table == table and change.before is None]


def only(imported: Imported, table: str) -> Any:
    (record,) = added(imported, table)
    return record


def notes(imported: Imported) -> str:
    return "\n".join(map(str, imported.notes))


def like(record: Record) -> dict[str, Any]:
    """The fields that say something, without the id."""
    empty = type(record)(id="")
    return {
        name: value
        for name in record.__dataclass_fields__
        if name != "id" and (value := getattr(record, name)) != getattr(empty, name)
    }
