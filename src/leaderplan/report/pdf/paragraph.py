"""A paragraph: pieces of text broken into lines, greedily, left-aligned, without hyphenation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.sheet import Sheet, Span
from leaderplan.report.pdf.signs import paint_sign
from leaderplan.report.pdf.styles import ASCENT, COLOURS, Style
from leaderplan.report.pdf.tags import Node
from leaderplan.report.pdf.tokens import Piece, Token

_SLACK = 0.01  # sums of widths are not exact
_AFTER = frozenset("/-_.@?&=,;:")  # where a word too long for its line is cut, if one of them is near


@dataclass(slots=True)
class Line:
    """What stands on one line, and how wide it is."""

    tokens: list[Token] = field(default_factory=list)
    width: float = 0


class Paragraph(Box):
    """Text in one style. It splits between lines, never leaving one line alone on either side."""

    def __init__(
        self, tokens: list[Token], style: Style, node: Node | None, strut: Face, lines: list[Line] | None = None
    ) -> None:
        self._tokens = tokens
        self.style = style
        self.node = node
        self.strut = strut
        self._fixed = lines
        self._broken: dict[float, list[Line]] = {}
        self.before = style.before
        self.after = style.after

    @property
    def plain(self) -> str:
        """The letters of it, without what is drawn."""
        words = ("".join(piece.text for piece in token.pieces) + " " * token.space for token in self._tokens)
        return "".join(words).strip()

    def lines(self, width: float) -> list[Line]:
        """The text in lines of at most ``width``."""
        if self._fixed is not None:
            return self._fixed
        if width not in self._broken:
            self._broken[width] = list(self._break(width))
        return self._broken[width]

    def _break(self, width: float) -> Iterator[Line]:
        line = Line()
        space = self.strut.width(" ") * self.style.size
        limit = width + _SLACK
        for token in self._tokens:
            if token.breaks:
                yield line
                line = Line()
                continue
            wide = token.width
            gap = space if line.tokens and line.tokens[-1].space else 0.0
            if line.tokens and line.width + gap + wide > limit:
                yield line
                line, gap = Line(), 0.0
            if wide > limit:
                *whole, rest = _cut(token, width)
                yield from (Line([part], part.width) for part in whole)
                line = Line([rest], rest.width)
                continue
            line.tokens.append(token)
            line.width += gap + wide
        yield line

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        lines = self.lines(width)
        fit = int((room + _SLACK) // self.style.leading)
        if len(lines) - fit == 1:
            fit -= 1
        if fit < 2 or fit >= len(lines):
            return None
        first, rest = (Paragraph([], self.style, self.node, self.strut, part) for part in (lines[:fit], lines[fit:]))
        return first, rest

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        y = top - ASCENT * self.style.size
        spans: list[tuple[Node | None, Span]] = []
        boxes: list[tuple[Node, tuple[float, float, float, float]]] = []
        for number, line in enumerate(self.lines(width)):
            left = x + (width - line.width if self.style.right else 0)
            if number == 0 and self.style.hanging and self._fixed is None:
                left -= self.strut.width("“") * self.style.size
            self._set(sheet, line, left, y - number * self.style.leading, spans, boxes)
        self._write(sheet, spans)
        for link, box in boxes:
            sheet.link(link, box)

    def _set(
        self,
        sheet: Sheet,
        line: Line,
        x: float,
        y: float,
        spans: list[tuple[Node | None, Span]],
        boxes: list[tuple[Node, tuple[float, float, float, float]]],
    ) -> None:
        """Give each piece of the line its place, joining those that look alike."""
        space = self.strut.width(" ") * self.style.size
        look: tuple[object, ...] = ()
        for token in line.tokens:
            for piece in token.pieces:
                if piece.sign:
                    with sheet.marked(None):
                        paint_sign(sheet, piece.sign, x, y, piece.size)
                    look = ()
                    x += piece.width
                    continue
                text = sheet.number(piece.page_of) if piece.page_of else piece.text
                wide = piece.face.width(text) * piece.size if piece.page_of else piece.width
                if look == (piece.face, piece.role, piece.link):
                    node, span = spans[-1]
                    spans[-1] = (node, span._replace(text=span.text + text))
                else:
                    spans.append((piece.link, Span(x, y, text, piece.face, piece.size, COLOURS[piece.role])))
                    look = (piece.face, piece.role, piece.link)
                if piece.link:
                    _reach(boxes, piece.link, (x, y - 0.3 * piece.size, x + wide, y + piece.size))
                x += wide
            if token.space and spans:
                node, span = spans[-1]
                spans[-1] = (node, span._replace(text=span.text + " "))
                if look != () and self.strut is not span.face:
                    look = ()  # the spaces of two fonts differ, so the next word gets a place of its own
                x += space

    def _write(self, sheet: Sheet, spans: list[tuple[Node | None, Span]]) -> None:
        start = 0
        for end in range(1, len(spans) + 1):
            if end < len(spans) and spans[end][0] is spans[start][0]:
                continue
            link = spans[start][0]
            node = self.node
            if link is not None and self.node is not None:
                node = link
                if link.parent is None:
                    link.parent = self.node
                    self.node.kids.append(link)
                link.alternative = link.alternative or "".join(span.text for _, span in spans[start:end]).strip()
            with sheet.marked(node):
                sheet.words(span for _, span in spans[start:end])
            start = end


def _reach(
    boxes: list[tuple[Node, tuple[float, float, float, float]]], link: Node, box: tuple[float, float, float, float]
) -> None:
    """Note the area of a link; pieces of one link on one line share theirs."""
    if boxes and boxes[-1][0] is link and boxes[-1][1][1] == box[1]:
        left, bottom, _right, top = boxes[-1][1]
        boxes[-1] = (link, (left, bottom, box[2], max(top, box[3])))
    else:
        boxes.append((link, box))


def _cut(token: Token, width: float) -> list[Token]:
    """A token too wide for a line, in parts that fit; the last one keeps the space."""
    parts: list[Token] = []
    part, used = Token(), 0.0
    for piece in token.pieces:
        text, start = piece.text, 0
        for at, letter in enumerate(text):
            wide = piece.face.width(letter) * piece.size
            if used + wide > width and (part.pieces or at > start):
                end = _good_end(text, start, at)
                _extend(part, piece, text[start:end])
                parts.append(part)
                part, start = Token(), end
                used = piece.face.width(text[start:at]) * piece.size if at > start else 0.0
            used += wide
        _extend(part, piece, text[start:] if text else None)
    part.space = token.space
    return [*parts, part]


def _good_end(text: str, start: int, at: int) -> int:
    """A little before ``at``, after a sign at which addresses may break; else ``at`` itself."""
    for end in range(at, max(start + (at - start) * 2 // 3, start), -1):
        if text[end - 1] in _AFTER:
            return end
    return at


def _extend(part: Token, piece: Piece, text: str | None) -> None:
    """Add ``text`` of ``piece`` to ``part``; None adds a piece without letters as it is."""
    if text is None:
        part.add(piece)
    elif text:
        wide = piece.face.width(text) * piece.size
        part.add(Piece(text, piece.face, piece.size, piece.role, wide, piece.link))
