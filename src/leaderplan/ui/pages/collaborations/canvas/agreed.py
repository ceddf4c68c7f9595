"""*Before this is agreed*: what both sides settle first, each open point with one button that goes to the fix."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.rules.agreed_means_shared_risk import SHARED, Condition, checklist
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.keyed import Keyed
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph


class AgreedPart(QWidget):
    """The four conditions, and the reason for agreeing without one of them."""

    asked = Signal(object)
    """The condition whose button was pressed."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._head = SectionRow("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._keyed = Keyed(self._rows, self._row, _Row.show_condition)
        self.reason = FieldText(sheet, "agreed_without", _("Write down why you agree all the same; it is kept."))
        self._reason = labelled(sheet.say(_("Agreed without, because")), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(self._head))
        column.addLayout(inset(self._rows))
        column.addWidget(self._reason)
        column.addStretch()

    def fill(self) -> None:
        """Show what is settled and what is open."""
        record = self._sheet.record
        found = checklist(self._sheet.plan, record)
        title = _("What was agreed on") if record.stage in SHARED else _("Before this is agreed")
        self._head.set_title(self._sheet.say(title))
        self._reason.setVisible(not all(each.met for each in found) or bool(record.agreed_without))
        self.reason.fill()
        self._keyed.fill([(each.kind.value, each) for each in found])

    def _row(self, _key: str) -> _Row:
        row = _Row(self._sheet)
        row.asked.connect(self.asked)
        return row


class _Row(QWidget):
    """One condition, with its button while it is open."""

    asked = Signal(object)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._condition: Condition | None = None
        self._mark, self._label = IconLabel("circle-dashed", "warn"), Paragraph("")
        self._button = Button("", small=True)
        self._button.clicked.connect(lambda: self.asked.emit(self._condition))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button)

    def show_condition(self, condition: Condition) -> None:
        """Say whether it is settled."""
        self._condition, met, say = condition, condition.met, self._sheet.say
        words = say(condition.label)
        self._mark.set_icon("circle-check" if met else "circle-dashed", "good" if met else "warn")
        self._label.setText(words)
        self._label.set_token("muted" if met else "text")
        state = _("{condition}: settled", condition=words) if met else _("{condition}: open", condition=words)
        self._label.setAccessibleName(say(state))
        self._button.setVisible(condition.missing is not None)
        if condition.missing is not None:
            self._button.setText(say(condition.missing.action.label))
            self._button.setAccessibleName(f"{words}: {self._button.text()}")
            self._button.updateGeometry()
