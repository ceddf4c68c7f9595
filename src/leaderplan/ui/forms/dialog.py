"""A small record in a panel of its own: its fields, removing it, and done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import PlainLabel

_WIDE = 480


class RecordDialog(QDialog):
    """Shows a record that exists; everything in it is stored as it is typed, and Esc or *Done* only closes it.

    ``extra`` is a widget below the fields, such as the readings of a measure.
    """

    def __init__(
        self, desk: Desk, record: Record, fields: Sequence[str], parent: QWidget, extra: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, record.id
        kind = desk.say(type(record).one)
        self.setWindowTitle(kind)
        self.form = RecordForm(desk, record, fields)
        remove = Button(desk.say(_("Move to the bin")), Kind.QUIET, "trash-2")
        done = Button(desk.say(_("Done")), Kind.PRIMARY)
        done.setDefault(False)
        done.setAutoDefault(False)
        remove.setAutoDefault(False)
        remove.clicked.connect(self._remove)
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(PlainLabel(kind, "heading"))
        column.addWidget(self.form)
        if extra is not None:
            column.addWidget(extra)
        column.addStretch()
        row = QHBoxLayout()
        row.addWidget(remove)
        row.addStretch()
        row.addWidget(done)
        column.addLayout(row)
        self.resize(current_theme().type.px(_WIDE), self.sizeHint().height())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.signals.changed.connect(self._hear)

    def done(self, result: int) -> None:
        self.form.settle()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.settle()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)

    def _remove(self) -> None:
        record = self._desk.plan.find(self._id)
        if record is None:
            return
        edit = edits.remove(self._desk.plan, record)
        if self._desk.commit(edit, self):
            self._desk.toast(_("{name} is in the bin.", name=edits.called(record)))
            self.accept()

    def _hear(self, edit: ChangeSet, by: object) -> None:
        """An undo elsewhere may take away what is shown here."""
        if self._desk.plan.find(self._id) is None and by is not self:
            self.accept()
