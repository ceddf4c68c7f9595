"""Adding a small record and editing it at once in a panel of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.fields import Record
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.dialog import RecordDialog

R = TypeVar("R", bound=Record)


def edit_record(
    desk: Desk, record: Record, fields: Sequence[str], parent: QWidget, extra: QWidget | None = None, focus: str = ""
) -> RecordDialog:
    """Open the panel of a record that exists, with the keyboard in ``focus``, else in the first field."""
    panel = RecordDialog(desk, record, fields, parent, extra)
    panel.open()
    if focus in fields or fields:
        panel.form.focus(focus if focus in fields else fields[0])
    return panel


def make_record(
    desk: Desk, record: R, fields: Sequence[str], parent: QWidget, extra: Callable[[R], QWidget] | None = None
) -> RecordDialog | None:
    """Store a new record and open its panel; closed untouched, it is taken back. None where it was not stored.

    ``extra`` makes what stands below the fields.
    """
    if not desk.commit(edits.add(record), parent):
        return None
    panel = edit_record(desk, record, fields, parent, extra(record) if extra else None)
    since: list[object] = []

    def count(edit: object, _by: object) -> None:
        since.append(edit)

    def take_back() -> None:
        QObject.disconnect(connection)
        if not since:
            desk.undo(parent)

    connection = desk.signals.changed.connect(count)
    panel.finished.connect(take_back, Qt.ConnectionType.SingleShotConnection)
    return panel
