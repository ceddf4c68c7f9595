"""Findings: a plain sentence, the reason on demand, one button that goes to the fix, × for *not for this one*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.link import Why
from leaderplan.ui.widgets.text import Paragraph, PlainLabel, as_tip


@dataclass(frozen=True)
class FindingWords:
    """One finding in the person's language; ``key`` is handed back with what the person did."""

    key: object
    sentence: str
    why: str = ""
    action: str = ""
    dismissable: bool = True


@dataclass(frozen=True)
class FindingLabels:
    """The words that all findings share."""

    why: str
    dismiss: str
    fold: str
    unfold: str


class FindingRow(QWidget):
    """One finding; the reason opens as a line below."""

    acted = Signal(object)
    dismissed = Signal(object)

    def __init__(self, finding: FindingWords, labels: FindingLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("lightbulb"))
        row.addWidget(Paragraph(finding.sentence), 1, Qt.AlignmentFlag.AlignVCenter)
        self._reason = Paragraph(finding.why, "small", "muted")
        self._reason.hide()
        if finding.why:
            row.addWidget(self._why_of(labels))
        if finding.action:
            action = Button(finding.action, small=True)
            action.clicked.connect(lambda: self.acted.emit(finding.key))
            row.addWidget(action)
        if finding.dismissable:
            dismiss = Button("", Kind.ICON, "x", name=labels.dismiss, small=True)
            dismiss.clicked.connect(lambda: self.dismissed.emit(finding.key))
            row.addWidget(dismiss)
        column = QVBoxLayout(self)
        type_ = current_theme().type
        column.setContentsMargins(0, (type_.row - type_.small_control) // 2, 0, (type_.row - type_.small_control) // 2)
        column.setSpacing(4)
        column.addLayout(row)
        reason = QHBoxLayout()
        reason.setContentsMargins(type_.icon + 8, 0, 0, 0)
        reason.addWidget(self._reason)
        column.addLayout(reason)

    def _why_of(self, labels: FindingLabels) -> Why:
        why = Why(labels.why)
        why.toggled.connect(self._reason.setVisible)
        return why


class FindingsTray(QWidget):
    """Stands at the foot of a record and folds to one line."""

    acted = Signal(object)
    dismissed = Signal(object)
    folded = Signal(bool)

    def __init__(self, labels: FindingLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._open = True
        self._rows: list[FindingRow] = []
        self._bulb = IconLabel("lightbulb")
        self._title = PlainLabel("", "strong")
        self._fold = Button("", Kind.ICON, "chevron-down", name=labels.fold, small=True)
        self._fold.clicked.connect(self.toggle)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._bulb)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        self._column.addLayout(head)
        self._side = side = QHBoxLayout(self)
        side.setContentsMargins(32, 9, 24, 8)
        side.addLayout(self._column)
        side.addStretch()
        side.setStretchFactor(self._column, 1000)
        self._dress()
        self.hide()

    def show_findings(self, title: str, findings: Sequence[FindingWords]) -> None:
        """Show what was found under a title; nothing found hides the tray."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [FindingRow(finding, self._labels) for finding in findings]
        for row in self._rows:
            row.acted.connect(self.acted)
            row.dismissed.connect(self.dismissed)
            self._column.addWidget(row)
        self._title.setText(title)
        self._dress()
        self.setVisible(bool(findings))

    @property
    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return self._open

    def fold(self, folded: bool) -> None:
        """Show one line alone, or all rows."""
        self._open = not folded
        self._dress()

    def toggle(self) -> None:
        """Fold, or open again."""
        self.fold(self._open)
        self.folded.emit(not self._open)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, self.width(), 1, theme.line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._open and event.button() == Qt.MouseButton.LeftButton:
            self.toggle()

    def _dress(self) -> None:
        for row in self._rows:
            row.setVisible(self._open)
        self._bulb.setVisible(not self._open)
        self._title.set_role("strong" if self._open else "body")
        self._fold.set_icon("chevron-down" if self._open else "chevron-up")
        self._fold.setAccessibleName(self._labels.fold if self._open else self._labels.unfold)
        self._fold.setToolTip(as_tip(self._fold.accessibleName()))
        self._side.setContentsMargins(32, 9 if self._open else 7, 24, 8 if self._open else 7)
