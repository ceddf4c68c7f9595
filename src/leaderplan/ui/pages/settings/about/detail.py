"""The right side: one work, and the text of its licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from leaderplan import licences
from leaderplan.domain.messages import _
from leaderplan.licences import Work
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.about.program import ProgramHead
from leaderplan.ui.pages.settings.about.workhead import WorkHead
from leaderplan.ui.widgets.hairline import Hairline

_READING = 720
_LEAST_LINES = 10


class Detail(QScrollArea):
    """The text scrolls by itself; the whole does where there is too little room for both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None
        self.program = ProgramHead(desk)
        self.head = WorkHead(desk)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setProperty("bare", True)
        self.words.setAccessibleName(desk.say(_("Text of the licence")))
        self.words.document().setDocumentMargin(0)
        self.words.setMinimumHeight(current_theme().type.line * _LEAST_LINES)
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
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        column.addWidget(self.program)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addWidget(self.words, 1)
        return inner
