"""The role one prepares for, in a small panel of its own; stored as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Profile
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import PlainLabel

_WIDE = 480


class TargetPanel(QDialog):
    """Esc or *Done* only closes it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        title = desk.say(_("The role you prepare for"))
        self.setWindowTitle(title)
        self.form = RecordForm(desk, desk.plan.all(Profile)[0], ("target_role", "target_by"))
        close = Button(desk.say(_("Done")), Kind.PRIMARY)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(PlainLabel(title, "heading"))
        column.addWidget(self.form)
        column.addStretch()
        column.addLayout(row)
        self.resize(current_theme().type.px(_WIDE), self.sizeHint().height())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def done(self, result: int) -> None:
        self.form.settle()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.settle()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)
