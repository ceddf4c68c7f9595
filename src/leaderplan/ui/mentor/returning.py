"""Returning a review: the answer is written into a file, and the window says where it is and how it gets back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.opening import safe_name
from leaderplan.errors import UserError
from leaderplan.exchange.review.layout import ANSWER_SUFFIX
from leaderplan.ui.asking import ask_target
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.mentor.answering import Answering
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 520
_LONGEST: Final = 60


class Returning(QObject):
    """Of one review; can be done again and again."""

    returned = Signal(object)
    """The Path of the answer."""
    failed = Signal(object)
    """A UserError."""

    def __init__(self, sitting: Sitting, answering: Answering, window: QWidget) -> None:
        super().__init__(window)
        self._sitting, self._answering, self._window = sitting, answering, window

    @property
    def name(self) -> str:
        """What the file would sensibly be called."""
        head, author = self._sitting.head, self._sitting.book.author
        title = head.title if author.casefold() in head.title.casefold() else f"{author}, {head.title}"
        return safe_name(title[:_LONGEST].strip() + ANSWER_SUFFIX)

    def ask(self) -> None:
        """Choose where the answer goes."""
        say = self._sitting.language.say
        target = ask_target(
            self._window, say(_("Save your answer")), self.name, say(_("Answer to a review")), ANSWER_SUFFIX
        )
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> bool:
        """Write the answer into this file; whether it is there."""
        try:
            self._answering.answer(self._sitting.head, self._sitting.book, target, self._sitting.key)
        except UserError as error:
            self.failed.emit(error)
            return False
        self._sitting.returned()
        self.returned.emit(target)
        return True


class Returned(Sheet):
    """Says where the answer is, and what to do with it."""

    def __init__(self, sitting: Sitting, answering: Answering, file: Path, window: QWidget) -> None:
        self._say = say = sitting.language.say
        title = say(_("Your answer is ready"))
        super().__init__(window, title, _WIDE)
        self._sitting, self._answering, self._file = sitting, answering, file
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "heading"))
        sender = sitting.head.sender or say(_("The sender"))
        what = _(
            "It is in {file}. Send this file to {sender}, with a mail for instance.", file=str(file), sender=sender
        )
        column.addWidget(Paragraph(say(what)))
        if sitting.sealed:
            how = _("The review was sealed, so your answer is sealed too, and only {sender} can open it. As text in a"
                    " mail others could read it.", sender=sender)  # fmt: skip
        else:
            how = _("Where no file can be sent, copy it as text and paste that into a mail. The letters say nothing to"
                    " the eye, but whoever has them can read your comments.")  # fmt: skip
        column.addWidget(Paragraph(say(how), "small", "muted"))
        again = _("You can go on writing and return it again: the newest answer holds all of it.")
        column.addWidget(Paragraph(say(again), "small", "muted"))
        self.wrong = Paragraph("", "small", "bad")
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        others = QWidget()
        flow = FlowLayout(others)
        self.folder = Button(self._say(_("Show the folder")), icon="folder-open")
        self.folder.clicked.connect(self._show_folder)
        self.copy = Button(self._say(_("Copy as text")), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.copy.setVisible(not self._sitting.sealed)
        self.enough = Button(self._say(_("Done")), Kind.PRIMARY)
        self.enough.clicked.connect(self.close)
        for each in (self.folder, self.copy):
            each.setAutoDefault(False)
            flow.addWidget(each)
        self.enough.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(others, 1)
        foot.addWidget(self.enough)
        return foot

    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent))):
            self._complain(self._say(_("The system has nothing to show {folder} with.", folder=str(self._file.parent))))

    def _copy(self) -> None:
        try:
            text = self._answering.mail(self._sitting.head, self._sitting.book)
        except UserError as error:
            self._complain(f"{self._say(error.happened)} {self._say(error.todo)}")
            return
        QGuiApplication.clipboard().setText(text)
        self.copy.setText(self._say(_("Copied")))
        self.copy.updateGeometry()

    def _complain(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        self.fit()
