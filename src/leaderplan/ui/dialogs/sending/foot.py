"""The foot of the sheet: what stands in the way or went wrong, and the buttons that fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph, as_tip


class Foot(QWidget):
    """*Leave* and *Save the file…*; while it is written *Cancel*, and at the end *Done*."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._say = desk.say, desk.say
        self.note = Paragraph("", "small", "muted")
        self.leave = Button(say(_("Leave")))
        self.save = Button(say(_("Save the file…")), Kind.PRIMARY, "send")
        self.cancel = Button(say(_("Cancel")))
        self.done = Button(say(_("Done")), Kind.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(8)
        row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.leave, self.save, self.cancel, self.done):
            row.addWidget(button)
        self.cancel.hide()
        self.done.hide()

    def show_hindrance(self, why: Message | None) -> None:
        """Let it be saved, or say why it cannot be yet."""
        self._choose(self.leave, self.save)
        self.save.setEnabled(why is None)
        self.say(why)
        words = self._say(why) if why else ""
        self.save.setToolTip(as_tip(words))
        self.save.setAccessibleDescription(words)

    def say(self, message: Message | None, *, wrong: bool = False) -> None:
        """Say one sentence beside the buttons."""
        self.note.set_token("bad" if wrong else "muted")
        self.note.setText(self._say(message) if message else "")

    def work(self, message: Message, may_stop: bool) -> None:
        """The file is being written."""
        self._choose(self.cancel)
        self.cancel.setEnabled(may_stop)
        self.say(message)
        if may_stop:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """It is written."""
        self.say(None)
        self._choose(self.done)
        self.done.setDefault(True)
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, *shown: Button) -> None:
        for button in (self.leave, self.save, self.cancel, self.done):
            button.setVisible(button in shown)
