"""The icon of the windows is what the drawings in resources/brand show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

import brand
from leaderplan import assets
from leaderplan.app.running import application
from leaderplan.ui.brand import window_icon
from tests.ui.test_theme import contrast

NEAR = 24
"""Of 255, as processors round the edges differently."""


def channels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGBA8888).constBits())


def far_apart(one: QImage, other: QImage) -> int:
    """How many channels of pixels differ by more than rounding."""
    return sum(abs(a - b) > NEAR for a, b in zip(channels(one), channels(other), strict=True))


@pytest.mark.parametrize("size", brand.SIZES)
def test_the_ready_pictures_are_what_the_drawings_show(qapp, size):
    ready, drawn = QImage(str(brand.ready(size))), brand.draw("leaderplan", size)
    assert ready.size() == drawn.size() == QSize(size, size)
    assert far_apart(ready, drawn) == 0
    assert far_apart(ready, brand.draw("archive", size)) > size


def test_every_window_of_the_program_has_the_icon(qapp):
    assert application().windowIcon().availableSizes() == [QSize(size, size) for size in brand.SIZES]
    shown = window_icon().pixmap(16, 16).toImage()
    assert far_apart(shown, QImage(str(brand.ready(16)))) == 0


@pytest.mark.parametrize("size", [16, 32, 48, 128])
def test_the_icon_is_told_apart_from_its_ground_in_the_accent_of_the_light_theme(qapp, size):
    drawn = brand.draw("leaderplan", size)
    colours = [drawn.pixelColor(x, y) for x in range(size) for y in range(size)]
    accent = QColor(assets.read_toml("themes/light.toml")["colours"]["accent"])
    ground = [each for each in colours if each == accent]
    mark = [each for each in colours if each.alpha() == 255 and contrast(each, accent) >= 4.5]
    assert len(ground) > size * size / 3
    assert size * size / 20 < len(mark) < size * size / 3


def test_an_archive_has_an_icon_of_its_own_at_every_size(qapp):
    for size in (16, 48, 256):
        drawn = brand.draw("archive", size)
        middle = drawn.pixelColor(size // 2, size // 4)
        assert middle == QColor("white") and drawn.pixelColor(0, size // 2).alpha() == 0
