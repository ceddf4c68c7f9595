"""Icons take the colour of the theme, are sharp on every screen, and none is missing."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from leaderplan import assets
from leaderplan.ui import icons
from leaderplan.ui.dress import dress
from tests.sources import shipped

NAMES = [name.removeprefix("icons/").removesuffix(".svg") for name in assets.names("icons") if name.endswith(".svg")]


def colours(image) -> set[str]:
    """The colours of all pixels that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_that_was_asked_for(name: str, dressed: QApplication) -> None:
    drawn = icons.pixmap(name, QColor("#123456"), 48)
    assert colours(drawn.toImage()) == {"#123456"}


def test_a_screen_with_more_dots_gets_more_of_them(dressed: QApplication) -> None:
    drawn = icons.pixmap("plus", QColor("#000000"), 16, 2.0)
    assert drawn.size() == QSize(32, 32)
    assert drawn.deviceIndependentSize().toSize() == QSize(16, 16)


def test_an_icon_of_a_menu_follows_a_change_of_theme(dressed: QApplication) -> None:
    icon = icons.icon("plus")
    light = icon.pixmap(QSize(24, 24)).toImage()
    dress(dressed, "dark")
    dark = icon.pixmap(QSize(24, 24)).toImage()
    dress(dressed, "light")
    assert colours(light).isdisjoint(colours(dark))


def test_every_icon_that_the_frame_and_the_pages_name_is_shipped() -> None:
    # A word with a hyphen in a call that draws an icon is the name of one.
    call = re.compile(r"(?:icon|IconLabel|icons[.]\w+|Command|Button|PageAction)\([^)\n]*")
    word = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')
    named = {found for source in shipped("ui") for part in call.findall(source.text) for found in word.findall(part)}
    families = ("chevron", "circle", "arrow", "trending", "pencil", "file")
    assert "chevron-down" in named
    assert {name for name in named if name.startswith(families)} <= set(NAMES)
