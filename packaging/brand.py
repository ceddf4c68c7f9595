"""Draws the icons of resources/brand at the sizes that packages and the window need.

`python packaging/brand.py` writes the two pictures that the window shows, once a drawing there has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from facts import ROOT

BRAND: Final = ROOT / "resources" / "brand"
SIZES: Final = (16, 128)
"""Of the window's own pictures: one for the title bar, one from which every larger size is scaled."""
_FINE_FROM: Final = 24


def draw(name: str, size: int) -> QImage:
    """The icon ``name`` as a square of ``size`` pixels; a small one from the drawing that was fitted to 16."""
    drawing = BRAND / (f"{name}.svg" if size >= _FINE_FROM else f"{name}-16.svg")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.read_bytes())).render(painter)
    painter.end()
    return image


def ready(size: int) -> Path:
    """Where the window's own picture of that size lies."""
    return BRAND / f"leaderplan-{size}.png"


if __name__ == "__main__":
    for each in SIZES:
        draw("leaderplan", each).save(str(ready(each)))
