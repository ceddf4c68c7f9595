"""Ids that come from outside: whole, shortened to their end, or new."""

from __future__ import annotations

import re
from collections import defaultdict

from leaderplan.domain.fields import Attachment, Kind, Record, specs
from leaderplan.domain.ids import SHORTEST_END
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.exchange.guard import shown

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_uuid(text: object) -> bool:
    """Whether it is an id as LeaderPlan makes them for what is new."""
    return isinstance(text, str) and _UUID.fullmatch(text) is not None


class Ids:
    """The ids of a plan and of the file that is being read, found by their ends without looking at every record."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ends: dict[str, list[str]] = defaultdict(list)
        for record in plan:
            self._ends[record.id[-SHORTEST_END:]].append(record.id)
        self._added: set[str] = set()
        self._files: set[Attachment] | None = None

    def add(self, id: str) -> None:
        """Remember the id of a record of the file."""
        self._added.add(id)

    def whole(self, id: str) -> str:
        """The id that ``id`` is the unique end of; ``id`` itself where there is none."""
        found = self._ending(id)
        return found[0] if len(found) == 1 and id not in self._added else id

    def _ending(self, end: str) -> list[str]:
        if len(end) < SHORTEST_END:
            return [end] if self._plan.find(end) else []
        ending = [id for id in self._ends.get(end[-SHORTEST_END:], ()) if id.endswith(end)]
        return [end] if end in ending else ending

    def of_record(self, given: object, record_type: type[Record]) -> tuple[str, Message | None]:
        """The id that an object gives itself, and what is wrong with it."""
        if not isinstance(given, str):
            return "", _("an id is text.")
        found = self._ending(given)
        if len(found) > 1:
            return "", _("several ids end in {end}: give more of it.", end=shown(given))
        if found:
            record = self._plan.find(found[0])
            if record is not None and record.table != record_type.table:
                return "", _("this id is one of {table}.", table=type(record).many)
            return found[0], None
        if is_uuid(given):
            return given, None
        return "", _("no record has the id {id}; leave the id out to add a record.", id=shown(given))

    def holds(self, file: Attachment) -> bool:
        """Whether some record of the plan has this file."""
        if self._files is None:
            self._files = {
                held for record in self._plan for name, spec in specs(type(record)).items()
                if spec.kind is Kind.ATTACHMENT and (held := getattr(record, name))
            }  # fmt: skip
        return file in self._files
