"""What would make this achievement stronger, at the foot of its record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.ids import new_id
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Achievement
from leaderplan.domain.rules import Finding, advise_record
from leaderplan.ui.desk import Desk
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.finding import FindingLabels, FindingsTray, FindingWords

_MOMENT: Final = 120  # milliseconds
_SENTENCE = re.compile(r"(?:^|(?<=[.?] ))[^\W\d_]")


def of_this(message: Message, achievement: Achievement, language: Language) -> str:
    """The message with *this story* where it names the achievement, whose title is to be read above."""
    this = _("this story")
    args = tuple((name, this if value == achievement.title else value) for name, value in message.args)
    said = language.say(replace(message, args=args))
    return _SENTENCE.sub(lambda found: found.group().upper(), said) if args != message.args else said


class Advice(QWidget):
    """Asks the rules a moment after a change, so that typing never waits for them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._found: dict[int, Finding] = {}
        self._shown: list[FindingWords] | None = None
        say = desk.say
        labels = FindingLabels(say(_("Why")), say(_("Not for this one")), say(_("Fold")), say(_("Unfold")))
        self.tray = FindingsTray(labels)
        self.tray.acted.connect(self._act)
        self.tray.dismissed.connect(self._dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tray)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MOMENT)
        self._soon.timeout.connect(self.show_now)

    def show_record(self, achievement: Achievement) -> None:
        """Ask about this achievement; what was said of another one goes at once."""
        if achievement.id != self._id:
            self._id, self._shown = achievement.id, None
            self.tray.show_findings("", [])
        self._soon.start()

    def show_now(self) -> None:
        """Ask, and show what was found."""
        desk = self._desk
        achievement = desk.plan.get(Achievement, self._id)
        if achievement is None:
            return
        found = advise_record(desk.plan, achievement, desk.today())
        self._found = dict(enumerate(found))
        say = desk.say
        words = [FindingWords(key, of_this(each.message, achievement, desk.language), say(each.why),
                              say(each.action.label)) for key, each in self._found.items()]  # fmt: skip
        if words != self._shown:
            self._shown = words
            title = _n("One thing would make this stronger", "{count} things would make this stronger", len(words))
            self.tray.show_findings(say(title), words)

    def _act(self, key: int) -> None:
        place = self._found[key].action.place
        self._desk.go(Place(place.page, place.record or None, f"+{place.adds}" if place.adds else place.field or None))

    def _dismiss(self, key: int) -> None:
        edit = edits.add(self._found[key].dismissal(new_id()), label=_("Dismiss a finding"))
        if self._desk.commit(edit, self):
            self._desk.toast(_("This is not said of this achievement any more."))
