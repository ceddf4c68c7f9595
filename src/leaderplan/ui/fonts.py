"""Inter in the four sizes of the window, and the heights that follow from them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from leaderplan import assets

FAMILY: Final = "Inter"
_FILES: Final = ("fonts/inter/Inter_400Regular.ttf", "fonts/inter/Inter_600SemiBold.ttf")
_TITLE, _HEADING, _BODY, _SMALL = 22.0, 17.5, 14.0, 12.25  # px at 96 dots per inch
_DOTS: Final = 72.0 if sys.platform == "darwin" else 96.0  # per inch, on a screen at 100 %
_LARGEST_USUAL: Final = 14.0 if sys.platform == "darwin" else 12.0  # points; a larger system font is a wish


@dataclass(frozen=True)
class Type:
    """The fonts by role, their line heights, and the heights of rows and controls; lengths in logical pixels."""

    scale: float
    title: QFont
    heading: QFont
    body: QFont
    strong: QFont
    small: QFont
    small_strong: QFont
    title_light: QFont
    title_line: int
    heading_line: int
    line: int
    small_line: int

    def px(self, length: float) -> int:
        """A length that grows with the text: icons, label columns, sidebars."""
        return round(length * self.scale)

    @property
    def control(self) -> int:
        """A button or a field."""
        return self.line + 11

    @property
    def small_control(self) -> int:
        """A button inside a row."""
        return self.small_line + 10

    @property
    def chip(self) -> int:
        """A chip that only shows; one that can be removed is 4 higher."""
        return self.small_line + 8

    @property
    def row(self) -> int:
        """A row of one line."""
        return self.line + 15

    @property
    def two_line_row(self) -> int:
        """A row of a title and a line of small print."""
        return self.line + self.small_line + 19

    @property
    def icon(self) -> int:
        """An icon beside body text."""
        return self.px(16)


def register() -> None:
    """Give the shipped font files to Qt. Once for each application."""
    for name in _FILES:
        QFontDatabase.addApplicationFontFromData(assets.read_bytes(name))


def wished_scale(app: QGuiApplication) -> float:
    """How much larger than usual the system's own font is; 1.0 for any usual size."""
    return max(1.0, app.font().pointSizeF() / _LARGEST_USUAL)


def type_at(scale: float) -> Type:
    """The fonts at ``scale`` times their usual size (2.0 is 200 % text)."""
    body, small = _font(_BODY * scale), _font(_SMALL * scale)
    title, heading = _font(_TITLE * scale, 600), _font(_HEADING * scale, 600)
    title_light = _font(_TITLE * scale)
    for font in (title, title_light):
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.2 * scale)
    return Type(
        scale=scale,
        title=title,
        heading=heading,
        body=body,
        strong=_font(_BODY * scale, 600),
        small=small,
        small_strong=_font(_SMALL * scale, 600),
        title_light=title_light,
        title_line=_line(title, 28 * scale),
        heading_line=_line(heading, 24 * scale),
        line=_line(body, 21 * scale),
        small_line=_line(small, 16 * scale),
    )


def _font(pixels: float, weight: int = 400) -> QFont:
    # By points, because QFont takes whole pixels only.
    font = QFont(FAMILY)
    font.setPointSizeF(pixels * 72 / _DOTS)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _line(font: QFont, wished: float) -> int:
    return round(max(wished, QFontMetricsF(font).height()))
