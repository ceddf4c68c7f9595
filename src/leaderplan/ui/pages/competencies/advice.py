"""What the rules say of the competency in view, each with its reason, its action and a way to dismiss it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import Competency
from leaderplan.domain.rules import Finding, advise_record
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.advice import dismiss
from leaderplan.ui.pages.competencies.part import Part
from leaderplan.ui.place import place_of
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.link import Why
from leaderplan.ui.widgets.text import Paragraph


class Advice(Part):
    """Asks the rules a moment after a change, so that a click never waits for them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.say(_("What a panel would ask")), parent)
        self._desk, self._id = desk, ""
        self._shown: tuple[Finding, ...] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_now)
        self.hide()

    def show_competency(self, competency: Competency) -> None:
        """Ask about this one."""
        if competency.id != self._id:
            self._id, self._shown = competency.id, None
            self.hide()
        self._soon.start(0)

    def show_now(self) -> None:
        """Ask, and show what was found."""
        competency = self._desk.plan.get(Competency, self._id)
        found = advise_record(self._desk.plan, competency, self._desk.today()) if competency else ()
        if found != self._shown:
            self._shown = found
            self.show_widgets(*(self._row(each) for each in found))

    def _row(self, finding: Finding) -> QWidget:
        say, place = self._desk.say, finding.action.place
        why = Why(say(_("Why")))
        reason = Paragraph(say(finding.why), "small", "muted")
        reason.hide()
        why.toggled.connect(reason.setVisible)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(why)
        line.addStretch()
        if (place.page, place.record) != ("competencies", self._id):
            act = Button(say(finding.action.label), small=True)
            act.clicked.connect(lambda: self._desk.go(place_of(finding.action)))
            line.addWidget(act)
        unwanted = Button("", Kind.ICON, "x", name=say(_("Not for this one")), small=True)
        done = _("This is not said of this competency any more.")
        unwanted.clicked.connect(lambda: dismiss(self._desk, finding, done, self))
        line.addWidget(unwanted)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(Paragraph(say(finding.message)))
        column.addLayout(line)
        column.addWidget(reason)
        return made
