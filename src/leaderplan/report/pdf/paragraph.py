"""A paragraph: pieces of text broken into lines, greedily, left-aligned, without hyphenation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.script import Script
from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.styles import ASCENT, Style
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
        script = Script(sheet, self.strut.width(" ") * self.style.size)
        for number, line in enumerate(self.lines(width)):
            left = x + (width - line.width if self.style.right else 0)
            if number == 0 and self.style.hanging and self._fixed is None:
                left -= self.strut.width("“") * self.style.size
            script.line(line.tokens, left, y - number * self.style.leading)
        script.write(self.node)


def _cut(token: Token, width: float) -> list[Token]:
    """A token too wide for a line, in parts that fit; the last one keeps the space."""
    parts: list[Token] = []
    part, used = Token(), 0.0
    for piece in token.pieces:
        text, start = piece.text, 0
        if not text:
            part = part.joined(Token((piece,), piece.width))
            used += piece.width
        for at, letter in enumerate(text):
            wide = piece.face.width(letter) * piece.size
            if used + wide > width and (part.pieces or at > start):
                end = _good_end(text, start, at)
                parts.append(part.joined(_of(piece, text[start:end])))
                part, start = Token(), end
                used = piece.face.width(text[start:at]) * piece.size if at > start else 0.0
            used += wide
        if text[start:]:
            part = part.joined(_of(piece, text[start:]))
    return [*parts, part.spaced() if token.space else part]


def _good_end(text: str, start: int, at: int) -> int:
    """A little before ``at``, after a sign at which addresses may break; else ``at`` itself."""
    for end in range(at, start + (at - start) * 2 // 3, -1):
        if text[end - 1] in _AFTER:
            return end
    return at


def _of(piece: Piece, text: str) -> Token:
    """Some letters of ``piece`` as a token."""
    if not text:
        return Token()
    width = piece.face.width(text) * piece.size
    return Token((replace(piece, text=text, width=width),), width)
