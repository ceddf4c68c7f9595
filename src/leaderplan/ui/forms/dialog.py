"""A small record in a panel of its own: its fields, removing it, and done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import PlainLabel

_WIDE, _WIDE_WITH_MORE = 480, 560
_SIDE = 24


class RecordDialog(QDialog):
    """Shows a record that exists; everything in it is stored as it is typed, and Esc or *Done* only closes it.

    ``extra`` is a widget below the fields, such as the readings of a measure. It is as high as its fields need, and
    scrolls where the window is not.
    """

    def __init__(
        self, desk: Desk, record: Record, fields: Sequence[str], parent: QWidget, extra: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, record.id
        kind = desk.say(type(record).one)
        self.setWindowTitle(kind)
        self.form = RecordForm(desk, record, fields)
        self._body = self._laid_out(kind, extra)
        self._body.installEventFilter(self)
        self._foot = self._buttons()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(kind)
        self._area.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _SIDE, 0, 16)
        column.setSpacing(16)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)
        wide = _WIDE if extra is None else _WIDE_WITH_MORE
        self.resize(current_theme().type.px(wide), self.sizeHint().height())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.signals.changed.connect(self._hear)

    def done(self, result: int) -> None:
        self.form.settle()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.settle()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)

    def _laid_out(self, kind: str, extra: QWidget | None) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(16)
        column.addWidget(PlainLabel(kind, "heading"))
        column.addWidget(self.form)
        if extra is not None:
            column.addWidget(extra)
        column.addStretch()
        return body

    def _buttons(self) -> QWidget:
        remove = Button(self._desk.say(_("Move to the bin")), Kind.QUIET, "trash-2")
        done = Button(self._desk.say(_("Done")), Kind.PRIMARY)
        done.setDefault(False)
        for button in (done, remove):
            button.setAutoDefault(False)
        remove.clicked.connect(self._remove)
        done.clicked.connect(self.accept)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.addWidget(remove)
        row.addStretch()
        row.addWidget(done)
        return foot

    def _fit(self) -> None:
        """As high as the fields need, but no higher than the window it belongs to."""
        layout = self._body.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        foot, parent = self._foot.sizeHint().height(), self.parentWidget()
        high = needed + foot + _SIDE + 32
        if parent is not None:
            high = min(high, max(parent.window().height() - 32, foot * 4))
        if high != self.height():
            self.resize(self.width(), high)

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
