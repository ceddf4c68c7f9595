"""Storing one field of one record: what is valid at once, what is not as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leaderplan.domain import checks, edits
from leaderplan.domain.fields import Record
from leaderplan.ui.desk import Desk


class Storing:
    """The way from an editor to the one door; ``by`` is told as the one who made the edit."""

    def __init__(self, desk: Desk, by: object) -> None:
        self._desk, self._by = desk, by

    def store(self, id: str, name: str, value: Any, join: object = None) -> str:
        """Store a value; the sentence that says why it cannot be stored, and then it is kept as a draft."""
        record = self._desk.plan.find(id)
        if record is None:
            return ""
        wrong = self.problem(name, replace(record, **{name: value}))
        if wrong:
            self._desk.workspace.draft(id, name, str(value))
            return wrong
        self._desk.workspace.forget_draft(id, name)
        edit = edits.alter(self._desk.plan, record, **{name: value})
        if edit:
            self._desk.commit(edit, self._by, join)
        return ""

    def problem(self, name: str, record: Record) -> str:
        """Why a field of a record cannot be stored as it is; empty when it can."""
        found = [p for p in checks.problems(self._desk.plan, record) if p.field == name and p.record == record.id]
        return self._desk.say(found[0].message) if found else ""
