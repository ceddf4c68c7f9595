"""The plan as an immutable value: all records by table and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Kind, OnRemove, Record, specs
from leaderplan.domain.ids import SHORTEST_END

R = TypeVar("R", bound=Record)
Referrers = dict[str, tuple[tuple[str, str, str], ...]]
"""For each id that is referred to: (table, id, field) of each reference."""


def references(record: Record) -> Iterator[tuple[str, str]]:
    """(field, id) of everything ``record`` refers to."""
    for name, several in _reference_fields(type(record)):  # type: ignore[arg-type]  # as in specs()
        value = getattr(record, name)
        if several:
            for target in value:
                yield name, target
        elif value:
            yield name, value


def owners(record: Record) -> list[str]:
    """The ids that ``record`` hangs on: it goes when one of them goes."""
    return [
        target
        for name, spec in specs(type(record)).items()
        if spec.kind is Kind.REFERENCE and spec.on_remove is OnRemove.WITH and (target := getattr(record, name))
    ]


@cache
def _reference_fields(record_type: type[Record]) -> tuple[tuple[str, bool], ...]:
    """(name, whether it holds several) of the fields that refer; kept, as every record of a plan is asked."""
    kinds = {name: spec.kind for name, spec in specs(record_type).items()}
    several = {Kind.REFERENCE: False, Kind.REFERENCES: True}
    return tuple((name, several[kind]) for name, kind in kinds.items() if kind in several)


class Plan:
    """All records. Cheap to keep, to hand to another thread, and to derive the next one from."""

    __slots__ = ("_referrers", "_tables")

    def __init__(self, tables: Mapping[str, Mapping[str, Record]], referrers: Referrers | None = None) -> None:
        self._tables = {table: dict(records) for table, records in tables.items()} if referrers is None else tables
        self._referrers = _all_referrers(self) if referrers is None else referrers

    @classmethod
    def of(cls, records: Iterable[Record]) -> Plan:
        """The plan of these records."""
        tables: dict[str, dict[str, Record]] = {}
        for record in records:
            tables.setdefault(record.table, {})[record.id] = record
        return cls(tables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and set(self) == set(other)

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Record]:
        for records in self._tables.values():
            yield from records.values()

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def table(self, record_type: type[R]) -> Mapping[str, R]:
        """The records of one type by id."""
        return cast(Mapping[str, R], MappingProxyType(dict_of(self._tables, record_type.table)))

    def all(self, record_type: type[R]) -> tuple[R, ...]:
        """The records of one type, in no promised order."""
        return tuple(self.table(record_type).values())

    def of_table(self, table: str) -> tuple[Record, ...]:
        """The records of a table by its name; none for an unknown one."""
        return tuple(self._tables.get(table, {}).values())

    def get(self, record_type: type[R], id: str | None) -> R | None:
        """The record of this type with this id; None where there is none, or no id."""
        return self.table(record_type).get(id) if id else None

    def find(self, id: str | None) -> Record | None:
        """The record with this id, whatever its type."""
        if not id:
            return None
        return next((records[id] for records in self._tables.values() if id in records), None)

    def ending(self, end: str) -> tuple[Record, ...]:
        """The records whose id ends so: an id may be shortened to any unique end of six characters or more."""
        if whole := self.find(end):
            return (whole,)
        return tuple(r for r in self if r.id.endswith(end)) if len(end) >= SHORTEST_END else ()

    def referrers(self, id: str) -> Iterator[tuple[Record, str]]:
        """(record, field) of everything that refers to ``id``."""
        for table, referrer, field in self._referrers.get(id, ()):
            yield self._tables[table][referrer], field

    def referring(self, record_type: type[R], field: str, target: Record) -> tuple[R, ...]:
        """The records of one type whose ``field`` refers to ``target``."""
        records = self.table(record_type)
        return tuple(
            records[id]
            for table, id, name in self._referrers.get(target.id, ())
            if table == record_type.table and name == field
        )

    def after(self, edit: ChangeSet) -> Plan:
        """The plan with ``edit`` done; ``before`` is not looked at (the one door has)."""
        tables = dict(self._tables)
        for table in {change.table for change in edit}:
            tables[table] = dict(tables.get(table, {}))
        for change in edit:
            records = cast(dict[str, Record], tables[change.table])
            if change.after is None:
                records.pop(change.id, None)
            else:
                records[change.id] = change.after
        return Plan(tables, _referrers_after(self._referrers, edit))


def dict_of(tables: Mapping[str, Mapping[str, Record]], table: str) -> dict[str, Record]:
    """The records of a table, none where the plan has no such table yet."""
    return cast(dict[str, Record], tables.get(table, {}))


def _referrers_after(before: Referrers, edit: ChangeSet) -> Referrers:
    """Gathered by target first: an import of 100,000 stories that name one person writes that target once."""
    gone: dict[str, set[str]] = {}
    came: dict[str, list[tuple[str, str, str]]] = {}
    for change in edit:
        for _field, target in references(change.before) if change.before else ():
            gone.setdefault(target, set()).add(change.id)
        for field, target in references(change.after) if change.after else ():
            came.setdefault(target, []).append((change.table, change.id, field))
    after = dict(before)
    for target in gone.keys() | came.keys():
        left = gone.get(target, set())
        entries = (*(entry for entry in before.get(target, ()) if entry[1] not in left), *came.get(target, ()))
        if entries:
            after[target] = entries
        else:
            del after[target]
    return after


def _all_referrers(plan: Plan) -> Referrers:
    """Built with lists: adding to a tuple for each of 10,000 claims on one competency would be quadratic."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for record in plan:
        for field, target in references(record):
            found.setdefault(target, []).append((record.table, record.id, field))
    return {target: tuple(entries) for target, entries in found.items()}
