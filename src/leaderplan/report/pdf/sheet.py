"""One page being painted: lines, areas, words and links on a canvas, each within the tag that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.styles import Colour
from leaderplan.report.pdf.tags import Area, Content, Node

# The bytes of a literal string (ISO 32000-1, 7.3.4.2): what is not plain ASCII is written in octal.
_LITERAL = tuple(chr(code) if 32 <= code < 127 and chr(code) not in "()\\" else f"\\{code:03o}" for code in range(256))


class PageCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas whose pages begin empty: ReportLab's own would name Helvetica, which cannot be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Span(NamedTuple):
    """A piece of text with its place: baseline from the bottom left corner of the page."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour


@dataclass(slots=True)
class Bookmark:
    """An entry of the outline: its level, counted from 0, its text, and where it leads."""

    level: int
    text: str
    page: int
    y: float


@dataclass(slots=True)
class Sheet:
    """The page that is painted now, with what is known of all the others."""

    canvas: Canvas
    page: int
    places: Mapping[str, tuple[int, float]]
    bookmarks: list[Bookmark] = field(default_factory=list)
    _marks: int = 0
    _inside: bool = False

    @contextmanager
    def marked(self, node: Node | None) -> Iterator[None]:
        """Everything painted within belongs to ``node``, or is an artifact; only the outermost mark counts."""
        if self._inside:
            yield
            return
        code = self.canvas._code
        if node is None:
            code.append("/Artifact BMC")
        else:
            node.kids.append(Content(self.page, self._marks))
            code.append(f"/{node.role} <</MCID {self._marks}>> BDC")
            self._marks += 1
        self._inside = True
        yield
        self._inside = False
        code.append("EMC")

    def words(self, spans: Iterable[Span]) -> None:
        """Write ``spans`` as one text object."""
        document = self.canvas._doc
        code = ["BT"]
        colour: Colour | None = None
        font = ""
        for span in spans:
            if span.colour != colour:
                colour = span.colour
                code.append(f"{_short(colour[0])} {_short(colour[1])} {_short(colour[2])} rg")
            code.append(f"1 0 0 1 {_short(span.x)} {_short(span.y)} Tm")
            for subset, letters in span.face.font.splitString(span.text, document):
                name = f"{span.face.font.getSubsetInternalName(subset, document)} {_short(span.size)} Tf"
                if name != font:
                    font = name
                    code.append(name)
                code.append(f"({''.join(map(_LITERAL.__getitem__, letters))}) Tj")
        code.append("ET")
        self.canvas._code.append(" ".join(code))

    def line(
        self, points: Iterable[tuple[float, float]], colour: Colour, width: float, dash: Iterable[float] = ()
    ) -> None:
        """Stroke an open line."""
        code = f"{_path(points)} S"
        pattern = " ".join(_short(part) for part in dash)
        rgb = " ".join(_short(part) for part in colour)
        self.canvas._code.append(f"q {rgb} RG {_short(width)} w 1 j [{pattern}] 0 d {code} Q")

    def polygon(
        self, points: Iterable[tuple[float, float]], fill: Colour | None, stroke: Colour | None = None, width: float = 0
    ) -> None:
        """Fill a closed polygon, stroke it, or both."""
        self._closed(f"{_path(points)} h", fill, stroke, width)

    def circle(
        self, x: float, y: float, radius: float, fill: Colour | None, stroke: Colour | None = None, width: float = 0
    ) -> None:
        """The same for a circle around (x, y)."""
        bend = radius * 0.5523  # the control points of a quarter circle
        arcs = (
            ((x + radius, y + bend), (x + bend, y + radius), (x, y + radius)),
            ((x - bend, y + radius), (x - radius, y + bend), (x - radius, y)),
            ((x - radius, y - bend), (x - bend, y - radius), (x, y - radius)),
            ((x + bend, y - radius), (x + radius, y - bend), (x + radius, y)),
        )
        curves = " ".join(" ".join(f"{_short(px)} {_short(py)}" for px, py in arc) + " c" for arc in arcs)
        self._closed(f"{_short(x + radius)} {_short(y)} m {curves} h", fill, stroke, width)

    def _closed(self, path: str, fill: Colour | None, stroke: Colour | None, width: float) -> None:
        code = ["q"]
        if fill:
            code.append(f"{' '.join(_short(part) for part in fill)} rg")
        if stroke:
            code.append(f"{' '.join(_short(part) for part in stroke)} RG {_short(width)} w 1 j")
        code += [path, "B" if fill and stroke else "f" if fill else "S", "Q"]
        self.canvas._code.append(" ".join(code))

    def link(self, node: Node, box: tuple[float, float, float, float]) -> None:
        """Make ``box`` (left, bottom, right, top) an active area of the Link ``node``."""
        node.kids.append(Area(self.page, box))

    def number(self, target: str) -> str:
        """The number of the page on which ``target`` stands, or nothing."""
        place = self.places.get(target)
        return str(place[0] + 1) if place else ""


def _path(points: Iterable[tuple[float, float]]) -> str:
    (x, y), *rest = points
    return " ".join([f"{_short(x)} {_short(y)} m", *(f"{_short(px)} {_short(py)} l" for px, py in rest)])


def _short(number: float) -> str:
    """A number as PDF writes it: no exponent, no needless digits (a thousandth of a point is not seen)."""
    return f"{number:.3f}".rstrip("0").rstrip(".")
