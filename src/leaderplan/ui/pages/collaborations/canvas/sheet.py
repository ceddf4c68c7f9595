"""What the parts of a canvas share: the collaboration that they show, and the ways to store and to open."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from PySide6.QtWidgets import QWidget

from leaderplan.domain import checks, edits
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Collaboration, Measure, Milestone, Readiness, Reading, Risk
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog

R = TypeVar("R", bound=Record)

_FIELDS: Final[dict[type[Record], tuple[str, ...]]] = {
    Risk: ("title", "side", "owner", "acceptable", "stop_rule", "agreed_on"),
    Milestone: ("title", "due", "done_on"),
    Measure: ("name", "seen_by", "unit", "better", "baseline", "baseline_on", "target", "target_on"),
    Reading: ("on", "value", "source"),
    Readiness: ("on", "attitude", "culture", "capacity", "will", "evidence"),
}
"""Which fields of a small record its panel shows, in order."""


class Sheet:
    """One collaboration; ``top`` is the widget over which panels open."""

    def __init__(self, desk: Desk, id: str, top: QWidget) -> None:
        self.desk, self.id, self._top = desk, id, top

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.desk.plan

    @property
    def record(self) -> Collaboration:
        """The collaboration as it stands. Raises KeyError once it was removed."""
        return self.plan.table(Collaboration)[self.id]

    def say(self, message: Message) -> str:
        """The message in the person's language."""
        return self.desk.say(message)

    def parts(self, kind: type[R], field: str = "collaboration") -> tuple[R, ...]:
        """The records of a type that hang on the collaboration."""
        return self.plan.referring(kind, field, self.record)

    def problem(self, name: str, value: Any) -> str:
        """Why a field cannot take a value; empty where it can."""
        edit = edits.alter(self.plan, self.record, **{name: value})
        after = next((change.after for change in edit if change.after), None)
        found = [p for p in checks.problems(self.plan, after) if p.field == name] if after else []
        return self.say(found[0].message) if found else ""

    def store(self, name: str, value: Any, join: object = None) -> bool:
        """Give a field another value; whether there was something to store and it was."""
        edit = edits.alter(self.plan, self.record, **{name: value})
        return bool(edit) and self.desk.commit(edit, self, join)

    def add(self, record: Record, field: str = "") -> None:
        """Store a record that hangs on the collaboration, and open its panel."""
        if self.store_new(record):
            self.open(record, field)

    def store_new(self, record: Record) -> bool:
        """Store a record that hangs on the collaboration; whether it was stored."""
        return self.desk.commit(edits.add(record), self)

    def open(self, record: Record, field: str = "", extra: QWidget | None = None) -> RecordDialog:
        """The panel of a small record, with the keyboard in ``field``."""
        names = _FIELDS[type(record)]
        dialog = RecordDialog(self.desk, record, names, self._top.window(), extra)
        dialog.open()
        dialog.form.focus(field if field in names else names[0])
        return dialog

    def remove(self, record: Record, message: Message) -> None:
        """Take a record away, with a way back."""
        if self.desk.commit(edits.remove(self.plan, record), self):
            self.desk.toast(message)
