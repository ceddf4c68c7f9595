"""Looking at evidence: a link in the browser, a harmless file by the system, any other as a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.domain.records import Evidence
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import PlainLabel

OPENED: Final = frozenset(
    "pdf png jpg jpeg gif webp bmp tif tiff txt md csv eml docx xlsx pptx odt ods odp rtf ics vcf".split()
)
"""Endings of files that the system may open: pages, pictures, texts, mails, and office files without macros."""
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
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if attachment is not None:
            line.addWidget(PlainLabel(attachment.name, "small", "muted", shortens=True), 1)
            if is_harmless(attachment.name):
                line.addWidget(self._button(say(_("Open")), "external-link", lambda: self.open_file(attachment)))
            line.addWidget(self._button(say(_("Save a copy…")), "download", lambda: self.ask_copy(attachment)))
        else:
            line.addWidget(PlainLabel(evidence.url, "small", "muted", shortens=True), 1)
            line.addWidget(self._button(say(_("Open the link")), "external-link", lambda: self._open_link(evidence.id)))
        return row

    def open_file(self, attachment: Attachment) -> None:
        """Let the system open a copy under the name that the file came with."""
        folder = self._folder = self._folder or QTemporaryDir()
        copy = Path(folder.filePath(attachment.sha256[:16])) / _safe(attachment.name)
        self._copy(attachment, copy, lambda: self._show(QUrl.fromLocalFile(str(copy))))

    def ask_copy(self, attachment: Attachment) -> None:
        """Choose where a copy of the file goes."""
        chooser = QFileDialog(self._widget, self._desk.say(_("Save a copy")))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(_safe(attachment.name))
        chooser.fileSelected.connect(lambda name: self._copy(attachment, Path(name), lambda: self._copied(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _copy(self, attachment: Attachment, target: Path, then: Callable[[], None]) -> None:
        blobs = self._desk.workspace.blobs

        def work(_progress: object, _cancelled: object) -> None:
            data = blobs.read(attachment)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            except OSError as reason:
                raise UserError(
                    _("{name} cannot be written: {reason}.", name=target.name, reason=reason.strerror or str(reason)),
                    _("Choose another folder."),
                ) from None

        self._desk.tasks.start(_("Copying {name}", name=attachment.name), work, lambda _nothing: then())

    def _copied(self, name: str) -> None:
        self._desk.toast(_("A copy is in {folder}.", folder=str(Path(name).parent)), undo=False)

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


def is_harmless(name: str) -> bool:
    """Whether the system may open a file of this name."""
    return "." in name and name.rpartition(".")[2].casefold() in OPENED


def _safe(name: str) -> str:
    """A name that every file system takes."""
    kept = "".join("_" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:80]}{dot}{ending[:10]}" if dot else kept[:80] or "file"
