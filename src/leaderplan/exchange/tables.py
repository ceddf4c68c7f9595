"""Tables and fields as a person names them, and what a field wants to be told."""

from __future__ import annotations

from difflib import get_close_matches

from leaderplan.domain.fields import Kind, Record, Spec, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import BY_TABLE
from leaderplan.errors import UserError
from leaderplan.exchange.guard import shown


def record_type_of(table: str) -> type[Record]:
    """The record type of a table; raises UserError for a table that there is not."""
    found = BY_TABLE.get(table.strip().lower().replace("-", "_"))
    if found is None:
        raise UserError(
            _("There is no table {table}.", table=shown(table)),
            _("Name one of these: {tables}.", tables=", ".join(BY_TABLE)),
        )
    return found


def no_such_field(record_type: type[Record], name: str) -> Message:
    """That a name is no field of a table, and which one may be meant."""
    names = list(specs(record_type))
    near = get_close_matches(name.strip().lower(), names, 1)
    if near:
        return _("{table} have no such field; is {field} meant?", table=record_type.many, field=near[0])
    return _("{table} have no such field; they have {fields}.", table=record_type.many, fields=", ".join(names))


def wanted(spec: Spec) -> Message:
    """What a value of this field looks like, to follow a colon."""
    if spec.choices and spec.kind is not Kind.SHARE:
        return _("one of {choices}", choices=", ".join(member.value for member in spec.choices))
    if spec.choices:
        return _("whole percentages for {choices}", choices=", ".join(member.value for member in spec.choices))
    if spec.kind is Kind.LEVEL:
        return _("a whole number from {lowest} to {highest}", lowest=spec.lowest, highest=spec.highest)
    if spec.kind is Kind.NUMBER and spec.whole:
        return _("a whole number")
    return _WANTED.get(spec.kind, _("text"))


_WANTED = {
    Kind.DATE: _("a day, month or year, as in 2025-03-12, 2025-03 or 2025"),
    Kind.MOMENT: _("a moment, as in 2025-03-12T09:30:00Z"),
    Kind.NUMBER: _("a number"),
    Kind.FLAG: _("yes or no, in JSON true or false"),
    Kind.TAGS: _("a list of texts"),
    Kind.REFERENCE: _("the id of a record"),
    Kind.REFERENCES: _("a list of ids of records"),
    Kind.ATTACHMENT: _("a file that the plan holds, with its sha256, name and size"),
}
