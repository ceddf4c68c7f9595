"""What records are called in the history, also those that are gone."""

from __future__ import annotations

from leaderplan.domain.fields import Kind, OnRemove, Record, specs
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk


class Names:
    """Looks a record up in the plan, and after that among all that ever was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._gone: dict[str, Record | None] = {}

    def __call__(self, id: str) -> str:
        """What the record with this id is or was called."""
        record = self.find(id)
        return self.of(record) if record else self._desk.say(_("something that is gone"))

    def find(self, id: str) -> Record | None:
        """The record as it is or was last."""
        return self._desk.plan.find(id) or self._last(id)

    def forget(self) -> None:
        """Look again at what is gone: something has changed."""
        self._gone.clear()

    def of(self, record: Record) -> str:
        """Its own name, or its kind and the name of what it belongs to."""
        if record.heading.strip():
            return record.heading
        kind = self._desk.say(type(record).one)
        owner = next((found for id in _owners(record) if (found := self.find(id)) and found.heading), None)
        return f"{kind} · {owner.heading}" if owner else kind

    def _last(self, id: str) -> Record | None:
        if id not in self._gone:
            versions = self._desk.workspace.versions(id)
            self._gone[id] = versions[0].record if versions else None
        return self._gone[id]


def _owners(record: Record) -> list[str]:
    """The ids of what a record hangs on."""
    return [
        target
        for name, spec in specs(type(record)).items()
        if spec.kind is Kind.REFERENCE and spec.on_remove is OnRemove.WITH and (target := getattr(record, name))
    ]
