"""What the rules say of the collaboration, in the tray at the foot of its canvas."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.rules import Finding, advise_record
from leaderplan.ui.pages.advice import dismiss, finding_labels
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.finding import FindingsTray, FindingWords


class AdviceTray(FindingsTray):
    """Tells where a button leads; × keeps that a finding is not wanted for this one."""

    led = Signal(object)
    """The Action whose button was pressed."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(finding_labels(sheet.desk), parent)
        self._sheet = sheet
        self._findings: tuple[Finding, ...] | None = None
        self.acted.connect(lambda finding: self.led.emit(finding.action))
        said = _("This is not said of it again.")
        self.dismissed.connect(lambda finding: dismiss(sheet.desk, finding, said, sheet))

    def fill(self) -> None:
        """Ask the rules again."""
        sheet = self._sheet
        found = advise_record(sheet.plan, sheet.record, sheet.desk.today())
        if found == self._findings:
            return
        self._findings = found
        title = _n("{count} thing to think about", "{count} things to think about", len(found))
        say = sheet.say
        words = [FindingWords(f, say(f.message), say(f.why), say(f.action.label)) for f in found]
        self.show_findings(say(title), words)
