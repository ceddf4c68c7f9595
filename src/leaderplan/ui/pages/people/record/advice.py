"""What the rules say of a person, at the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Person
from leaderplan.domain.rules import Finding, advise_record
from leaderplan.ui.desk import Desk
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.finding import FindingLabels, FindingsTray, FindingWords


class Advice(QWidget):
    """Asks the rules a moment after a change, so that typing never waits for them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk, self._id = desk, ""
        self._found: dict[int, Finding] = {}
        self._shown: list[FindingWords] | None = None
        labels = FindingLabels(say(_("Why")), say(_("Not for this one")), say(_("Fold")), say(_("Unfold")))
        self.tray = FindingsTray(labels)
        self.tray.acted.connect(self._act)
        self.tray.dismissed.connect(self._dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tray)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_now)

    def show_record(self, person: Person) -> None:
        """Ask about this person; what was said of another one goes at once."""
        if person.id != self._id:
            self._id, self._shown = person.id, None
            self.tray.show_findings("", [])
        self._soon.start(0)

    def show_now(self) -> None:
        """Ask, and show what was found."""
        desk, say = self._desk, self._desk.say
        person = desk.plan.get(Person, self._id)
        if person is None:
            return
        self._found = dict(enumerate(advise_record(desk.plan, person, desk.today())))
        words = [FindingWords(key, say(each.message), say(each.why), say(each.action.label))
                 for key, each in self._found.items()]  # fmt: skip
        if words != self._shown:
            self._shown = words
            title = _n("One thing to do", "{count} things to do", len(words))
            self.tray.show_findings(say(title), words)

    def _act(self, key: int) -> None:
        place = self._found[key].action.place
        self._desk.go(Place(place.page, place.record or None, f"+{place.adds}" if place.adds else place.field or None))

    def _dismiss(self, key: int) -> None:
        edit = edits.add(self._found[key].dismissal(new_id()), label=_("Dismiss a finding"))
        if self._desk.commit(edit, self):
            self._desk.toast(_("This is not said of this person any more."))
