"""What is asked of a mentor who leaves with comments that were not returned yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _, _n
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 460


class Leaving(Sheet):
    """``kept`` says whether they are on the disk: where they are not, closing would lose them, and it says so."""

    return_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, count: int, kept: bool, language: Language, window: QWidget) -> None:
        say = language.say
        title = say(_n("{count} comment not returned yet", "{count} comments not returned yet", count))
        super().__init__(window, title, _WIDE)
        told = _n("Closing keeps it on this computer: open the review again to go on.",
                  "Closing keeps them on this computer: open the review again to go on.", count)  # fmt: skip
        lost = _n("It could not be kept on this computer. Closing loses what you wrote last; return it now.",
                  "They could not be kept on this computer. Closing loses what you wrote last; return it now.",
                  count)  # fmt: skip
        self.now = Button(say(_("Return now")), Kind.PRIMARY, "send")
        closing = _n("Close, it is kept", "Close, they are kept", count)
        losing = _n("Close and lose it", "Close and lose them", count)
        self.close_it = Button(say(closing if kept else losing))
        self.stay = Button(say(_("Cancel")))
        self.now.clicked.connect(lambda: self._leave(self.return_wanted))
        self.close_it.clicked.connect(lambda: self._leave(self.close_wanted))
        self.stay.clicked.connect(self.close)
        for each in (self.close_it, self.stay):
            each.setAutoDefault(False)
        self.now.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "heading"))
        column.addWidget(Paragraph(say(told if kept else lost), "body", "muted" if kept else "bad"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for each in (self.now, self.close_it, self.stay):
            flow.addWidget(each)
        column.addWidget(buttons)

    def _leave(self, signal) -> None:
        self.close()
        signal.emit()
