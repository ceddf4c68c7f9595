"""A sealed review: asks for the passphrase, and tries it while the window lives on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui.desk import sentences
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.answering import Answering, Envelope
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import Paragraph

_WIDE = 480


class Unsealing(QWidget):
    """``unlocked`` tells the key."""

    unlocked = Signal(object)

    def __init__(
        self, envelope: Envelope, answering: Answering, language: Language, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._envelope, self._answering, self._tasks = envelope, answering, tasks
        self._say = say = language.say
        self.field = QLineEdit()
        self.field.setAccessibleName(say(_("Passphrase")))
        self.field.setPlaceholderText(say(_("The six words, or their own passphrase")))
        self.field.returnPressed.connect(self._try)
        self.wrong = Paragraph("", "small", "bad")
        self.wrong.hide()
        self.open = Button(say(_("Open the review")), Kind.PRIMARY)
        self.open.clicked.connect(self._try)
        self._middle = QWidget(self)
        self._column = QVBoxLayout(self._middle)
        self._lay_out()

    def resizeEvent(self, event) -> None:
        wide = min(current_theme().type.px(_WIDE), self.width() - 64)
        self._middle.setGeometry((self.width() - wide) // 2, 16, wide, self.height() - 32)

    def _lay_out(self) -> None:
        say, column = self._say, self._column
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(IconLabel("lock", "accent", 32), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addWidget(Paragraph(say(_("This review is sealed")), "heading"))
        column.addSpacing(8)
        told = _("Whoever sent it gave you a passphrase, by another way than the file. It is needed each time.")
        column.addWidget(Paragraph(say(told), "body", "muted"))
        column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.wrong)
        column.addStretch(5)

    def _try(self) -> None:
        typed = self.field.text()
        if not typed.strip() or not self.open.isEnabled():
            return
        self._wait(True)
        self._tasks.start(
            _("Trying the passphrase"),
            lambda _progress, _cancelled: self._answering.unlock(self._envelope, typed),
            self.unlocked.emit,
            self._refuse,
        ).ended.connect(lambda: self._wait(False))

    def _refuse(self, error: UserError) -> None:
        self._wait(False)
        words = self._say(sentences(error))
        self.wrong.setText(words)
        self.wrong.show()
        self.field.setAccessibleDescription(words)
        mark_wrong(self.field, True)
        self.field.setFocus()
        self.field.selectAll()

    def _wait(self, waiting: bool) -> None:
        for part in (self.field, self.open):
            part.setEnabled(not waiting)
