"""The right side: one backup, what it holds, and the ways back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.store.snapshot import Snapshot
from leaderplan.ui.days import moment_words
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.backups.pane import DifferencesPane
from leaderplan.ui.pages.settings.backups.wording import REASONS, held
from leaderplan.ui.pages.settings.buttonrow import ButtonRow
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_READING = 720


class Detail(QScrollArea):
    """``restore_wanted`` and ``look_wanted`` tell the path of the backup."""

    restore_wanted = Signal(object)
    look_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        self._snapshot: Snapshot | None = None
        self.title = Paragraph("", "heading")
        self._facts = Paragraph("", "body", "muted")
        self.back = Button(say(_("Go back to this")), icon="archive-restore")
        self.look = Button(say(_("Look at it")), icon="eye")
        self._held = Paragraph("")
        self.differences = DifferencesPane(desk)
        self.back.clicked.connect(lambda: self._tell(self.restore_wanted))
        self.look.clicked.connect(lambda: self._tell(self.look_wanted))
        self.setAccessibleName(say(_("Backup")))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._laid_out())

    @property
    def snapshot(self) -> Snapshot | None:
        """The one in view."""
        return self._snapshot

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the moment."""
        self.title.setVisible(not fills)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another one, and begin to compare it with the plan."""
        if self._snapshot == snapshot:
            return
        desk, self._snapshot = self._desk, snapshot
        self.title.setText(moment_words(snapshot.at, desk.today(), desk.language))
        size = size_words(snapshot.size, desk.language)
        self._facts.setText(" · ".join((desk.say(REASONS[snapshot.reason]), size)))
        self._held.setText(held(snapshot.records, desk.language))
        self.differences.wait()
        self.differences.comparing.look(snapshot)
        self.verticalScrollBar().setValue(0)

    def let_go(self) -> None:
        """Keep nothing of the backup in memory."""
        self._snapshot = None
        self.differences.comparing.stop()

    def _tell(self, signal) -> None:
        if self._snapshot is not None:
            signal.emit(self._snapshot.file)

    def _laid_out(self) -> QWidget:
        say = self._desk.say
        note = _(
            "Going back sets the plan as it is now aside, and makes a backup of it first. "
            "That backup stands in this list, so there is a way back from going back."
        )
        head = QVBoxLayout()
        head.setContentsMargins(32, 16, 32, 16)
        head.setSpacing(4)
        for part in (self.title, self._facts):
            head.addWidget(part)
        head.addSpacing(8)
        head.addWidget(ButtonRow(self.back, self.look))
        head.addSpacing(4)
        head.addWidget(Paragraph(say(note), "small", "muted"))
        head.addSpacing(12)
        head.addWidget(Hairline())
        head.addSpacing(8)
        head.addWidget(SectionRow(say(_("What it holds"))))
        head.addWidget(self._held)
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(_READING) + 64)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.differences, 1)
        return inner
