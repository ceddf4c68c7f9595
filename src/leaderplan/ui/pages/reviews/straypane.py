"""An answer that could not be taken in: whose it is, why it lies here, and what it says as far as it can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.opening import safe_name
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Round, StrayAnswer
from leaderplan.domain.review.merging import Answer, Said
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.naming import name_of
from leaderplan.ui.pages.reviews.about import Text
from leaderplan.ui.pages.reviews.left import LongText
from leaderplan.ui.pages.reviews.pane import Pane
from leaderplan.ui.pages.reviews.wording import VERBS, near_day
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.text import Paragraph

ChooseFile = Callable[[QWidget, str, str], str]
_MOST = 200


class StrayPane(Pane):
    """``dealt_with`` tells the id of the answer that needs no more attention."""

    dealt_with = Signal(str)

    def __init__(self, desk: Desk, choose_file: ChooseFile | None = None, parent: QWidget | None = None) -> None:
        super().__init__(desk.say(_("An answer that is kept aside")), parent)
        self._desk, self._choose_file = desk, choose_file or _ask_where
        self._stray: StrayAnswer | None = None
        self.said: list[str] = []
        self.buttons: list[Button] = []

    def show_stray(self, stray: StrayAnswer) -> None:
        """Show one, and read it in a task."""
        if stray == self._stray:
            return
        self._stray = stray
        self._begin()
        self.said, self.buttons = [], []
        say, column = self._desk.say, self._column
        column.addWidget(Paragraph(stray.author or say(_("Nobody is named in it")), "heading"))
        column.addWidget(Paragraph(" · ".join(self._facts(stray)), "body", "muted"))
        column.addWidget(Paragraph(say(_("Why it was not taken in")), "strong"))
        column.addWidget(Paragraph(stray.reason))
        column.addWidget(self._actions(stray))
        column.addWidget(Hairline())
        column.addWidget(Paragraph(say(_("What it says")), "strong"))
        self._reading = Paragraph(say(_("Reading it …")), "body", "muted")
        column.addWidget(self._reading)
        column.addStretch()
        self._read(stray)

    def _facts(self, stray: StrayAnswer) -> list[str]:
        say, facts = self._desk.say, [stray.title]
        round = self._desk.plan.get(Round, stray.round)
        if round is not None:
            facts.append(round.title)
        if stray.came_on:
            facts.append(say(_("came {day}", day=near_day(stray.came_on, self._desk.today(), self._desk.language))))
        return facts

    def _actions(self, stray: StrayAnswer) -> QWidget:
        say = self._desk.say
        row = QWidget()
        flow = FlowLayout(row)
        save = Button(say(_("Save the file…")), icon="download")
        save.clicked.connect(lambda: self._save(stray))
        self.buttons = [save]
        if not self._desk.workspace.read_only and stray.read_on is None:
            done = Button(say(_("Dealt with")), icon="check")
            done.clicked.connect(lambda: self.dealt_with.emit(stray.id))
            self.buttons.append(done)
        for button in self.buttons:
            flow.addWidget(button)
        return row

    def _read(self, stray: StrayAnswer) -> None:
        reviews = self._desk.reviews
        if reviews is None:
            self._show_answer(stray, None)
            return
        self._desk.tasks.start(
            _("Reading {file}", file=stray.title),
            lambda _progress, _cancelled: reviews.stray(stray),
            lambda found: self._show_answer(stray, found),
            lambda _error: self._show_answer(stray, None),
            quiet=True,
        )

    def _show_answer(self, stray: StrayAnswer, found: Answer | None) -> None:
        if stray != self._stray:
            return
        say, column = self._desk.say, self._column
        entries = found.said if found else ()
        if not entries:
            self._reading.setText(say(_("It cannot be read here. Save the file, and ask who sent it.")))
            return
        self._reading.hide()
        self.said = [self._words(self._desk.plan, entry) for entry in entries[:_MOST]]
        for words in self.said:
            column.insertWidget(column.count() - 1, LongText(self._desk, Text(words)))
        if len(entries) > _MOST:
            more = say(_("and {count} more, in the file", count=len(entries) - _MOST))
            column.insertWidget(column.count() - 1, Paragraph(more, "small", "muted"))

    def _words(self, plan: Plan, entry: Said) -> str:
        say, comment = self._desk.say, entry.comment
        if comment is None or comment.kind is None:
            return say(_("{number}. It cannot be read: {reason}", number=entry.number, reason=entry.trouble or ""))
        record = plan.find(comment.record)
        about: str | Message = (
            name_of(record, plan.find, self._desk.language) if record else _("what is not known here")
        )
        if not comment.record:
            about = _("the plan as a whole")
        parts = [part for part in (comment.quote and f"“{comment.quote}”", comment.proposed, comment.text) if part]
        head = _("{number}. {verb}, on {about}", number=entry.number, verb=VERBS[comment.kind], about=about)
        return "\n".join((say(head), *parts))

    def _save(self, stray: StrayAnswer) -> None:
        attachment, blobs = stray.attachment, self._desk.workspace.blobs
        if attachment is None:
            return
        chosen = self._choose_file(self, self._desk.say(_("Save the file")), safe_name(attachment.name))
        if chosen:
            target = Path(chosen)
            self._desk.tasks.start(
                _("Saving {file}", file=target.name),
                lambda progress, _cancelled: blobs.copy_to(attachment, target, progress),
                lambda _nothing: self._desk.toast(_("Saved as {file}.", file=target.name), undo=False),
                self._fail,
            )

    def _fail(self, error: UserError) -> None:
        self._desk.trouble(error)


def _ask_where(parent: QWidget, title: str, name: str) -> str:
    path, _filter = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name))
    return path
