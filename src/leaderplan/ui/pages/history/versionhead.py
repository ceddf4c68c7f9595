"""Above one of two versions: when it was, what led to it, the way to the ones before and after, and back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.days import moment_words
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.versionlist import State
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class VersionHead(QWidget):
    """``moved`` tells 1 for the version before and -1 for the one after, as they are listed newest first."""

    moved = Signal(int)

    def __init__(self, desk: Desk, side: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, say = desk, desk.say
        self.when = Paragraph("", "strong")
        self.what = PlainLabel("", "small", "muted", shortens=True)
        self.earlier = Button("", Kind.ICON, "chevron-left", small=True,
                              name=say(_("{side}: the version before", side=side)))  # fmt: skip
        self.later = Button("", Kind.ICON, "chevron-right", small=True,
                            name=say(_("{side}: the version after", side=side)))  # fmt: skip
        self.restore = Button(say(_("Restore this version")), Kind.PLAIN, "history", small=True)
        self.restore.setAccessibleName(say(_("{side}: restore this version", side=side)))
        self.earlier.clicked.connect(lambda: self.moved.emit(1))
        self.later.clicked.connect(lambda: self.moved.emit(-1))
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.when, 1)
        above.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(self.what)
        column.addSpacing(6)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_state(self, state: State, *, is_now: bool, can_return: bool) -> None:
        """Say which version it is; ``can_return`` offers the way back to it."""
        say, desk = self._desk.say, self._desk
        moment = moment_words(state.at, desk.today(), desk.language)
        if is_now and state.record is not None:
            moment = say(_("Now · {moment}", moment=moment))
        elif state.record is None:
            moment = say(_("Removed · {moment}", moment=moment))
        self.when.setText(moment)
        self.what.setText(say(state.label))
        self.restore.setVisible(can_return)

    def let_move(self, earlier: bool, later: bool) -> None:
        """Whether there is a version before, and one after, that may stand here."""
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)
