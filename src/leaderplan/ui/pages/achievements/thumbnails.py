"""Small pictures of the evidence that is a picture, read off the window's turn and kept while the window is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from leaderplan.domain.fields import Attachment
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk

WIDTH, HEIGHT = 64, 52
_SHARP: Final = 3
"""Pixels for each logical one: enough for large letters on a fine screen."""
_LARGEST: Final = 30_000_000
"""Bytes beyond which a picture is not read for its thumbnail."""
_FORMATS: Final = {"png": b"png", "jpg": b"jpeg", "jpeg": b"jpeg", "gif": b"gif", "bmp": b"bmp"}


class Thumbnails(QObject):
    """``came`` tells the SHA-256 of a picture that can be drawn now."""

    came = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._images: dict[str, QImage | None] = {}

    def of(self, sha256: str) -> QImage | None:
        """The picture, where it has come already."""
        return self._images.get(sha256)

    def want(self, attachment: Attachment) -> None:
        """Read a picture, unless that was tried before."""
        kind = _FORMATS.get(attachment.name.rpartition(".")[2].casefold())
        if kind is None or attachment.size > _LARGEST or attachment.sha256 in self._images:
            return
        self._images[attachment.sha256] = None
        blobs, sha256 = self._desk.workspace.blobs, attachment.sha256
        self._desk.tasks.start(
            _("Looking at {name}", name=attachment.name),
            lambda _progress, _cancelled: read(blobs.read(attachment), kind),
            lambda image: self._keep(sha256, image),
            _say_nothing,
        )

    def _keep(self, sha256: str, image: QImage) -> None:
        if not image.isNull():
            self._images[sha256] = image
            self.came.emit(sha256)


def read(data: bytes, kind: bytes) -> QImage:
    """The picture in ``data``, made small while it is read; a null one where it is not a picture of this kind."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size() if reader.canRead() else QSize()
    if not size.isValid():
        return QImage()
    reader.setScaledSize(size.scaled(QSize(WIDTH, HEIGHT) * _SHARP, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _say_nothing(_error: UserError) -> None:
    """A picture that is missing or changed is said when it is opened."""
