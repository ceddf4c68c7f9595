"""The review report: every comment of a round with what became of it, as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Round
from leaderplan.ui import asking
from leaderplan.ui.asking import AskTarget
from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import PageAction

_PDF: Final = ".pdf"


class Reporting(QObject):
    """Of the round that ``in_view`` gives; None while an answer kept aside, or nothing, is looked at."""

    def __init__(
        self, desk: Desk, page: QWidget, in_view: Callable[[], Round | None], ask_target: AskTarget | None = None
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._in_view = desk, page, in_view
        self._ask_target = ask_target or asking.ask_target

    def action(self) -> PageAction:
        """What Ctrl+E does."""
        nothing = _("Choose a round to report on.")
        return PageAction(_("Report"), "file-output", self.ask, self._in_view() is not None, nothing)

    def ask(self) -> None:
        """Ask where, then write it in a task."""
        round, reviews, say = self._in_view(), self._desk.reviews, self._desk.say
        if round is None or reviews is None:
            return
        name = f"{round.title} – {say(_('report'))}{_PDF}"
        target = self._ask_target(self._page, say(_("Write the report")), name, "PDF", _PDF)
        if target is None:
            return
        self._desk.tasks.start(
            _("Setting the report"),
            lambda progress, cancelled: reviews.report(round, target, progress, cancelled),
            lambda pages: self._desk.toast(_written(target, pages), undo=False),
            self._desk.trouble,
        )


def _written(target: Path, pages: int) -> Message:
    return _("The report is in {file}; pages: {pages}.", file=str(target), pages=pages)
