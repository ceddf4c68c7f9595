"""Pages of a PDF as pictures: the very bytes that are exported, one page at a time."""

from __future__ import annotations

from typing import Final

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.text import paint_words

_KEPT: Final = 24  # rendered pages that are remembered
_THUMB_WIDE, _THUMB_HIGH = 40, 56
_FINER: Final = 4  # text of two pixels is dust: thumbnails are rendered larger and scaled down


class Pages:
    """The pages of one PDF. Rendered in the window's thread: the library is not made for several."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pdfium.PdfDocument(pdf)
        self._images: dict[tuple[int, int], QImage] = {}

    def __len__(self) -> int:
        return len(self._document)

    def shape(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def image(self, page: int, wide: int) -> QImage:
        """A page ``wide`` device pixels wide."""
        key = (page, wide)
        if key not in self._images:
            if len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            self._images[key] = self._render(page, wide)
        return self._images[key]

    def text(self, page: int) -> str:
        """What stands on a page, for those who do not see it."""
        found = self._document[page].get_textpage()
        return str(found.get_text_bounded())

    def close(self) -> None:
        """Give the memory back."""
        self._images.clear()
        self._document.close()

    def _render(self, page: int, wide: int) -> QImage:
        scale = wide / self.shape(page)[0]
        bitmap = self._document[page].render(scale=scale, prefer_bgrx=True)
        data = memoryview(bitmap.buffer).cast("B")
        image = QImage(data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()


class PageView(QWidget):
    """One page, as large as there is room; Page Up, Page Down and the wheel turn it."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    def show_pages(self, pages: Pages | None) -> None:
        """Show another document, on the page that was in view as far as it has one."""
        self._pages = pages
        self._page = min(self._page, max(len(pages) - 1, 0)) if pages else 0
        self._tell()

    def turn(self, page: int) -> None:
        """Show a page."""
        if self._pages is not None and 0 <= page < len(self._pages) and page != self._page:
            self._page = page
            self._tell()

    def name_it(self, name: str) -> None:
        """What a screen reader says: where one is, and what stands there."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._pages.text(self._page) if self._pages else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def sizeHint(self) -> QSize:
        return QSize(420, 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        if event.key() in ways:
            self.turn(self._page + ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.turn(0)
        elif event.key() == Qt.Key.Key_End and self._pages:
            self.turn(len(self._pages) - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(self._page + (1 if event.angleDelta().y() < 0 else -1))
        event.accept()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        theme, painter = current_theme(), QPainter(self)
        width, height = self._pages.shape(self._page)
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        box = QRectF(0, 0, width * scale, height * scale)
        box.moveCenter(self.rect().center())
        ratio = self.devicePixelRatioF()
        image = self._pages.image(self._page, max(int(box.width() * ratio), 1))
        painter.drawImage(box, image)
        focused = wants_ring(self)
        painter.setPen(QPen(theme.focus if focused else theme.line_strong, 2 if focused else 1))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _tell(self) -> None:
        self.update()
        self.turned.emit(self._page)


class Thumbnails(QWidget):
    """The pages around the one in view, small, with their numbers; a click turns to one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._page = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pages(self, pages: Pages | None, page: int) -> None:
        """Show the surroundings of ``page``."""
        self._pages, self._page = pages, page
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _THUMB_HIGH + 4 + current_theme().type.small_line)

    def minimumSizeHint(self) -> QSize:
        return QSize(_THUMB_WIDE, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for page, box in self._places():
            if box.contains(event.position()):
                self.chosen.emit(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        for page, box in self._places():
            current = page == self._page
            painter.drawImage(box, self._pages.image(page, int(box.width() * ratio * _FINER)))
            painter.setPen(QPen(theme.accent if current else theme.line_strong, 2 if current else 1))
            painter.drawRect(box)
            line = QRectF(box.left(), box.bottom() + 4, box.width(), theme.type.small_line).toRect()
            font, colour = theme.type.small, theme.text if current else theme.muted
            wide = painter.fontMetrics().horizontalAdvance(str(page + 1))
            paint_words(painter, line.adjusted((line.width() - wide) // 2, 0, 8, 0), str(page + 1), font, colour)

    def _places(self) -> list[tuple[int, QRectF]]:
        if self._pages is None:
            return []
        room = max(int((self.width() + 12) // (_THUMB_WIDE + 12)), 1)
        first = min(max(self._page - room // 2, 0), max(len(self._pages) - room, 0))
        shown = range(first, min(first + room, len(self._pages)))
        return [
            (page, QRectF((place * (_THUMB_WIDE + 12)) + 1, 1, _THUMB_WIDE - 2, _THUMB_HIGH - 2))
            for place, page in enumerate(shown)
        ]
