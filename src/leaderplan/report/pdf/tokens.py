"""What a line is filled with: pieces of text that look alike, in tokens that stay together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from leaderplan.domain.figures import Role
from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.tags import Node
from leaderplan.report.tree import SignName

# Scripts written without spaces: a line may break at each letter, but not before a closing sign.
_WIDE: Final = re.compile(
    r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
)
_CLOSING: Final = frozenset("、。，．！？：；」』）】〉》…")


@dataclass(slots=True)
class Piece:
    """Letters of one face, role and link, or a sign, or the page of a target; ``width`` in points."""

    text: str
    face: Face
    size: float
    role: Role
    width: float
    link: Node | None = None
    sign: SignName | None = None
    page_of: str = ""


@dataclass(slots=True)
class Token:
    """Pieces that stay on one line, and whether a space follows; one that ``breaks`` is a line end."""

    pieces: list[Piece] = field(default_factory=list)
    width: float = 0
    space: bool = False
    breaks: bool = False

    def add(self, piece: Piece) -> None:
        """Put ``piece`` at the end."""
        self.pieces.append(piece)
        self.width += piece.width


class Tokens:
    """A text being cut into tokens."""

    def __init__(self) -> None:
        self.list: list[Token] = []
        self._open = False  # whether the last token goes on

    def add(self, piece: Piece) -> None:
        """Put ``piece`` after what is there, without a space."""
        if self._open:
            self.list[-1].add(piece)
        else:
            self.list.append(Token([piece], piece.width))
            self._open = True

    def write(self, text: str, look: Piece) -> None:
        """Put ``text`` after what is there; every piece of it looks as ``look`` does."""
        wide = not text.isascii() and _WIDE.search(text) is not None
        for number, line in enumerate(text.split("\n")):
            if number:
                self.list.append(Token(breaks=True))
                self._open = False
            for place, word in enumerate(line.split(" ")):
                if place:
                    self._space()
                if word and wide:
                    self._letters(word, look)
                elif word:
                    self.add(_like(look, word))

    def _space(self) -> None:
        if self.list and self.list[-1].pieces:
            self.list[-1].space = True
        self._open = False

    def _letters(self, word: str, look: Piece) -> None:
        """A word in which a line may break at each wide letter."""
        for part in re.split(f"({_WIDE.pattern})", word):
            if part in _CLOSING and self.list and not self.list[-1].space and not self.list[-1].breaks:
                self.list[-1].add(_like(look, part))
                self._open = False
            elif part:
                wide = _WIDE.match(part) is not None
                self._open = self._open and not wide
                self.add(_like(look, part))
                self._open = not wide


def _like(look: Piece, text: str) -> Piece:
    return Piece(text, look.face, look.size, look.role, look.face.width(text) * look.size, look.link)
