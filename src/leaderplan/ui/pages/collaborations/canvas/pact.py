"""The risk pact: what IT carries, what the service carries, and when both stop."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Person, Profile, Risk, Side
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.keyed import Keyed
from leaderplan.ui.pages.collaborations.canvas.lines import Block, SmallLine
from leaderplan.ui.pages.collaborations.canvas.offers import risk_from, risks
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class PactPart(QWidget):
    """Two columns, one for each side."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.sides = {side: SideOfPact(sheet, side) for side in Side}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addWidget(self.sides[Side.IT], 1)
        self._row.addWidget(Hairline(upright=True))
        self._row.addWidget(self.sides[Side.SERVICE], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        head = SectionRow(sheet.say(_("Risk pact")), sheet.say(_("Who carries what, and when we stop")))
        column.addLayout(inset(head))
        column.addLayout(self._row)
        column.addStretch()

    def fill(self) -> None:
        """Show the risks as they stand; one without a side stands with IT until somebody says otherwise."""
        found = sorted(self._sheet.parts(Risk), key=lambda risk: risk.id)
        self.sides[Side.IT].show_risks([risk for risk in found if risk.side is not Side.SERVICE])
        self.sides[Side.SERVICE].show_risks([risk for risk in found if risk.side is Side.SERVICE])

    def missing_side(self) -> Side:
        """The side that carries nothing yet; the service where both do or neither does."""
        sides = {risk.side for risk in self._sheet.parts(Risk)}
        return Side.IT if Side.SERVICE in sides and Side.IT not in sides else Side.SERVICE


class SideOfPact(QWidget):
    """The risks of one side, and a way to add one."""

    def __init__(self, sheet: Sheet, side: Side) -> None:
        super().__init__()
        self._sheet, self._side = sheet, side
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._blocks: Keyed[Block, tuple[str, tuple[SmallLine, ...]]] = Keyed(
            self._rows, self._block, lambda block, words: block.show_words(*words)
        )
        self._question = Paragraph("", "body", "muted")
        self._box = _Dashed(self._question)
        titles = {Side.IT: _("IT carries"), Side.SERVICE: _("The service carries")}
        self.add = Button(sheet.say(_("Add a risk")), small=True, icon="plus")
        self.add.setAccessibleName(f"{sheet.say(titles[side])}: {self.add.text()}")
        self.more = Button(sheet.say(_("Add a risk")), Kind.ADD, "plus")
        self.more.setAccessibleName(self.add.accessibleName())
        self._box.column.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PlainLabel(sheet.say(titles[side]), "small", "muted", shortens=True)
        column.addLayout(inset(head))
        column.addLayout(inset(Hairline()))
        column.addLayout(self._rows)
        column.addLayout(inset(self._box))
        column.addWidget(self.more)
        column.addStretch()
        for button in (self.add, self.more):
            button.clicked.connect(lambda _checked=False, button=button: self.offer(button))

    def show_risks(self, found: list[Risk]) -> None:
        """Show these."""
        self._question.setText(self._sheet.say(self._ask()))
        self._box.setVisible(not found)
        self.more.setVisible(bool(found))
        self._blocks.fill([(risk.id, (risk.title, self._lines(risk))) for risk in found])

    def _block(self, id: str) -> Block:
        block = Block()
        block.clicked.connect(partial(self._open, id))
        return block

    def offer(self, at: QWidget | None = None) -> QMenu:
        """The starting risks of this side, and a blank one."""
        menu, at = QMenu(self), at or self.add
        menu.setAccessibleName(self.add.accessibleName())
        for each in risks(self._side):
            action = menu.addAction(each["title"].replace("&", "&&"))
            action.triggered.connect(partial(self._take, each))
        menu.addSeparator()
        menu.addAction(self._sheet.say(_("Another risk"))).triggered.connect(partial(self._take, None))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))
        return menu

    def _take(self, offered: dict[str, str] | None, _checked: bool = False) -> None:
        risk = risk_from(self._sheet, self._side, offered, self._sheet.say(_("New risk")))
        self._sheet.add(risk, "title" if offered is None else "acceptable")

    def _open(self, id: str, _checked: bool = False) -> None:
        risk = self._sheet.plan.get(Risk, id)
        if risk is not None:
            self._sheet.open(risk)

    def _ask(self) -> Message:
        record = self._sheet.record
        if self._side is Side.IT:
            return _("Nothing yet. What would you take on?")
        lead = self._sheet.plan.get(Person, record.lead)
        if lead is None:
            return _("Nothing yet. What would the service take on?")
        return _("Nothing yet. What would {name} take on?", name=lead.name)

    def _lines(self, risk: Risk) -> tuple[SmallLine, ...]:
        sheet = self._sheet
        owner = sheet.plan.find(risk.owner)
        name = sheet.say(_("you")) if isinstance(owner, Profile) else owner.heading if owner else ""
        agreed = sheet.say(_("agreed {day}", day=risk.agreed_on)) if risk.agreed_on else ""
        rule = risk.stop_rule.strip()
        stop = sheet.say(_("We stop when {rule}", rule=rule)) if rule else ""
        lines = (("shield", risk.acceptable), ("circle-pause", stop), ("user", ", ".join(filter(None, (name, agreed)))))
        return tuple((icon, words) for icon, words in lines if words)


class _Dashed(QWidget):
    """A dashed box for what is not there yet."""

    def __init__(self, question: Paragraph) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(question)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), None, theme.line_strong, dashed=True)
