"""Below the map: who is chosen, what was said last, what is next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Service
from leaderplan.domain.rules.losing_touch import Contact
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.people.map.sentence import NamedSentence
from leaderplan.ui.pages.people.touch import ago, who
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.text import PlainLabel


class Foot(QWidget):
    """``noted`` asks for a new conversation with the person it is about."""

    noted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self.sentence = NamedSentence()
        self.next_step = PlainLabel("", "small", "muted", shortens=True)
        self.note = Button(desk.say(_("Note a conversation")))
        self.note.clicked.connect(lambda: self.noted.emit(self._id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.next_step)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Hairline())
        column.addLayout(line)

    def show_contact(self, plan: Plan, touch: Contact | None) -> None:
        """Speak of this person; of nobody it hides."""
        self.setVisible(touch is not None)
        if touch is None:
            return
        person, say = touch.person, self._desk.say
        self._id = person.id
        last = last_talk(plan, person)
        words = (last.outcome or last.about).strip() if last else ""
        said = _("{when}: {words}", when=ago(touch), words=words) if words else ago(touch)
        role = _role(plan, person)
        self.sentence.say(person.name, f"{say(role) if role else ''}. {_stopped(say(said))}")
        step = last.next_step.strip() if last else ""
        self.next_step.setText(say(_("Next step: {step}", step=_stopped(step))) if step else "")


def last_talk(plan: Plan, person: Person) -> Conversation | None:
    """The newest conversation with somebody."""
    talks = plan.referring(Conversation, "person", person)
    return max(talks, default=None, key=lambda talk: (str(talk.on.last) if talk.on else "", talk.id))


def _role(plan: Plan, person: Person) -> Message | None:
    """What follows the name: the services that they run, or who they are, where that is known."""
    services = sorted(service.name for service in plan.referring(Service, "owner", person))
    if services:
        return _(" runs {services}", services=tuple(_("{name}", name=name) for name in services))
    return _(", {role}", role=who(person)) if who(person) else None


def _stopped(words: str) -> str:
    return words if not words or words[-1] in ".!?…" else f"{words}."
