"""The sample plan: records written as TOML with short names and days counted from today, read into a whole plan.

`samples/index.toml` names the framework and the parts, in order. A part holds tables of records by a short name, in
the plain shape of `leaderplan.domain.plain`, with these liberties:

- a reference is the short name of a record of this sample (`service/rent` where two tables have the name), the code
  of a competency, or the rank of a level;
- a date counts from today: `today-3d` is a day, `today-5m` a month, `today-2y` a year, `year-2-05` the May two calendar
  years ago, `year-2` that year; inside a text the same stands in braces and is written out;
- records that hang on another stand within it, as `measure = [...]` within an achievement;
- a moment is such a date with the hour in UTC, `today-3d 18:20`;
- an attachment is the name of a file in `samples/files/`;
- `as_sent` within a round says what was sent (`leaderplan.exchange.samplerounds`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from leaderplan.domain.changes import Blobs, Imported
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.fields import Kind, Record, Spec, specs
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.plain import from_plain
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Competency, Level, Round
from leaderplan.exchange.framework import read_framework
from leaderplan.exchange.samplerounds import AsSent, told

Read = Callable[[str], bytes]
"""The bytes of a shipped file by its name below resources/."""

_RELATIVE = re.compile(r"today([+-]\d+)([dmy])|year([+-]\d+)(?:-(\d\d))?", re.ASCII)
_ANY = Spec(_("Record"), Kind.REFERENCE)
_IN_TEXT = re.compile(r"\{((?:today|year)[^{}]*)\}")


def sample(read: Read, today: date, blobs: Blobs) -> Imported:
    """The whole sample plan as of ``today``; the same for the same day. Its files are handed to ``blobs``."""
    index = tomllib.loads(read("samples/index.toml").decode())
    shipped = read_framework(read(f"frameworks/{index['framework']}.json"))
    parts = [tomllib.loads(read(f"samples/{part}.toml").decode()) for part in index["parts"]]
    asked = {name: values.pop("as_sent") for part in parts for name, values in part.get(Round.table, {}).items()}
    entries = [entry for part in parts for entry in _entries(part)]
    gone = {name: tuple(_entries(sent.get("gone", {}))) for name, sent in asked.items()}
    names = _names(shipped, [*entries, *(entry for lost in gone.values() for entry in lost)])
    reader = _Reader(names, today, lambda name: (read(f"samples/files/{name}"), name), blobs)
    plan = Plan.of((*shipped, *map(reader.record, entries)))
    sent = [reader.as_sent(plan, name, values, gone[name]) for name, values in asked.items()]
    return Imported(add(*told(plan, sent, blobs), label=_("Fill the plan with a sample")))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One record as it is written."""

    table: str
    name: str
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(uuid5(NAMESPACE_URL, f"leaderplan:sample/{self.table}/{self.name}"))


def _entries(part: Mapping[str, Any]) -> Iterator[_Entry]:
    for table, named in part.items():
        for name, values in named.items():
            yield from _with_hanging(table, name, values)


def _with_hanging(table: str, name: str, values: Mapping[str, Any]) -> Iterator[_Entry]:
    """The record, then those written within it, each told on what it hangs."""
    own = specs(BY_TABLE[table])
    yield _Entry(
        table, name, {field: value for field, value in values.items() if field in own or field not in BY_TABLE}
    )
    for hanging, rows in values.items():
        if hanging not in own and hanging in BY_TABLE:
            upon = _reference_to(table, BY_TABLE[hanging])
            for number, row in enumerate(rows, 1):
                yield from _with_hanging(hanging, f"{name}/{row.get('id', number)}", {upon: name, **row})


def _reference_to(table: str, record_type: type[Record]) -> str:
    return next(name for name, spec in specs(record_type).items() if spec.required and table in spec.refers_to)


def _names(shipped: Iterable[Record], entries: Iterable[_Entry]) -> dict[tuple[str, str], str]:
    """Ids by table and short name."""
    names = {(entry.table, entry.name): entry.id for entry in entries}
    for record in shipped:
        if isinstance(record, (Competency, Level)):
            names[record.table, record.code if isinstance(record, Competency) else str(record.rank)] = record.id
        else:
            names.setdefault((record.table, record.table), record.id)
    return names


@dataclass(frozen=True, slots=True)
class _Reader:
    names: Mapping[tuple[str, str], str]
    today: date
    file: Callable[[str], tuple[bytes, str]]
    blobs: Blobs

    def record(self, entry: _Entry) -> Record:
        """The record; raises KeyError for a field or a name that there is not, which is a fault of the sample."""
        record_type = BY_TABLE[entry.table]
        fields = specs(record_type)
        values = {name: self._value(fields[name], value) for name, value in entry.values.items() if name != "id"}
        return from_plain(record_type, {"id": entry.id, **values})

    def as_sent(self, plan: Plan, name: str, values: Mapping[str, Any], gone: Iterable[_Entry]) -> AsSent:
        """What was sent in the round of this name."""
        return AsSent(
            round=self.names[Round.table, name],
            records=frozenset(self._id(_ANY, each) for each in values["records"]),
            before=tuple(self._before(plan, texts) for texts in values.get("before", ())),
            gone=tuple(map(self.record, gone)),
            came_on=relative(values["came_on"], self.today) if "came_on" in values else None,
        )

    def _before(self, plan: Plan, texts: Mapping[str, str]) -> Record:
        """A record as it was, with some of its texts as they were."""
        record = plan.find(self._id(_ANY, texts["record"]))
        assert record
        own = specs(type(record))
        return replace(record, **{name: self._value(own[name], text) for name, text in texts.items() if name in own})

    def _value(self, spec: Spec, value: Any) -> Any:
        match spec.kind:
            case Kind.DATE:
                return str(relative(value, self.today))
            case Kind.MOMENT:
                day, _space, hour = value.partition(" ")
                return f"{relative(day, self.today)}T{hour}:00Z"
            case Kind.REFERENCE:
                return self._id(spec, str(value))
            case Kind.REFERENCES:
                return [self._id(spec, name) for name in value]
            case Kind.ATTACHMENT:
                kept = self.blobs.keep(*self.file(value))
                return {"sha256": kept.sha256, "name": kept.name, "size": kept.size}
            case Kind.TEXT | Kind.PROSE:
                return _IN_TEXT.sub(self._written_out, value)
        return value

    def _written_out(self, found: re.Match[str]) -> str:
        return ENGLISH.day(relative(found[1], self.today), long=True)

    def _id(self, spec: Spec, name: str) -> str:
        table, slash, rest = name.partition("/")
        if slash and (table, rest) in self.names:
            return self.names[table, rest]
        for table in spec.refers_to or BY_TABLE:
            if (table, name) in self.names:
                return self.names[table, name]
        raise KeyError(f"nothing is called {name!r} among {spec.refers_to}")


def relative(text: str, today: date) -> PartialDate:
    """The date that ``text`` counts from ``today``; raises ValueError for any other text."""
    found = _RELATIVE.fullmatch(text)
    if not found:
        raise ValueError(f"not counted from today: {text!r}")
    count, unit, years, month = found.groups()
    if years:
        return PartialDate(today.year + int(years), int(month) if month else None)
    if unit == "d":
        return PartialDate.of(today + timedelta(days=int(count)))
    if unit == "y":
        return PartialDate(today.year + int(count))
    year, months = divmod(today.year * 12 + today.month - 1 + int(count), 12)
    return PartialDate(year, months + 1)
