"""The head of a round: when it went and came, what was asked, what became of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Fate, Person
from leaderplan.domain.review.rounds import Standing, State
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.reference import ReferenceField
from leaderplan.ui.pages.reviews.about import Text
from leaderplan.ui.pages.reviews.left import LongText
from leaderplan.ui.pages.reviews.wording import near_day
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.switch import Switch
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class Head(QWidget):
    """``mentor_chosen`` tells the id of a person, ``mentor_named`` a name that nobody has yet."""

    filtered = Signal(bool)
    """Whether only what is to do is shown."""
    closed = Signal()
    opened = Signal()
    saved = Signal()
    looked = Signal()
    reported = Signal()
    mentor_chosen = Signal(object)
    mentor_named = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        self._facts = Paragraph("", "body", "muted")
        self._asked = QVBoxLayout()
        self._question: str | None = None
        self._who = QWidget()
        self.mentor = ReferenceField(say(_("Mentor")), say(_("Type a name")))
        self.mentor.chosen.connect(lambda id: self.mentor_chosen.emit(id) if id else None)
        self.mentor.wanted.connect(self.mentor_named)
        self.switch = Switch((say(_("All")), say(_("To do"))), say(_("Which comments")))
        self.switch.chosen.connect(lambda number: self.filtered.emit(number == 1))
        self.close_round = Button(say(_("Close the round")), small=True)
        self.open_round = Button(say(_("Open it again")), small=True)
        self.save = Button(say(_("Save the file again…")), small=True)
        self.look = Button(say(_("What was sent")), small=True)
        self.report = Button(say(_("Report…")), small=True, name=say(_("Write the report of this round")))
        self.nothing = Paragraph("", "body", "muted")
        for button, told in ((self.close_round, self.closed), (self.open_round, self.opened), (self.save, self.saved),
                             (self.look, self.looked), (self.report, self.reported)):  # fmt: skip
            button.clicked.connect(told)
        self._lay_out()

    def show_round(self, found: Standing, mentor: Person | None, writes: bool, only_open: bool) -> None:
        """Show where a round stands."""
        round, closed = found.round, found.state is State.CLOSED
        self._facts.setText(". ".join(self._desk.say(fact) for fact in self._told(found)) + ".")
        self._show_question(round.message)
        self._who.setVisible(mentor is None and writes)
        if mentor is None:
            people = self._desk.plan.all(Person)
            self.mentor.offer([(person, person.name) for person in people])
            self.mentor.set_value(None, "")
        self.switch.setVisible(bool(found.threads))
        self.switch.show_choice(int(only_open))
        self.close_round.setVisible(writes and found.state is State.BACK)
        self.open_round.setVisible(writes and closed)
        self.save.setVisible(writes and round.snapshot is not None and not closed)
        self.report.setVisible(bool(found.threads) and self._desk.reviews is not None)
        self.look.setVisible(self._desk.reviews is not None and round.snapshot is not None)

    def say_nothing(self, message: Message | None) -> None:
        """Say why no comment is in view; None while there are some."""
        self.nothing.setText(self._desk.say(message) if message else "")
        self.nothing.setVisible(message is not None)

    def _show_question(self, message: str) -> None:
        if message == self._question:
            return
        self._question = message
        clear(self._asked)
        if message:
            words = self._desk.say(_("You asked: {message}", message=message))
            self._asked.addWidget(LongText(self._desk, Text(words), "muted"))

    def _told(self, found: Standing) -> Iterator[Message]:
        round, today, language = found.round, self._desk.today(), self._desk.language
        if round.sent_on:
            yield _("Sent {day}", day=near_day(round.sent_on, today, language))
        if found.came_on:
            yield _("Came {day}", day=near_day(found.came_on, today, language))
        if round.closed_on:
            yield _("Closed {day}", day=near_day(round.closed_on, today, language))
        counts = [_count(fate, found.fates[fate]) for fate in (Fate.OPEN, Fate.ACCEPTED, Fate.DONE, Fate.DECLINED)
                  if found.fates[fate]]  # fmt: skip
        if found.withdrawn:
            counts.append(_n("{count} withdrawn", "{count} withdrawn", found.withdrawn))
        if counts:
            yield _("{counts}", counts=tuple(counts))

    def _lay_out(self) -> None:
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 4, 0, 4)
        who.setSpacing(4)
        who.addWidget(PlainLabel(self._desk.say(_("Who is the mentor of this round?")), "small", "muted"))
        who.addWidget(self.mentor)
        line = QWidget()
        flow = FlowLayout(line)
        for part in (self.switch, self.close_round, self.open_round, self.report, self.look, self.save):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 14)
        column.setSpacing(6)
        column.addWidget(self._facts)
        column.addLayout(self._asked)
        column.addWidget(self._who)
        column.addSpacing(2)
        column.addWidget(line)
        column.addWidget(self.nothing)


def _count(fate: Fate, count: int) -> Message:
    match fate:
        case Fate.ACCEPTED:
            return _n("{count} accepted", "{count} accepted", count)
        case Fate.DECLINED:
            return _n("{count} declined", "{count} declined", count)
        case Fate.DONE:
            return _n("{count} done", "{count} done", count)
    return _n("{count} to do", "{count} to do", count)
