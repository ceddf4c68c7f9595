"""The ways in for an answer: a file that is chosen or dropped, and the text of a mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.review.merging import Offered
from leaderplan.domain.review.suffixes import ANSWER
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.answerpreview import AnswerPreview
from leaderplan.ui.tasks import Work
from leaderplan.ui.widgets.button import Button, Kind

AskFile = Callable[[QWidget, str, str], str]


class Opening(QObject):
    """``taken`` tells the Merge that was stored, and the Offered that it came of."""

    taken = Signal(object, object)

    def __init__(self, desk: Desk, page: QWidget, ask_file: AskFile | None = None) -> None:
        super().__init__(page)
        self._desk, self._page, self._ask_file = desk, page, ask_file or _ask_file
        self.preview: AnswerPreview | None = None
        self._buttons: tuple[QWidget, ...] = ()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """Those of the header; none where nothing can be taken in."""
        if self._desk.reviews is not None and not self._buttons:
            say = self._desk.say
            file = Button(say(_("Open an answer")), icon="file-input")
            file.clicked.connect(self.ask)
            text = Button("", Kind.ICON, "clipboard-paste", name=say(_("Paste an answer from a mail")))
            text.clicked.connect(lambda: self.paste_from_clipboard(QGuiApplication.clipboard()))
            self._buttons = (file, text)
        return self._buttons

    def ask(self) -> None:
        """Ask for the file."""
        say = self._desk.say
        kinds = f"{say(_('Answers'))} (*{ANSWER} *.txt *.eml *.json);;{say(_('Any file'))} (*)"
        chosen = self._ask_file(self._page, say(_("Open an answer")), kinds)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Read a file in a task, then show what it would bring."""
        reviews = self._desk.reviews
        if reviews is not None:
            self._read(path.name, lambda _progress, _cancelled: reviews.read_answer(path))

    def paste(self, text: str) -> None:
        """The same for a text."""
        reviews = self._desk.reviews
        if reviews is None:
            return
        if not text.strip():
            self._desk.toast(_("There is no text to paste. Copy the mail of your mentor first."), undo=False)
            return
        self._read(self._desk.say(_("The pasted text")), lambda _progress, _cancelled: reviews.pasted(text))

    def paste_from_clipboard(self, clipboard: QClipboard) -> None:
        """What was copied: a file, or else its text."""
        files = [url for url in clipboard.mimeData().urls() if url.isLocalFile()]
        if files:
            self.open(Path(files[0].toLocalFile()))
        else:
            self.paste(clipboard.text())

    def _read(self, name: str, work: Work) -> None:
        self._desk.tasks.start(_("Reading {file}", file=name), work, self._show, self._refuse)

    def _show(self, offer: Offered) -> None:
        reviews = self._desk.reviews
        if reviews is None:
            return
        self.preview = AnswerPreview(self._desk, reviews, self._page.window(), offer)
        self.preview.taken.connect(self.taken)
        self.preview.come_up()

    def _refuse(self, error: UserError) -> None:
        self._desk.trouble(error)


def _ask_file(parent: QWidget, title: str, kinds: str) -> str:
    path, _filter = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return path
