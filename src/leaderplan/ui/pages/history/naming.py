"""What records are called in the history, also those that are gone."""

from __future__ import annotations

from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.naming import name_of


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
        return name_of(record, self.find, self._desk.language)

    def _last(self, id: str) -> Record | None:
        if id not in self._gone:
            versions = self._desk.workspace.versions(id)
            self._gone[id] = versions[0].record if versions else None
        return self._gone[id]
