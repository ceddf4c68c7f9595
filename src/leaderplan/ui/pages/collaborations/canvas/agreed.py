"""*Before this is agreed*: what both sides settle first, each open point with one button that goes to the fix."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.rules.agreed_means_shared_risk import SHARED, Condition, checklist
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.insets import clear, inset
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph


class AgreedPart(QWidget):
    """The four conditions, and the reason for agreeing without one of them."""

    asked = Signal(object)
    """The condition whose button was pressed."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._shown: tuple[Condition, ...] | None = None
        self._head = SectionRow("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
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
        if found == self._shown:
            return
        self._shown = found
        clear(self._rows)
        for each in found:
            self._rows.addWidget(self._row(each))

    def _row(self, condition: Condition) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        met = condition.met
        row.addWidget(IconLabel("circle-check" if met else "circle-dashed", "good" if met else "warn"))
        words = self._sheet.say(condition.label)
        label = Paragraph(words, "body", "muted" if met else "text")
        state = _("{condition}: settled", condition=words) if met else _("{condition}: open", condition=words)
        label.setAccessibleName(self._sheet.say(state))
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        if condition.missing is not None:
            button = Button(self._sheet.say(condition.missing.action.label), small=True)
            button.setAccessibleName(f"{words}: {button.text()}")
            button.clicked.connect(partial(self._ask, condition))
            row.addWidget(button)
        return made

    def _ask(self, condition: Condition, _checked: bool = False) -> None:
        self.asked.emit(condition)
