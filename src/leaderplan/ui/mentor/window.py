"""The window on one review file, from the file to the answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _, _n
from leaderplan.errors import UserError
from leaderplan.ui.desk import sentences
from leaderplan.ui.dress import current_theme
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.focus import FocusRing
from leaderplan.ui.header import Header
from leaderplan.ui.heading import Heading, PageAction
from leaderplan.ui.mentor.answering import Answering, Envelope
from leaderplan.ui.mentor.desk import MentorDesk
from leaderplan.ui.mentor.leaving import Leaving
from leaderplan.ui.mentor.returning import Returned, Returning
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.mentor.unsealing import Unsealing
from leaderplan.ui.start.opening import OpeningView
from leaderplan.ui.statusbar import StatusBar
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords
from leaderplan.ui.widgets.toast import Toast
from leaderplan.ui.window import SMALLEST, USUAL

if TYPE_CHECKING:
    from leaderplan.domain.review.book import Book
    from leaderplan.exchange.review.manifest import Head
    from leaderplan.exchange.review.package import Review


class MentorWindow(QWidget):
    """Can be shown before the file is read; :meth:`open` then reads it."""

    entered = Signal(object)
    """The head of the review that is about to be shown; :meth:`give_way` says that another window has it already."""
    shown = Signal()
    """The review is there to read."""
    hindered = Signal()
    """Something is in the way, and the window says what."""
    closing = Signal()

    def __init__(self, file: Path, answering: Answering, language: Language) -> None:
        super().__init__()
        self.file = file
        self._answering, self._language, self._say = answering, language, language.say
        self._tasks = Tasks(self)
        self._gives_way = self._leaves = False
        self.sitting: Sitting | None = None
        self.desk: MentorDesk | None = None
        self._returning: Returning | None = None
        self.setWindowTitle(self._say(_("LeaderPlan – review")))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.header = Header(language, self)
        self._stack = QStackedWidget(self)
        self.status = StatusBar(language, self._tasks, self)
        self.toast = Toast(self._say(_("Undo")), self._say(_("Close")), self)
        self.toast.undone.connect(self._undo)
        self._ring = FocusRing(self)
        self.header.primary_pressed.connect(self.return_it)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.header, 0), (self._stack, 1), (self.status, 0)):
            column.addWidget(part, stretch)
        self.header.show_search(None)
        self.header.show_heading(Heading(self._say(_("Review")), file.name))
        self._tasks.failed.connect(self.show_error)
        self._tasks.broken.connect(self.show_fault)

    @property
    def head(self) -> Head | None:
        """What the review that is read here says of itself; None before one is."""
        return self.sitting.head if self.sitting else None

    def open(self) -> None:
        """Read the file in a task; then it is shown, or its passphrase asked for, or the window says what is wrong."""
        label = _("Opening the review")
        file, answering = self.file, self._answering
        task = self._tasks.start(label, lambda _p, _c: answering.take_up(file), self._taken_up, self._hinder)
        task.broken.connect(lambda _report: self._hinder(_mistake()))
        self._show(OpeningView(self._say(label), task))

    def give_way(self) -> None:
        """Do not show the review: another window does."""
        self._gives_way = True

    def come_forward(self) -> None:
        """Show the window before all others."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def return_it(self) -> None:
        """Ask where the answer goes, unless there is nothing to return yet."""
        if self.sitting is None or self.desk is None or self._returning is None:
            return
        self.desk.settle()
        self.sitting.drop_empty()
        if not self.sitting.book.to_send:
            self.toast.say(self._say(_("There is nothing to return yet: say something first.")))
        elif not self.sitting.book.author.strip():
            self.desk.show_record(None)
            if (whole := self.desk.document.whole()) is not None:
                whole.ask_name()
            self.toast.say(self._say(_("Say first under which name you answer.")), trouble=True)
        else:
            self._returning.ask()

    def write_answer(self, target: Path) -> bool:
        """Write the answer into this file; whether it is there."""
        return self._returning is not None and self._returning.write(target)

    def show_error(self, error: UserError) -> None:
        """Say what went wrong and what to do about it; it stays until it is closed."""
        self.toast.say(self._say(sentences(error)), trouble=True)

    def show_fault(self, report: str) -> None:
        """Say that the program failed, with a report to copy."""
        FaultDialog(report, self._language, self).open()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sitting is not None and not self._leaves and not self._may_leave(self.sitting):
            event.ignore()
            return
        self._tasks.stop()
        self.closing.emit()
        super().closeEvent(event)

    def _may_leave(self, sitting: Sitting) -> bool:
        """Whether nothing is left to return; else it is asked."""
        if self.desk is not None:
            self.desk.settle()
        sitting.drop_empty()
        kept = sitting.keep()
        count = len(sitting.book.unsent)
        if kept and not count:
            return True
        for before in self.findChildren(Leaving):
            before.close()
        sheet = Leaving(count, kept, self._language, self)
        sheet.return_wanted.connect(self.return_it)
        sheet.close_wanted.connect(self._leave)
        sheet.come_up()
        return False

    def _leave(self) -> None:
        self._leaves = True
        self.close()

    def _taken_up(self, envelope: Envelope) -> None:
        if envelope.locked is None:
            self._read(envelope, None)
            return
        view = Unsealing(envelope, self._answering, self._language, self._tasks)
        view.unlocked.connect(partial(self._read, envelope))
        self._show(view)
        view.field.setFocus()
        self.hindered.emit()

    def _read(self, envelope: Envelope, key: object) -> None:
        label, answering = _("Opening the review"), self._answering

        def work(_progress: object, _cancelled: object) -> tuple[Review, Book | None, Path | None]:
            review = answering.open(envelope, key)
            return review, *answering.load(review.head, key)

        task = self._tasks.start(label, work, partial(self._begin, key), self._hinder)
        task.broken.connect(lambda _report: self._hinder(_mistake()))
        self._show(OpeningView(self._say(label), task))

    def _begin(self, key: object, found: tuple[Any, Any, Any]) -> None:
        review, book, aside = found
        self.entered.emit(review.head)
        if self._gives_way:
            self._leaves = True
            self.close()
            return
        self.sitting = sitting = Sitting(review, book, key, self._answering, self._language, self)
        sitting.changed.connect(lambda _by: self._count())
        sitting.kept.connect(self._count)
        sitting.failed.connect(self._not_kept)
        self._returning = Returning(sitting, self._answering, self)
        self._returning.returned.connect(self._is_returned)
        self._returning.failed.connect(self.show_error)
        self.desk = desk = MentorDesk(sitting)
        desk.removed.connect(lambda: self.toast.say(self._say(_("The comment was removed.")), undo=True))
        desk.files.said.connect(lambda message: self.toast.say(self._say(message)))
        desk.files.failed.connect(self.show_error)
        self._head()
        self._show(desk)
        self._count()
        if aside is not None:
            self.toast.say(self._say(_("What you wrote on this before cannot be read. It was set aside as {file}.",
                                       file=str(aside))), trouble=True)  # fmt: skip
        desk.contents.setFocus()
        self.shown.emit()

    def _head(self) -> None:
        assert self.sitting is not None
        head = self.sitting.head
        day = self._language.moment(head.written_at).rpartition(",")[0]
        sender = head.sender or self._say(_("The sender"))
        self.setWindowTitle(self._say(_("{title} – review", title=head.title)))
        self.header.show_heading(Heading(head.title, self._say(_("From {sender}, {day}", sender=sender, day=day))))
        self.header.show_primary(PageAction(_("Return"), "send", self.return_it))

    def _count(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        count = len(sitting.book.unsent)
        if sitting.failing:
            self.status.say(_("What you write cannot be kept on this computer"))
        elif count:
            self.status.say(_n("{count} comment not returned yet", "{count} comments not returned yet", count))
        else:
            self.status.say(_("All of it is returned") if sitting.book.sent else _("Nothing written yet"))

    def _not_kept(self, error: UserError) -> None:
        self._count()
        self.show_error(error)

    def _is_returned(self, file: Path) -> None:
        self._count()
        assert self.sitting is not None
        Returned(self.sitting, self._answering, file, self).come_up()

    def _undo(self) -> None:
        if self.sitting is not None and self.sitting.undo():
            self.toast.retract()

    def _hinder(self, error: UserError) -> None:
        rows = [
            EmptyRow("folder-open", self._say(_("Another file")), "", self._say(_("Choose it…")), self._choose, True),
            EmptyRow("refresh-cw", self._say(_("The same file")), "", self._say(_("Try again")), self.open),
        ]
        self._show(EmptyState(EmptyWords("circle-alert", self._say(error.happened), self._say(error.todo)), rows))
        self.hindered.emit()

    def _choose(self) -> None:
        chooser = QFileDialog(self, self._say(_("Choose a review")))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self._take)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _take(self, name: str) -> None:
        self.file = Path(name)
        self.header.show_heading(Heading(self._say(_("Review")), self.file.name))
        self.open()

    def _show(self, view: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()


def _mistake() -> UserError:
    return UserError(_("LeaderPlan made a mistake, and the review is not open."), _("The file was left as it is."))
