"""Afterwards: whether the guess came true, what changed, what one would do again, and the achievement it makes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.achieving import achievement_of
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Outcome, Stage
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.insets import clear, inset
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_FROM = (Stage.DELIVERING, Stage.DELIVERED, Stage.TOLD)
_OVER = (Stage.DELIVERED, Stage.TOLD)


class AfterwardsPart(QWidget):
    """Shown from *delivering* on."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        say = sheet.say
        self.texts = (
            FieldText(sheet, "what_changed", _("What is different for citizens, and what is not?")),
            FieldText(sheet, "do_again", _("What would you tell the next one who tries?")),
        )
        choices = [(each, say(each.label)) for each in Outcome]
        self.came_true = ChoiceButton(say(_("Choose")), choices, none=say(_("Not known yet")), small=True)
        self.came_true.chosen.connect(self._judge)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PlainLabel(say(_("Our guess came true")), "small", "muted"))
        row.addWidget(self.came_true)
        row.addStretch()
        self._made = QVBoxLayout()
        self._made.setSpacing(0)
        self._offer = _Offer(sheet)
        self._offer.button.clicked.connect(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(SectionRow(say(_("Afterwards")))))
        column.addWidget(self._offer)
        column.addLayout(self._made)
        column.addLayout(row)
        for text in self.texts:
            column.addWidget(labelled(text.name, text))
        column.addStretch()

    def fill(self) -> None:
        """Show what came of it."""
        record = self._sheet.record
        self.setVisible(record.stage in _FROM or bool(record.what_changed or record.do_again or record.came_true))
        self.came_true.set_value(record.came_true)
        self.came_true.setAccessibleName(f"{self._sheet.say(_('Our guess came true'))}: {self.came_true.text()}")
        for text in self.texts:
            text.fill()
        made = self._sheet.parts(Achievement)
        self._offer.setVisible(record.stage in _OVER and not made)
        clear(self._made)
        for each in sorted(made, key=lambda a: a.id):
            words = LineWords(each.title, self._sheet.say(_("the achievement made of this")), mark="trophy")
            line = LineRow(words, leads=True)
            line.clicked.connect(lambda _checked=False, id=each.id: self._sheet.desk.go(Place("achievements", id)))
            self._made.addWidget(line)

    def make(self) -> None:
        """Make the achievement, measures and readings carried over, in one step."""
        sheet = self._sheet
        edit = achievement_of(sheet.plan, sheet.record, sheet.desk.today(), new_id)
        if sheet.desk.commit(edit, sheet):
            sheet.desk.toast(_("{title} is an achievement now, with its measures.", title=sheet.record.title))

    def _judge(self, outcome: Outcome | None) -> None:
        self._sheet.store("came_true", outcome)


class _Offer(QWidget):
    """The offer to make the achievement."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.button = Button(sheet.say(_("Make the achievement")), icon="trophy")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(12)
        words = _("It is delivered. Keep it as an achievement, with what was counted.")
        row.addWidget(Paragraph(sheet.say(words)), 1)
        row.addWidget(self.button)
