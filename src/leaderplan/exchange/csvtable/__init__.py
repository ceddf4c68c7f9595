"""Tables of any program: text with a header, one record a row. docs/formats/csv.md says how columns are matched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from leaderplan.domain.changes import ChangeSet, Imported
from leaderplan.domain.edits import add
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan, references
from leaderplan.errors import UserError
from leaderplan.exchange.csvtable.columns import Columns, columns_of
from leaderplan.exchange.csvtable.grid import DELIMITERS, grid_of
from leaderplan.exchange.csvtable.rows import Rows
from leaderplan.exchange.guard import encoding_of, lines_of, shown
from leaderplan.exchange.ids import Ids
from leaderplan.exchange.importer import NO_MAPPING
from leaderplan.exchange.known import Known
from leaderplan.exchange.named import Named
from leaderplan.exchange.problems import refuse, unstorable
from leaderplan.exchange.tables import record_type_of

MEND = _("Mend these cells, or leave a column out with --map COLUMN= and no field, and import the file again.")


def sniff(data: bytes, name: str) -> bool:
    """Whether it is called a table, or its first line is text in columns and no JSON."""
    if name.lower().endswith((".csv", ".tsv", ".tab")):
        return True
    try:
        first = next(lines_of(data, name), "").strip()
    except UserError:
        return False
    return not first.startswith(("[", "{", "<", "%")) and any(sign in first for sign in DELIMITERS)


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
    """One new record for each row that is not in the plan yet, and the people whom the rows name.

    Raises UserError for a table, column, mapping or limit, and
    :class:`~leaderplan.exchange.problems.WrongFile` with every wrong cell.
    """
    record_type = record_type_of(into or "achievement")
    if record_type.table == "profile":
        raise UserError(
            _("A plan has one profile, which is not read from a table."), _("Choose another table for these rows.")
        )
    grid = grid_of(data, name)
    columns = columns_of(grid.header, record_type, mapping, name)
    named = Named(plan, new_id)
    rows = Rows(plan, record_type, columns.read, len(grid.header), new_id, named, Ids(plan))
    records = rows.records(grid.rows)
    if not records and not rows.wrong:
        raise UserError(_("{name} names columns, but has no rows.", name=shown(name)), _("Choose another file."))
    new = _new(plan, record_type, records)
    edit = _edit(name, named, new)
    refuse(name, (*rows.wrong, *unstorable(plan, edit, rows.place)), MEND)
    return Imported(edit, _notes(data, name, record_type, columns, edit, len(records) - len(new)))


def _new(plan: Plan, record_type: type[Record], records: list[Record]) -> list[Record]:
    known = Known(plan, record_type.table)
    return [record for record in records if not plan.find(record.id) and not known.take(record)]


def _edit(name: str, named: Named, new: list[Record]) -> ChangeSet:
    """People first, and of them only those whom a new record names."""
    told = {target for record in new for _field, target in references(record)}
    people = [person for person in named.people.values() if person.id in told]
    return add(*people, *new, label=_("Import {name}", name=shown(name)))


def _notes(
    data: bytes, name: str, record_type: type[Record], columns: Columns, edit: ChangeSet, known: int
) -> tuple[Message, ...]:
    declared = specs(record_type)
    notes = [_("Columns: {columns}.", columns=tuple(
        _("{column} as {field}", column=shown(column.name), field=declared[column.field].label)
        for column in columns.read if column.field in declared
    ))]  # fmt: skip
    if columns.left_out:
        notes.append(_("Left out: {columns}.", columns=", ".join(columns.left_out)))
    if encoding_of(data, name) == "cp1252":
        notes.append(_("The text is neither UTF-8 nor UTF-16 and was read as Windows-1252: look at accented letters."))
    if known:
        notes.append(
            _n("{count} row is in the plan already, by its name, dates and required fields, and was left as it is.",
               "{count} rows are in the plan already, by name, dates and required fields, and were left as they are.",
               known)
        )  # fmt: skip
    people = sum(change.table == "person" for change in edit) if record_type.table != "person" else 0
    if people:
        notes.append(
            _n("{count} person whom the rows name is new.", "{count} people whom the rows name are new.", people)
        )
    return tuple(notes)
