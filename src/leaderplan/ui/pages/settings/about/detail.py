"""The right side: one work, and the text of its licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from leaderplan import licences
from leaderplan.domain.messages import _
from leaderplan.licences import Work
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.about.program import ProgramHead
from leaderplan.ui.pages.settings.about.words import ROOM, RingedWords, Words
from leaderplan.ui.pages.settings.about.workhead import WorkHead
from leaderplan.ui.widgets.hairline import Hairline

_READING = 720


class Detail(QScrollArea):
    """The text scrolls by itself; the whole does where there is too little room for both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None
        self.program = ProgramHead(desk)
        self.head = WorkHead(desk)
        self.words = Words(desk.say(_("Text of the licence")))
        self.setAccessibleName(desk.say(_("About")))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._laid_out())

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the name."""
        self.head.name.setVisible(not fills)
        self.program.name.setVisible(not fills)

    def show_work(self, work: Work, is_program: bool) -> None:
        """Show another one; its text is read in a task."""
        if work == self._work:
            return
        self._work = work
        self.program.setVisible(is_program)
        self.head.setVisible(not is_program)
        self.head.show_work(work)
        self.words.clear()
        self.verticalScrollBar().setValue(0)
        self._desk.tasks.start(
            _("Reading the licence"),
            lambda _progress, _cancelled: licences.text(work),
            lambda text: self._show_text(work, text),
            quiet=True,
        )

    def _show_text(self, work: Work, text: str) -> None:
        if work == self._work:  # and not yet another one
            self.words.setPlainText(text)

    def _laid_out(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(_READING) + 64)
        head = QVBoxLayout()
        head.setContentsMargins(32, 16, 32, 12 - ROOM)
        head.setSpacing(12)
        for part in (self.program, self.head, Hairline()):
            head.addWidget(part)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 16 - ROOM)
        column.setSpacing(0)
        column.addLayout(head)
        text = QVBoxLayout()
        text.setContentsMargins(32 - ROOM, 0, 32 - ROOM, 0)
        text.addWidget(RingedWords(self.words))
        column.addLayout(text, 1)
        return inner
