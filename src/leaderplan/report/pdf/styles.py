"""The page, the grid, the type and the colours of every document. Lengths in points unless they say millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from leaderplan.domain.figures import Role
from leaderplan.report import tree
from leaderplan.report.layout import PageName

MM: Final = 72 / 25.4
SIDE: Final = tree.SIDE * MM
GUTTER: Final = tree.GUTTER * MM
TEXT_X: Final = SIDE + GUTTER
TEXT: Final = tree.TEXT * MM
FULL: Final = tree.GRID * MM

ASCENT: Final = 1.069
"""First baseline below the top of a paragraph, in parts of the type size: the ascent of Noto Sans."""


Colour: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page and the frame on it, which is always :data:`FULL` wide."""

    width: float
    height: float
    top: float
    text: float

    @property
    def left(self) -> float:
        """Both side margins."""
        return (self.width - FULL) / 2


PAGES: Final[dict[PageName, PageSize]] = {
    "A4": PageSize(210 * MM, 297 * MM, 24 * MM, 700),
    "Letter": PageSize(612, 792, 18 * MM, 672),
}
FOOT: Final = 14 * MM
"""The baseline of the foot above the edge of the page."""


def _colour(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


COLOURS: Final[dict[Role, Colour]] = {
    "ink": _colour("1E2325"),
    "muted": _colour("596164"),
    "line": _colour("C8CCCA"),
    "paper": (1.0, 1.0, 1.0),
    "accent": _colour("0B4F54"),
    "tint": _colour("DDE9E8"),
    "worse": _colour("8C2F1B"),
    "run": _colour("C3CBD1"),
    "change": _colour("BD811C"),
    "transform": _colour("0B4F54"),
    "on_run": _colour("1E2325"),
    "on_change": _colour("1E2325"),
    "on_transform": (1.0, 1.0, 1.0),
}
RUN_OUTLINE: Final = _colour("66727C")


@dataclass(frozen=True, slots=True)
class Style:
    """The type of a paragraph, and the space before and after it."""

    size: float
    leading: float
    bold: bool = False
    role: Role = "ink"
    before: float = 0
    after: float = 0
    right: bool = False
    hanging: bool = False

    def spaced(self, before: float = 0, after: float = 0) -> Style:
        """The same type with other space around it."""
        return replace(self, before=before, after=after)


DISPLAY: Final = Style(28, 35, bold=True, after=21)
H1: Final = Style(18, 24.5, bold=True, after=17.5)
H2: Final = Style(13, 17.5, bold=True, before=21, after=3.5)
H3: Final = Style(10, 14, bold=True, before=14)
BIG: Final = Style(18, 24.5, bold=True, role="accent")
LEAD: Final = Style(13, 19.25, after=8.75)
BODY: Final = Style(10, 14, after=7)
CELL: Final = Style(10, 14)
NOTE: Final = Style(8.5, 10.5, role="muted")
NOTE_INK: Final = Style(8.5, 10.5)
VALUE: Final = Style(13, 17.5, bold=True)
VALUE_MUTED: Final = Style(13, 17.5, role="muted")
KICKER: Final = NOTE.spaced(after=3.5)

HEADINGS: Final = {1: H1, 2: H2, 3: H3}
H1_MID_PAGE: Final = 28
"""Space before a section that begins in the middle of a page."""
