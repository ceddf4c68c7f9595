"""What the rules say of one record, at its foot: each with its reason, its action, and a way to dismiss it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _
from leaderplan.domain.rules import Finding, advise_record
from leaderplan.ui.desk import Desk
from leaderplan.ui.place import place_of
from leaderplan.ui.widgets.finding import FindingLabels, FindingsTray, FindingWords


def finding_labels(desk: Desk) -> FindingLabels:
    """The words that all findings share."""
    say = desk.say
    return FindingLabels(say(_("Why")), say(_("Not for this one")), say(_("Fold")), say(_("Unfold")))


def dismiss(desk: Desk, finding: Finding, said: Message, by: object) -> None:
    """Store that a finding is not wanted, and say it."""
    if desk.commit(edits.add(finding.dismissal(new_id()), label=_("Dismiss a finding")), by):
        desk.toast(said)


class Advice(QWidget):
    """Asks the rules a moment after a change, so that typing never waits for them."""

    about: ClassVar[type[Record]]
    moment: ClassVar[int] = 0
    """In milliseconds."""
    dismissed: ClassVar[Message]
    """What the toast says after a finding was dismissed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self._found: dict[int, Finding] = {}
        self._shown: list[FindingWords] | None = None
        self.tray = FindingsTray(finding_labels(desk))
        self.tray.acted.connect(lambda key: desk.go(place_of(self._found[key].action)))
        self.tray.dismissed.connect(lambda key: dismiss(desk, self._found[key], self.dismissed, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tray)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(self.moment)
        self._soon.timeout.connect(self.show_now)

    @abstractmethod
    def title(self, count: int) -> Message:
        """What stands above ``count`` findings."""

    def sentence(self, finding: Finding, _record: Record) -> str:
        """What is said of the record."""
        return self._desk.say(finding.message)

    def show_record(self, record: Record) -> None:
        """Ask about this record; what was said of another one goes at once."""
        if record.id != self._id:
            self._id, self._shown = record.id, None
            self.tray.show_findings("", [])
        self._soon.start()

    def show_now(self) -> None:
        """Ask, and show what was found."""
        desk, say = self._desk, self._desk.say
        record = desk.plan.get(self.about, self._id)
        if record is None:
            return
        self._found = dict(enumerate(advise_record(desk.plan, record, desk.today())))
        words = [FindingWords(key, self.sentence(each, record), say(each.why), say(each.action.label))
                 for key, each in self._found.items()]  # fmt: skip
        if words != self._shown:
            self._shown = words
            self.tray.show_findings(say(self.title(len(words))), words)
