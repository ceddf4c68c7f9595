"""The choice of a passphrase: six words to write down, one of the person's own, or, where that is offered, none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.exchange.passphrase import SHORTEST, demand_strong
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.wordsbox import WordsBox
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.check import Check
from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import Paragraph


class Seal(Enum):
    """What keeps a copy closed."""

    WORDS = auto()
    OWN = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of each way; ``to_keep`` where it is to be written down, ``open`` asks for none."""

    notes: Mapping[Seal, Message]
    open: Message
    to_keep: bool = True


_NOTES = {
    Seal.WORDS: _(
        "Write these words down, away from this computer. Without them nobody can open the copies, neither we nor you."
    ),
    Seal.OWN: _("Write it down, away from this computer. Without it nobody can open the copies, neither we nor you."),
    Seal.OPEN: _("Anybody who gets the file can read your whole plan, with what you wrote about other people."),
}
_OF_COPIES = Advice(_NOTES, _("Save it without a passphrase"))


class PassphraseChoice(QWidget):
    """``changed`` tells that it became ready or is so no longer, or that it has another height."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        words: str,
        *,
        may_be_open: bool = False,
        advice: Advice = _OF_COPIES,
        anew: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk, self._words, self._seal, self._advice = desk, words, Seal.WORDS, advice
        self._anew = anew
        self.box = WordsBox(say(_("Six words")), words)
        self.own = QLineEdit()
        self.own.setAccessibleName(say(_("Your own passphrase")))
        self.own.setPlaceholderText(say(_("At least {count} characters", count=SHORTEST)))
        self._problem = Paragraph("", "small", "bad")
        self._note = Paragraph("", "body", "muted")
        self.copy = Button(say(_("Copy the words")), icon="copy", small=True)
        self.other = Button(say(_("Other words")), icon="refresh-cw", small=True)
        self.written = Check()
        self.links = {
            Seal.WORDS: Link(say(_("Use six words instead"))),
            Seal.OWN: Link(say(_("Use my own passphrase instead"))),
            Seal.OPEN: Link(say(advice.open)),
        }
        self._may_be_open = may_be_open
        self._connect()
        self._lay_out()
        self.choose(Seal.WORDS)

    @property
    def passphrase(self) -> str | None:
        """What was chosen; None for a copy that is not sealed."""
        return {Seal.WORDS: self._words, Seal.OWN: self.own.text(), Seal.OPEN: None}[self._seal]

    @property
    def weakness(self) -> Message | None:
        """Why what was typed will not do; None where it will, or nothing is to be typed."""
        return self._weakness() if self._seal is Seal.OWN else None

    @property
    def is_ready(self) -> bool:
        """Whether it can be used: strong enough, and written down where it is to be kept."""
        if self.weakness is not None:
            return False
        return self._seal is Seal.OPEN or not self._advice.to_keep or self.written.isChecked()

    def choose(self, seal: Seal) -> None:
        """Take one of the ways."""
        self._seal = seal
        words, own = seal is Seal.WORDS, seal is Seal.OWN
        for part in (self.box, self.copy):
            part.setVisible(words)
        self.other.setVisible(words and self._anew is not None)
        self.own.setVisible(own)
        self._note.setText(self._desk.say(self._advice.notes[seal]))
        self.written.setChecked(False)
        self.written.setVisible(seal is not Seal.OPEN and self._advice.to_keep)
        self.written.set_words(self._desk.say(_("I have written them down") if words else _("I have written it down")))
        for way, link in self.links.items():
            link.setVisible(way is not seal and (way is not Seal.OPEN or self._may_be_open))
        self._judge()
        if own:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy)
        self.other.clicked.connect(self._take_others)
        self.own.textChanged.connect(self._judge)
        self.written.toggled.connect(lambda _on: self.changed.emit())
        for seal, link in self.links.items():
            link.clicked.connect(lambda _on=False, seal=seal: self.choose(seal))

    def _lay_out(self) -> None:
        ways = QWidget()
        flow = FlowLayout(ways, gap=16)
        flow.addWidget(self.copy)
        flow.addWidget(self.other)
        for link in self.links.values():
            flow.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.box, self.own, self._problem, self._note, ways, self.written):
            column.addWidget(part)

    def _take_others(self) -> None:
        if self._anew is not None:
            self._words = self._anew()
            self.box.words.setPlainText(self._words)
            self.copy.setText(self._desk.say(_("Copy the words")))
            self.box.updateGeometry()
            self.changed.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.copy.setText(self._desk.say(_("Copied")))
        self.copy.updateGeometry()

    def _judge(self) -> None:
        weakness = self._weakness() if self._seal is Seal.OWN and self.own.text() else None
        self._problem.setText(self._desk.say(weakness) if weakness else "")
        self._problem.setVisible(weakness is not None)
        self.own.setAccessibleDescription(self._problem.text())
        mark_wrong(self.own, weakness is not None)
        self.changed.emit()

    def _weakness(self) -> Message | None:
        try:
            demand_strong(self.own.text())
        except UserError as error:
            return error.happened
        return None
