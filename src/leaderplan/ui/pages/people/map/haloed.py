"""Words on a halo, which parts them from lines and points behind them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from leaderplan.ui.theme import Theme

_HALO: Final = 0.3  # of the height of the font: 5 px around a name


def paint_haloed(painter: QPainter, rect: QRectF, words: str, font: QFont, colour: QColor, theme: Theme) -> None:
    """One line of words that shortens at the right. Drawn once and remembered: a halo is slow to draw."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 1)
    ratio = painter.device().devicePixelRatioF()
    colours = f"{theme.raised.name()}/{colour.name()}"
    key = f"leaderplan/halo/{ratio}/{font.key()}/{colours}/{shown}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(shown, font, colour, theme, ratio)
        QPixmapCache.insert(key, picture)
    top, halo = rect.top() + (rect.height() - metrics.height()) / 2, _wide(metrics)
    painter.drawPixmap(QPointF(round(rect.left()) - halo, round(top) - halo), picture)


def _drawn(words: str, font: QFont, colour: QColor, theme: Theme, ratio: float) -> QPixmap:
    metrics = QFontMetricsF(font)
    halo = _wide(metrics)
    size = QSize(round(metrics.horizontalAdvance(words)) + 2 * halo + 2, round(metrics.height()) + 2 * halo)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    base = QPointF(halo, halo + metrics.ascent())
    path = QPainterPath()
    path.addText(base, font, words)
    pen = QPen(theme.raised, halo)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(base, words)
    painter.end()
    return picture


def _wide(metrics: QFontMetricsF) -> int:
    return round(metrics.height() * _HALO)
