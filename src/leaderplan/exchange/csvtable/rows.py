"""From rows to records, with everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.fields import Kind, Record, Spec, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.exchange.csvtable.cells import WrongCell, parts_of, value_of, wrong_date
from leaderplan.exchange.csvtable.columns import Column
from leaderplan.exchange.csvtable.grid import Row
from leaderplan.exchange.csvtable.synonyms import PARTNERS
from leaderplan.exchange.guard import one_line, shown
from leaderplan.exchange.ids import Ids
from leaderplan.exchange.named import Named, NotFound
from leaderplan.exchange.problems import MOST_WRONG, Place, Wrong
from leaderplan.exchange.writtendates import is_open, read_span

_LISTS = (Kind.REFERENCES, Kind.TAGS, Kind.CHOICES)


@dataclass(slots=True)
class Rows:
    """Rows on their way into one table."""

    plan: Plan
    record_type: type[Record]
    columns: tuple[Column, ...]
    width: int
    new_id: Callable[[], str]
    named: Named
    ids: Ids
    wrong: list[Wrong] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    told: set[tuple[int, str]] = field(default_factory=set)

    def records(self, rows: Iterable[Row]) -> list[Record]:
        """The record of each row, without the cells that are wrong."""
        found = []
        for row in rows:
            if len(self.wrong) >= MOST_WRONG:
                break
            if any(cell.strip() for cell in row.cells[self.width :]):
                self.wrong.append(
                    Wrong(_row(row.number), _("there is more than the columns that are named."), row.number)
                )
            if (id := self._id(row)) is not None:
                self.numbers[id] = row.number
                found.append(self.record_type(id=id, **self._values(row)))
        return found

    def _id(self, row: Row) -> str | None:
        given = next((_cell(row, column).strip() for column in self.columns if column.field == "id"), "")
        if not given:
            return self.new_id()
        id, message = self.ids.of_record(given, self.record_type)
        if id in self.numbers:
            message = _("row {row} has the same id.", row=self.numbers[id])
        if message:
            self.wrong.append(Wrong(_("row {row}, column {column}", row=row.number, column="id"), message, row.number))
            return None
        return id

    def _values(self, row: Row) -> dict[str, Any]:
        declared = specs(self.record_type)
        values: dict[str, Any] = {}
        for column in self.columns:
            text = _cell(row, column)
            if column.field == "id" or not text.strip():
                continue
            try:
                found = self._of_cell(column, declared[column.field], text, values)
            except (WrongCell, NotFound) as problem:
                self.told.add((row.number, column.field))
                self.wrong.append(Wrong(_place(row.number, column), problem.message, row.number))
            else:
                values |= found
        return values

    def _of_cell(self, column: Column, spec: Spec, text: str, values: dict[str, Any]) -> dict[str, Any]:
        name = column.field
        if column.part:
            return {name: f"{values.get(name, '')} {one_line(text)}".strip()}
        if spec.kind is Kind.REFERENCE:
            return {name: self.named.id_of(spec, one_line(text))}
        if spec.kind in _LISTS and len(text) > LONGEST_TEXT:
            raise WrongCell(_("a cell holds {most} characters at the most.", most=LONGEST_TEXT))
        if spec.kind is Kind.REFERENCES:
            people = spec.refers_to == ("person",)
            parts = parts_of(_and_parted(text) if people else text, ";\n," if people else ";\n|")
            return {name: tuple(dict.fromkeys(self.named.id_of(spec, part) for part in parts))}
        if spec.kind is Kind.DATE and name in PARTNERS and PARTNERS[name] in specs(self.record_type):
            span = _span(name, spec, one_line(text))
            return {each: value for each, value in span.items() if each == name or each not in values}
        return {name: value_of(spec, text)}

    def place(self, id: str, name: str) -> Place:
        """Where in the file a field of a record stands, if nothing was said about it yet."""
        number = self.numbers.get(id, 0)
        if (number, name) in self.told:
            return None
        column = next((column for column in self.columns if column.field == name), None)
        return (_place(number, column) if column else _row(number)), number


def _span(name: str, spec: Spec, text: str) -> dict[str, Any]:
    """A date, or both ends of what took a while; one's own column of the beginning has the last word."""
    if is_open(text):
        return {}
    try:
        span = read_span(text)
    except ValueError:
        raise wrong_date(spec, text) from None
    found = {name: span.ended, PARTNERS[name]: span.started}
    return {key: value for key, value in found.items() if value is not None}


def _and_parted(text: str) -> str:
    """``Ann Price and Tom Bevan & Nia Pugh`` as a list."""
    return text.replace(" and ", " & ").replace(" & ", ";" if ";" in text else ",")


def _cell(row: Row, column: Column) -> str:
    return row.cells[column.index] if column.index < len(row.cells) else ""


def _row(number: int) -> Message:
    return _("row {row}", row=number)


def _place(number: int, column: Column) -> Message:
    return _("row {row}, column {column}", row=number, column=shown(column.name))
