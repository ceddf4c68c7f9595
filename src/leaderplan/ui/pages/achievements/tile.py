"""One piece of evidence as a tile: a small page or an icon, what it is, and where it is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, as_tip, paint_words

_PAGES = {"file-text": 40, "mail": 40, "image": 64}
_PAGE_HIGH = 52
_WORDS_MOST, _WARNING_MOST = 180, 260
_LINES = (0.6, 1.0, 1.0, 0.9, 1.0, 0.5)


Picture = Callable[[str], QImage | None]
"""Gives the picture of a file by its SHA-256, once there is one."""


@dataclass(frozen=True, slots=True)
class TileWords:
    """What a tile says; ``icon`` is the name of an icon. ``sha256`` names the file whose picture may be shown."""

    id: str
    icon: str
    title: str
    note: str
    sha256: str = ""
    warns: bool = False
    """Whether the note says that something is to be done, and so is not to be cut short."""


class Tile(PressedArea):
    """Pressed to open."""

    def __init__(self, words: TileWords, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._picture = words, picture
        self.setAccessibleName(", ".join(part for part in (words.title, words.note) if part))
        self.setToolTip(as_tip(words.title))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        longest = max(advance(self._words.title, type_.body), advance(self._words.note, type_.small))
        most = type_.px(_WARNING_MOST if self._words.warns else _WORDS_MOST)
        wide = self._sign_width() + 12 + min(longest, most) + 10
        return QSize(wide, max(type_.px(_PAGE_HIGH), type_.line + type_.small_line) + 4)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), current_theme().type.px(120)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        type_ = theme.type
        painter = QPainter(self)
        self.paint_ground(painter)
        self._paint_sign(painter, theme)
        left = 2 + self._sign_width() + 12
        room = self.width() - left - 4
        paint_words(painter, QRect(left, 2, room, type_.line), self._words.title, type_.body, theme.text)
        note = QRect(left, 2 + type_.line, room, type_.small_line)
        paint_words(painter, note, self._words.note, type_.small, theme.muted)

    def _paint_sign(self, painter: QPainter, theme: Theme) -> None:
        wide, size = self._sign_width(), theme.type.px(18)
        if self._words.icon not in _PAGES:
            icons.paint(painter, self._words.icon, QPointF(2, 4), theme.muted, size)
            return
        page = QRect(2, 2, wide, self._sign_height())
        picture = self._picture(self._words.sha256)
        paint_box(painter, page, theme.raised, theme.line_strong, radius=3)
        if picture is not None:
            _paint_picture(painter, page.adjusted(2, 2, -2, -2), picture)
        elif self._words.icon == "file-text":
            _paint_lines(painter, page, theme)
        else:
            corner = QPointF(page.center().x() + 1 - size / 2, page.center().y() + 1 - size / 2)
            icons.paint(painter, self._words.icon, corner, theme.muted, size)

    def _sign_width(self) -> int:
        return current_theme().type.px(_PAGES.get(self._words.icon, 18))

    def _sign_height(self) -> int:
        return current_theme().type.px(_PAGE_HIGH if self._words.icon in _PAGES else 18)


def _paint_picture(painter: QPainter, room: QRect, picture: QImage) -> None:
    """As large as fits, in the middle."""
    size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.center().x() - size.width() // 2, room.center().y() - size.height() // 2,
                  size.width(), size.height())  # fmt: skip
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)


def _paint_lines(painter: QPainter, page: QRect, theme: Theme) -> None:
    """A page with writing on it."""
    pitch = page.height() / 7
    for number, share in enumerate(_LINES, 1):
        left = page.left() + page.width() * 0.18
        line = QRect(round(left), round(page.top() + number * pitch), round(page.width() * 0.64 * share), 2)
        painter.fillRect(line, theme.line_strong)
