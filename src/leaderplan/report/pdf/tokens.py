"""What a line is filled with: pieces of text that look alike, in tokens that stay together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from leaderplan.domain.figures import Role
from leaderplan.report.pdf.fonts import Face
from leaderplan.report.pdf.tags import Node
from leaderplan.report.tree import SignName, Stroke

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
    stroke: Stroke | None = None


@dataclass(slots=True)
class Token:
    """Pieces that stay on one line, and whether a space follows; one that ``breaks`` is a line end.

    Tokens are shared between paragraphs and never changed: a long document has few different words.
    """

    pieces: tuple[Piece, ...] = ()
    width: float = 0
    space: bool = False
    breaks: bool = False
    _twin: Token | None = None

    def spaced(self) -> Token:
        """The same with a space after it."""
        if self.space or self.breaks:
            return self
        if self._twin is None:
            self._twin = Token(self.pieces, self.width, space=True)
        return self._twin

    def joined(self, other: Token) -> Token:
        """The pieces of both as one."""
        return Token((*self.pieces, *other.pieces), self.width + other.width)


class Look:
    """How a run of text looks, and the tokens of the words met in it so far."""

    def __init__(
        self, face: Face, size: float, role: Role, link: Node | None = None, stroke: Stroke | None = None
    ) -> None:
        self._face = face
        self._size = size
        self._role = role
        self._link = link
        self._stroke = stroke
        self._known: dict[str, Token] = {}

    def word(self, text: str) -> Token:
        """The token of one word, which may yet be joined to another."""
        token = self._known.get(text)
        if token is None:
            width = self._face.width(text) * self._size
            piece = Piece(text, self._face, self._size, self._role, width, self._link, stroke=self._stroke)
            token = Token((piece,), width)
            self._known[text] = token
        return token


class Tokens:
    """A text being cut into tokens."""

    def __init__(self) -> None:
        self.list: list[Token] = []
        self._open = False  # whether the last token goes on

    def add(self, token: Token) -> None:
        """Put ``token`` after what is there, without a space."""
        if self._open:
            self.list[-1] = self.list[-1].joined(token)
        else:
            self.list.append(token)
            self._open = True

    def write(self, text: str, look: Look) -> None:
        """Put ``text`` after what is there; every word of it looks as ``look`` says."""
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
                    self.add(look.word(word))

    def _space(self) -> None:
        if self.list:
            self.list[-1] = self.list[-1].spaced()
        self._open = False

    def _letters(self, word: str, look: Look) -> None:
        """A word in which a line may break at each wide letter."""
        for part in re.split(f"({_WIDE.pattern})", word):
            if part in _CLOSING and self.list and not self.list[-1].space and not self.list[-1].breaks:
                self.list[-1] = self.list[-1].joined(look.word(part))
                self._open = False
            elif part:
                wide = _WIDE.match(part) is not None
                self._open = self._open and not wide
                self.add(look.word(part))
                self._open = not wide
