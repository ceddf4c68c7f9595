"""A file that came with the review: looked at as a copy where that is harmless, else only saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leaderplan.domain.fields import Attachment
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.opening import HEAD, may_be_opened, may_open, safe_name
from leaderplan.errors import UserError
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import WIDTH
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.row import GAP, LABEL, TEXT
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from leaderplan.exchange.review.package import Review


class Files(QObject):
    """The files of one review; copies for looking at go when the window does."""

    said = Signal(object)
    """A Message."""
    failed = Signal(object)
    """A UserError."""

    def __init__(self, review: Review, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._review, self._language, self._widget = review, language, parent
        self._folder: QTemporaryDir | None = None

    def has(self, attachment: Attachment) -> bool:
        """Whether its bytes came with the review."""
        return attachment.sha256 in self._review.files

    def open(self, attachment: Attachment) -> None:
        """Let the system open a copy, if its bytes are what its name says."""
        name, data = safe_name(attachment.name), self._review.files[attachment.sha256]
        if not may_open(name, data[:HEAD]):
            self.failed.emit(_no_such_kind(name))
            return
        folder = self._folder = self._folder or QTemporaryDir()
        copy = Path(folder.filePath(attachment.sha256[:16])) / name
        if not self._write(copy, data):
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self.said.emit(_("The system has nothing to open {name} with.", name=name))

    def ask_copy(self, attachment: Attachment) -> None:
        """Choose where a copy of the file goes."""
        chooser = QFileDialog(self._widget, self._language.say(_("Save a copy")))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(safe_name(attachment.name))
        chooser.fileSelected.connect(lambda name: self.copy(attachment, Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def copy(self, attachment: Attachment, target: Path) -> None:
        """Write a copy."""
        if self._write(target, self._review.files[attachment.sha256]):
            self.said.emit(_("A copy is in {folder}.", folder=str(target.parent)))

    def _write(self, target: Path, data: bytes) -> bool:
        try:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        except OSError as error:
            reason = error.strerror or str(error)
            self.failed.emit(UserError(
                _("{file} cannot be written: {reason}.", file=str(target), reason=reason),
                _("Choose another folder."),
            ))  # fmt: skip
            return False
        return True


def _no_such_kind(name: str) -> UserError:
    return UserError(
        _("{name} is not what its name says, so it was not opened.", name=name),
        _("Save a copy if you know what it is, and open that with a program that you trust."),
    )


class FilePart(Part):
    """The name of one file, and what can be done with it."""

    def __init__(self, files: Files, attachment: Attachment, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QWidget] = []
        say = language.say
        row = self._row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(IconLabel("paperclip"))
        row.addWidget(PlainLabel(safe_name(attachment.name), shortens=True), 1)
        here = files.has(attachment)
        if here and may_be_opened(attachment.name):
            self._add(row, say(_("Open")), "external-link", lambda: files.open(attachment))
        if here:
            self._add(row, say(_("Save a copy…")), "download", lambda: files.ask_copy(attachment))
        else:
            missing: Message = _("The file itself was not sent.")
            row.addWidget(PlainLabel(say(missing), "small", "muted"))
        self.set_wide(True)

    def set_wide(self, wide: bool) -> None:
        """It ends where the texts end, beside which comments stand."""
        type_ = current_theme().type
        beside = type_.px(WIDTH) + GAP if wide else 0
        self._row.setContentsMargins(type_.px(LABEL) + 4, 4, beside, 4)
        self.setMaximumWidth(type_.px(TEXT) + beside)

    def stops(self) -> list[QWidget]:
        return self._buttons

    def _add(self, row: QHBoxLayout, words: str, icon: str, slot) -> None:
        button = Button(words, Kind.PLAIN, icon, small=True)
        button.clicked.connect(slot)
        row.addWidget(button)
        self._buttons.append(button)
