"""The small marks drawn within a line of text: a mode, how far a step was treated, an arrow."""

from __future__ import annotations

from typing import Final

from leaderplan.domain.figures import Mark, mode_mark
from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.styles import COLOURS, MM, RUN_OUTLINE
from leaderplan.report.tree import SignName

SIGN_WIDTHS: Final[dict[SignName, float]] = {
    "run": 11.5,
    "change": 11.5,
    "transform": 11.5,
    "full": 13,
    "half": 13,
    "open": 13,
    "arrow": 6 * MM,
}
"""How much of the line a sign takes."""


def paint_sign(sheet: Sheet, name: SignName, x: float, y: float, size: float) -> None:
    """Draw the sign beside text of ``size`` whose baseline is ``y``; it is an artifact, the word stands beside it."""
    middle = y + 0.36 * size
    if name == "arrow":
        _arrow(sheet, x, middle)
    elif name in ("run", "change", "transform"):
        paint_mark(sheet, mode_mark(name, x + 4, 0), x + 4, middle)
    else:
        _square(sheet, name, x, middle)


def paint_mark(sheet: Sheet, mark: Mark, x: float, y: float) -> None:
    """Draw ``mark`` around (x, y), measured from the bottom left corner of the page."""
    colour, half = COLOURS[mark.role], mark.size / 2
    fill = None if mark.see_through else COLOURS["paper"] if mark.hollow else colour
    stroke = colour if mark.hollow else RUN_OUTLINE if mark.role == "run" else None
    width = mark.width if mark.hollow else 0.6
    if mark.shape == "circle":
        sheet.circle(x, y, half, fill, stroke, width)
    elif mark.shape == "square":
        sheet.polygon(
            ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)),
            fill,
            stroke,
            width,
        )
    elif mark.shape == "triangle":
        sheet.polygon(
            ((x - half, y - 0.85 * half), (x + half, y - 0.85 * half), (x, y + 0.95 * half)), fill, stroke, width
        )
    else:
        sheet.polygon(((x - half, y), (x, y - half), (x + half, y), (x, y + half)), fill, stroke, width)


def _arrow(sheet: Sheet, x: float, y: float) -> None:
    right, colour = x + SIGN_WIDTHS["arrow"], COLOURS["muted"]
    sheet.line(((x, y), (right - 4, y)), colour, 0.8)
    sheet.polygon(((right - 4.5, y - 2.2), (right, y), (right - 4.5, y + 2.2)), colour)


def _square(sheet: Sheet, name: SignName, x: float, y: float) -> None:
    """Full for a step that was treated, half for one only digitised, open for one untouched."""

    def corners(width: float) -> tuple[tuple[float, float], ...]:
        return ((x + 1, y - 3.5), (x + 1 + width, y - 3.5), (x + 1 + width, y + 3.5), (x + 1, y + 3.5))

    ink, accent = COLOURS["ink"], COLOURS["accent"]
    if name == "full":
        sheet.polygon(corners(7), accent, accent, 0.8)
        return
    sheet.polygon(corners(7), COLOURS["paper"], ink, 0.8)
    if name == "half":
        sheet.polygon(corners(3.5), ink)
