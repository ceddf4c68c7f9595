"""Looking at evidence: a link in the browser, a harmless file by the system, any other as a copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.domain.opening import HEAD, may_be_opened, may_open, safe_name
from leaderplan.domain.records import Evidence
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.tasks import Progress
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_ADDRESSES: Final = ("https", "http", "mailto")


class Looking(QObject):
    """Copies for looking at lie in a folder of their own, which goes when the program ends."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._widget = desk, parent
        self._folder: QTemporaryDir | None = None

    def row_for(self, evidence: Evidence) -> QWidget | None:
        """The buttons with which a file or a link is looked at; None where there is nothing to open."""
        say, attachment = self._desk.say, evidence.attachment
        if attachment is None and not evidence.url:
            return None
        if attachment is not None and self._desk.workspace.blobs.trouble(attachment):
            lost = self._desk.workspace.blobs.lost(attachment)
            return Paragraph(f"{say(lost.happened)} {say(lost.todo)}", "small")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if attachment is not None:
            line.addWidget(PlainLabel(safe_name(attachment.name), "small", "muted", shortens=True), 1)
            if may_be_opened(attachment.name):
                line.addWidget(self._button(say(_("Open")), "external-link", lambda: self.open_file(attachment)))
            line.addWidget(self._button(say(_("Save a copy…")), "download", lambda: self.ask_copy(attachment)))
        else:
            line.addWidget(PlainLabel(evidence.url, "small", "muted", shortens=True), 1)
            line.addWidget(self._button(say(_("Open the link")), "external-link", lambda: self._open_link(evidence.id)))
        return row

    def open_file(self, attachment: Attachment) -> None:
        """Let the system open a copy under the name that the file came with, if its bytes are what the name says."""
        folder = self._folder = self._folder or QTemporaryDir()
        copy = Path(folder.filePath(attachment.sha256[:16])) / safe_name(attachment.name)

        blobs = self._desk.workspace.blobs

        def work(progress: Progress, _cancelled: object) -> None:
            with suppress(OSError):  # where it cannot be made, the copy says so
                copy.parent.mkdir(exist_ok=True)
            blobs.copy_to(attachment, copy, progress)
            _demand_harmless(copy)

        label = _("Copying {name}", name=attachment.name)
        self._desk.tasks.start(label, work, lambda _nothing: self._show(QUrl.fromLocalFile(str(copy))))

    def ask_copy(self, attachment: Attachment) -> None:
        """Choose where a copy of the file goes."""
        chooser = QFileDialog(self._widget, self._desk.say(_("Save a copy")))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(safe_name(attachment.name))
        chooser.fileSelected.connect(lambda name: self._copy(attachment, Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _copy(self, attachment: Attachment, target: Path) -> None:
        blobs = self._desk.workspace.blobs
        self._desk.tasks.start(
            _("Copying {name}", name=attachment.name),
            lambda progress, _cancelled: blobs.copy_to(attachment, target, progress),
            lambda _nothing: self._copied(target),
        )

    def _copied(self, target: Path) -> None:
        self._desk.toast(_("A copy is in {folder}.", folder=str(target.parent)), undo=False)

    def _open_link(self, id: str) -> None:
        evidence = self._desk.plan.get(Evidence, id)
        if evidence is not None:
            self._show(QUrl(evidence.url, QUrl.ParsingMode.StrictMode))

    def _show(self, url: QUrl) -> None:
        if not (url.isLocalFile() or url.scheme() in _ADDRESSES) or not QDesktopServices.openUrl(url):
            self._desk.toast(_("The system has nothing to open {name} with.", name=url.fileName()), undo=False)

    def _button(self, words: str, icon: str, slot: Callable[[], object]) -> Button:
        button = Button(words, Kind.PLAIN, icon, small=True)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button


def _demand_harmless(copy: Path) -> None:
    """Raise UserError, and remove the copy, unless the very bytes that would be opened are what the name says."""
    with copy.open("rb") as stream:
        harmless = may_open(copy.name, stream.read(HEAD))
    if not harmless:
        copy.unlink()
        raise UserError(
            _("{name} is not what its name says, so it was not opened.", name=copy.name),
            _("Save a copy if you know what it is, and open that with a program that you trust."),
        )
