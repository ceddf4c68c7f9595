"""``--where FIELD=VALUE``: which records of a table are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leaderplan.domain.fields import Kind, Record, Spec, specs
from leaderplan.domain.ids import SHORTEST_END
from leaderplan.domain.messages import _
from leaderplan.domain.plain import to_plain
from leaderplan.errors import UserError

_IDS = (Kind.REFERENCE, Kind.REFERENCES)


@dataclass(frozen=True)
class Filter:
    """Conditions that a record has to fulfil, all of them."""

    conditions: tuple[tuple[str, Spec, str], ...]

    @classmethod
    def of(cls, record_type: type[Record], written: Sequence[str]) -> Filter:
        """Read ``FIELD=VALUE`` texts; a UserError names the fields there are."""
        fields = specs(record_type)
        read = []
        for text in written:
            name, sign, value = text.partition("=")
            if not sign or name not in fields:
                raise UserError(
                    _("“{text}” names no field of {table}.", text=text, table=record_type.table),
                    _("Write FIELD=VALUE with one of these: {fields}.", fields=", ".join(fields)),
                )
            _demand_choice(name, fields[name], value)
            read.append((name, fields[name], value))
        return cls(tuple(read))

    def fits(self, record: Record) -> bool:
        """Whether ``record`` fulfils them all."""
        plain = to_plain(record)
        return all(_holds(plain[name], spec, value) for name, spec, value in self.conditions)


def _demand_choice(name: str, spec: Spec, value: str) -> None:
    """A misspelt choice would fit no record, and nobody would know why."""
    known = [member.value for member in spec.choices or ()]
    if value and known and spec.kind is not Kind.SHARE and value not in known:
        raise UserError(
            _("{field} is never “{value}”.", field=name, value=value),
            _("Take one of these: {names}.", names=", ".join(known)),
        )


def _holds(found: object, spec: Spec, value: str) -> bool:
    if found is None:
        return value == ""
    if isinstance(found, list):
        return any(_same(str(item), spec, value) for item in found)
    if isinstance(found, bool):
        return value == str(found).lower()
    if isinstance(found, (int, float)):
        return _number(value) == found
    return _same(str(found), spec, value)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _same(found: str, spec: Spec, value: str) -> bool:
    shortened = spec.kind in _IDS and len(value) >= SHORTEST_END and found.endswith(value)
    return found == value or shortened
