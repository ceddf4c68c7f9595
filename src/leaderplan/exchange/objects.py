"""Records as JSON objects, a list or one object a line: what the commands print with --json and `put` takes.

An object with the id of a record alters the fields that it names; any other adds a record. docs/formats/json.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, Imported
from leaderplan.domain.cleaning import clean
from leaderplan.domain.fields import Attachment, Kind, Record, Spec, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plain import WrongValue, value_from_plain
from leaderplan.domain.plan import Plan
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown
from leaderplan.exchange.ids import Ids
from leaderplan.exchange.importer import NO_MAPPING
from leaderplan.exchange.jsonlist import Item, items_of
from leaderplan.exchange.jsontext import value_shown
from leaderplan.exchange.known import Known
from leaderplan.exchange.problems import MOST_WRONG, Place, Wrong, refuse, unstorable
from leaderplan.exchange.tables import no_such_field, record_type_of, wanted

MEND = _("Mend what is listed and try again.")


def sniff(data: bytes, name: str) -> bool:
    """Whether it looks like a list of objects, or like objects one a line."""
    return data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"[", b"{"))


def read(
    data: bytes,
    name: str,
    plan: Plan,
    *,
    today: date,
    new_id: Callable[[], str],
    mapping: Mapping[str, str] = NO_MAPPING,
    into: str | None = None,
) -> Imported:
    """As :func:`put`, but an object without an id that is like a record of the plan brings nothing."""
    if mapping:
        raise UserError(_("JSON objects have no columns."), _("Leave --map out; name the fields in the objects."))
    imported = put(data, name, plan, record_type_of(into or "achievement"), new_id)
    known = Known(plan, *{change.table for change in imported.edit})
    new = tuple(change for change in imported.edit if change.before or not known.take(_after(change.after)))
    notes = imported.notes
    if left := len(imported.edit.changes) - len(new):
        notes += (
            _n("{count} object is in the plan already, by its name, dates and required fields.",
               "{count} objects are in the plan already, by their names, dates and required fields.", left),
        )  # fmt: skip
    return Imported(ChangeSet(_("Import {name}", name=shown(name)), new), notes)


def _after(record: Record | None) -> Record:
    assert record is not None
    return record


def put(data: bytes, name: str, plan: Plan, record_type: type[Record], new_id: Callable[[], str]) -> Imported:
    """The edit that makes ``plan`` hold the objects of ``data`` as records of one type.

    Raises UserError (:class:`~leaderplan.exchange.problems.WrongFile` with all problems by path) where anything is
    wrong with any of them.
    """
    reading = _Reading(plan, record_type, new_id, Ids(plan))
    items = reading.with_ids(items_of(data, name))
    records = [reading.record(item, id) for item, id in items]
    edit = edits.put(plan, *records)
    refuse(name, (*reading.wrong, *unstorable(plan, edit, reading.where)), MEND)
    return Imported(edit, _unchanged(len(records) - len(edit.changes)))


def _unchanged(count: int) -> tuple[Message, ...]:
    if not count:
        return ()
    return (_n("{count} object changes nothing.", "{count} objects change nothing.", count),)


@dataclass(slots=True)
class _Reading:
    """One file on its way into one table, with what is wrong with it so far."""

    plan: Plan
    record_type: type[Record]
    new_id: Callable[[], str]
    ids: Ids
    wrong: list[Wrong] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    told: set[tuple[int, str]] = field(default_factory=set)

    def tell(self, item: Item, name: str, message: Message) -> None:
        """Note what is wrong with one field of an object."""
        self.wrong.append(Wrong(item.path(shown(name)), message, item.index))
        self.told.add((item.index, name))

    def with_ids(self, items: Iterator[Item]) -> list[tuple[Item, str]]:
        """Every object with the id it has or gets; all ids first, because objects may refer to later ones."""
        found = []
        for item in items:
            if len(self.wrong) >= MOST_WRONG:
                break
            if not isinstance(item.value, dict):
                self.tell(item, "", _("an object belongs here, not {value}.", value=value_shown(item.value)))
            elif (id := self._id(item)) is not None:
                self.items[id] = item
                self.ids.add(id)
                found.append((item, id))
        return found

    def _id(self, item: Item) -> str | None:
        given = item.value.get("id")
        if given is None or given == "":
            profiles = self.plan.of_table("profile") if self.record_type.table == "profile" else ()
            id, message = profiles[0].id if profiles else self.new_id(), None
        else:
            id, message = self.ids.of_record(given, self.record_type)
        if id in self.items:
            message = _("the same record stands at {path} already.", path=self.items[id].path())
        if message:
            self.tell(item, "id", message)
            return None
        return id

    def record(self, item: Item, id: str) -> Record:
        """The record as the object wants it, without the fields that are wrong."""
        declared = specs(self.record_type)
        values: dict[str, Any] = {}
        for name, plain in item.value.items():
            if name not in declared:
                if name != "id":
                    self.tell(item, name, no_such_field(self.record_type, name))
                continue
            try:
                values[name] = self._settled(item, name, declared[name], value_from_plain(declared[name], plain))
            except WrongValue:
                self.tell(item, name, _("{value} is not {wanted}.", value=value_shown(plain),
                                        wanted=wanted(declared[name])))  # fmt: skip
        before = self.plan.find(id)
        return replace(before, **values) if before else self.record_type(id=id, **values)

    def _settled(self, item: Item, name: str, spec: Spec, value: Any) -> Any:
        if spec.kind in (Kind.TEXT, Kind.PROSE, Kind.ADDRESS):
            return clean(value)
        if spec.kind is Kind.TAGS:
            return tuple(dict.fromkeys(filter(None, map(clean, value))))
        if spec.kind is Kind.REFERENCE:
            return self.ids.whole(value) if value else value
        if spec.kind is Kind.REFERENCES:
            return tuple(dict.fromkeys(map(self.ids.whole, value)))
        if isinstance(value, Attachment) and not self.ids.holds(value):
            self.tell(item, name, _("the plan does not hold this file."))
        return value

    def where(self, id: str, name: str) -> Place:
        """Where in the file a field of a record was told, if nothing was said about it yet."""
        item = self.items[id]
        return None if (item.index, name) in self.told else (item.path(name), item.index)
