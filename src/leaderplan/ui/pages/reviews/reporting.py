"""The review report: every comment of a round with what became of it, as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Round
from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import PageAction
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import as_tip

AskFile = Callable[[QWidget, str, str], str]


class Reporting(QObject):
    """Of the round that ``in_view`` gives; None while an answer kept aside, or nothing, is looked at."""

    def __init__(
        self, desk: Desk, page: QWidget, in_view: Callable[[], Round | None], ask_file: AskFile | None = None
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._in_view = desk, page, in_view
        self._ask_file = ask_file or _ask_file
        self.button = Button(desk.say(_("Report")), name=desk.say(_("Write the report of this round")))
        self.button.clicked.connect(self.ask)

    def action(self) -> PageAction | None:
        """The same by Ctrl+E."""
        nothing = _("Choose a round to report on.")
        return PageAction(_("Report"), "file-output", self.ask, self._in_view() is not None, nothing)

    def follow(self) -> None:
        """Offer it for a round only."""
        self.button.setEnabled(self._in_view() is not None)
        why = "" if self.button.isEnabled() else self._desk.say(_("Choose a round to report on."))
        self.button.setToolTip(as_tip(why))

    def ask(self) -> None:
        """Ask where, then write it in a task."""
        round, reviews, say = self._in_view(), self._desk.reviews, self._desk.say
        if round is None or reviews is None:
            return
        path = self._ask_file(self._page, say(_("Write the report")), f"{round.title} – {say(_('report'))}.pdf")
        if not path:
            return
        target = Path(path) if path.lower().endswith(".pdf") else Path(f"{path}.pdf")
        self._desk.tasks.start(
            _("Setting the report"),
            lambda progress, cancelled: reviews.report(round, target, progress, cancelled),
            lambda pages: self._desk.toast(_written(target, pages), undo=False),
            self._desk.trouble,
        )


def _written(target: Path, pages: int) -> Message:
    return _("The report is in {file}; pages: {pages}.", file=str(target), pages=pages)


def _ask_file(parent: QWidget, title: str, name: str) -> str:
    path, _filter = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), "PDF (*.pdf)")
    return path
