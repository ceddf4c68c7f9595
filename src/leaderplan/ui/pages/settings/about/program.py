"""The head of About LeaderPlan: the mark, the versions, where the plan lives, and the two promises."""

from __future__ import annotations

from PySide6.QtCore import QSize, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leaderplan import __version__, about
from leaderplan.domain.messages import _
from leaderplan.ui.brand import MARK, paint_brand
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.buttonrow import ButtonRow
from leaderplan.ui.pages.settings.facts import Facts, PathLine
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_TIMES = 2
_OFFLINE = _("LeaderPlan works offline. It uses no network, and nothing leaves your plan unless you export it.")
_FREE = _(
    "It is free software under the MIT licence, which stands below. It uses Qt and PySide6, copyright The Qt Company "
    "Ltd. and other contributors, under the LGPL, and other works under licences of their own. Each is listed here "
    "with its text."
)


class Mark(QWidget):
    """The mark, beside the name that says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current_theme().type.px(MARK * _TIMES)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        left = theme.type.px(2 * _TIMES)  # so that its axis begins where the words below do
        paint_brand(QPainter(self), -left, 0, theme, _TIMES)


class ProgramHead(QWidget):
    """What runs here and on what; copied as text for whoever is told of a fault."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        self.name = QWidget()
        self.folder = PathLine(desk, str(desk.workspace.folder), say(_("Folder of the plan")))
        self.open = Button(say(_("Open the folder")), icon="folder-open")
        self.copy = Button(say(_("Copy the versions")), icon="copy")
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        facts = Facts()
        facts.show_facts(
            [
                (say(_("Version")), __version__),
                (say(_("Runs on")), about.parts(qVersion())),
                (say(_("Plan")), self.folder),
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._lay_out_name()
        column.addWidget(self.name)
        column.addWidget(Paragraph(say(_OFFLINE)))
        column.addWidget(facts)
        column.addWidget(ButtonRow(self.open, self.copy))
        column.addWidget(Paragraph(say(_FREE), "small", "muted"))

    def _lay_out_name(self) -> None:
        row = QHBoxLayout(self.name)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(Mark())
        row.addWidget(PlainLabel("LeaderPlan", "title"), 1)

    def _open(self) -> None:
        folder = self._desk.workspace.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.toast(_("The system has nothing to open {name} with.", name=str(folder)), undo=False)

    def _copy(self) -> None:
        """Without the folder, which may hold the person's name."""
        QGuiApplication.clipboard().setText(about.versions(qVersion()))
        self._desk.toast(_("The versions are on the clipboard."), undo=False)
