"""Whom it is for: somebody of the plan, mentors before others, or a name that makes a new mentor."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Person, Tier
from leaderplan.domain.review.rounds import rounds_with
from leaderplan.domain.review.sending import mentor_named
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph


class NameLine(QLineEdit):
    """``entered`` tells that it is done with; the arrow down opens the names."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()  # which goes no further: it would press the button of the sheet
        elif event.key() == Qt.Key.Key_Down and not (popup and popup.isVisible()):
            self.open_names()
        else:
            super().keyPressEvent(event)

    def open_names(self) -> None:
        """Show all that can be chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.completer().setCompletionPrefix("")
        self.completer().complete()


class MentorField(QWidget):
    """``changed`` tells that another name stands in it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self._new_id = new_id()
        self._people: dict[str, Person] = {}
        self._names = QStringListModel(self)
        self.line = NameLine()
        self.line.setAccessibleName(say(_("To")))
        self.line.setPlaceholderText(say(_("Name of the mentor")))
        self.line.setMaxLength(200)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(say(_("People of the plan")))
        self.line.setCompleter(completer)
        self.open = Button("", Kind.ICON, "chevron-down", name=say(_("People of the plan")))
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self.line.open_names)
        self.note = Paragraph("", "small", "muted")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.note)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._tell)
        self.offer()

    @property
    def mentor(self) -> Person | None:
        """Who is named; somebody who is not in the plan yet where nobody is called so."""
        typed = " ".join(self.line.text().split())
        if not typed:
            return None
        return self._people.get(typed) or mentor_named(self._desk.plan, typed, lambda: self._new_id)

    def offer(self) -> None:
        """The people of the plan as they are now."""
        people = sorted(self._desk.plan.all(Person), key=lambda each: (each.tier is not Tier.MENTOR,
                                                                        each.name.casefold(), each.id))  # fmt: skip
        self._people = {}
        for person in people:
            words = " ".join(person.name.split())
            if words in self._people:
                words = f"{words} · {person.role or person.organisation or person.id[-6:]}"
            self._people.setdefault(words, person)
        self._names.setStringList(list(self._people))
        self.open.setVisible(bool(people))
        self._say_who()

    def _tell(self) -> None:
        self._say_who()
        self.changed.emit()

    def _say_who(self) -> None:
        said = self._who()
        self.note.setText(self._desk.say(said) if said else "")
        self.note.setVisible(said is not None)

    def _who(self) -> Message | None:
        mentor = self.mentor
        if mentor is None:
            return None
        if self._desk.plan.find(mentor.id) is None:
            return _("Not in the plan yet: {name} is added to the people, as a mentor.", name=mentor.name)
        count = len(rounds_with(self._desk.plan, mentor.id))
        if count:
            return _n("{count} round before this one.", "{count} rounds before this one.", count)
        return _("The first round.")
