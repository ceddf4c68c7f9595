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
    "accepted": 11,
    "done": 11,
    "declined": 11,
    "waiting": 11,
}
"""How much of the line a sign takes."""

_FATE: Final = 3.9
"""Half of a sign that says what became of a comment."""
_RING: Final = 0.9


def paint_sign(sheet: Sheet, name: SignName, x: float, y: float, size: float) -> None:
    """Draw the sign beside text of ``size`` whose baseline is ``y``; it is an artifact, the word stands beside it."""
    middle = y + 0.36 * size
    if name == "arrow":
        _arrow(sheet, x, middle)
    elif name in ("run", "change", "transform"):
        paint_mark(sheet, mode_mark(name, x + 4, 0), x + 4, middle)
    elif name in ("full", "half", "open"):
        _square(sheet, name, x, middle)
    else:
        _fate(sheet, name, x + _FATE, middle)


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


def _fate(sheet: Sheet, name: SignName, x: float, y: float) -> None:
    """A disc for accepted, a ring with a dot for done, a ring struck through for declined, a ring for still open."""
    ink, accent = COLOURS["ink"], COLOURS["accent"]
    if name == "accepted":
        sheet.circle(x, y, _FATE, accent)
        return
    ring = _FATE - _RING / 2
    sheet.circle(x, y, ring, None, accent if name == "done" else ink, _RING)
    if name == "done":
        sheet.circle(x, y, 1.7, accent)
    elif name == "declined":
        reach = ring * 0.7071  # to where the circle is met at 45 degrees
        sheet.line(((x - reach, y - reach), (x + reach, y + reach)), ink, _RING)


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
