"""Lucide outlines, drawn in the colour of a token and at the pixel ratio of the screen they are shown on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from leaderplan import assets
from leaderplan.ui.dress import current_theme

_STROKE: Final = b'stroke-width="1.75"'


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon ``name`` of ``resources/icons`` as a square of ``size`` logical pixels."""
    key = f"leaderplan/{name}/{colour.name(QColor.NameFormat.HexArgb)}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawing = assets.read_bytes(f"icons/{name}.svg").replace(b"currentColor", colour.name().encode())
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.replace(b'stroke-width="2"', _STROKE))).render(painter)
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def paint(painter: QPainter, name: str, place: QPointF, colour: QColor, size: int) -> None:
    """Draw the icon with its top left corner at ``place``."""
    painter.drawPixmap(place, pixmap(name, colour, size, painter.device().devicePixelRatioF()))


def icon(name: str, token: str = "text") -> QIcon:
    """A QIcon that takes the colour of ``token`` in whatever theme is on when it is drawn."""
    return QIcon(_Engine(name, token))


class _Engine(QIconEngine):
    """Draws an icon by its name when asked, so that a change of theme needs no new icon."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        corner = QRectF(rect).center() - QPointF(size / 2, size / 2)
        paint(painter, self._name, corner, self._colour(mode), size)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        logical = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._colour(mode), logical, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        return current_theme().colour("muted" if mode == QIcon.Mode.Disabled else self._token)
