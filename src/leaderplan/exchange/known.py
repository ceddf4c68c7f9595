"""Whether the plan holds already what a file brings: by content, since other programs know nothing of our ids."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Mapping

from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.domain.plan import Plan

_ALSO: Mapping[str, tuple[str, ...]] = {
    "achievement": ("post",),
    "evidence": ("url", "quote", "said_by"),
}
"""What tells two records of a table apart beyond name, dates and required fields."""


def likeness(record: Record) -> Hashable:
    """Equal for two records that a person would take for the same: the same name, dates and required fields."""
    names = [name for name, spec in specs(type(record)).items()
             if spec.required or spec.kind is Kind.DATE or name == record.title_field]  # fmt: skip
    names += _ALSO.get(record.table, ())
    return record.table, tuple(_folded(getattr(record, name)) for name in names)


def _folded(value: object) -> object:
    return " ".join(value.split()).casefold() if type(value) is str else value


class Known:
    """The records of a plan, of which each stands for one record of the file.

    So a file that holds the same line twice brings both the first time, and none of them the second.
    """

    def __init__(self, plan: Plan, *tables: str) -> None:
        self._left: dict[Hashable, deque[Record]] = defaultdict(deque)
        for table in tables:
            for record in plan.of_table(table):
                self._left[likeness(record)].append(record)

    def take(self, record: Record) -> Record | None:
        """The plan's record that is like this one and was not taken before; None where it is new."""
        left = self._left.get(likeness(record))
        return left.popleft() if left else None
