"""A line cut into words, numbers and marks that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from leaderplan.domain.capture.words import MONTHS, SCALES, TIME_UNITS

# More digits than this are no figure of an achievement, and int() refuses thousands of them.
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\.[0-9]{1,6})?"
_SUFFIX = "|".join(sorted((*SCALES, *TIME_UNITS, "pc"), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
    (?P<tag>(?<![\w#/&])\#(?=[\w-]*[^\W\d_])[\w-]+)
    | (?P<plain>https?://\S+ | [0-9]+(?:\.[0-9]+){{3,}} | [0-9]{{1,2}}:[0-9]{{2}}(?!\w))
    | (?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?!\w))
    | (?P<dotted>[0-9]{{1,2}}(?P<sep>[.-])[0-9]{{1,2}}(?P=sep)(?:[0-9]{{4}}|[0-9]{{2}})(?![\w.-][0-9]|\w))
    | (?P<slash>[0-9]{{1,4}}(?:/[0-9]{{1,4}}){{1,2}}(?![\w/]))
    | (?P<joined>[0-9]{{1,4}}[-–][0-9]{{1,4}}(?![\w%-]))
    | (?P<ordinal>[0-9]{{1,2}}(?:st|nd|rd|th)(?!\w))
    | (?P<short>['’][0-9]{{2}}(?!\w))
    | (?P<number>{_NUMBER}(?=(?:{_SUFFIX})(?!\w)|(?![\w.])|\.(?![0-9])))
    | (?P<arrow>-+>|=>|–>|[→⟶➔])
    | (?P<word>w/[ce]?(?!\w) | (?:mid|early|late)(?=-\w)
        | (?<!\w)['’][stn](?!\w) | \w+(?:['’-]\w+)*(?:(?<=s)['’](?!\w))?)
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, number or mark; ``low`` is its lower case with straight apostrophes."""

    kind: str
    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text.lstrip("'’")[:1].isupper()


_NOTHING = Token("end", "", "", -1, -1)


# Words and marks that are read. What follows in a pasted page stays as it is, so that typing stays swift.
LONGEST = 400
_MARGIN = 32  # farther than any reader looks beyond the ends
_AROUND = (_NOTHING,) * _MARGIN


class Line:
    """The tokens of a line; an index outside of it gives an empty token, so that readers may look around freely."""

    def __init__(self, text: str, kept_as_words: Iterable[tuple[int, int]] = ()) -> None:
        self.text = text
        self.tokens = tuple(islice(_tokens(text, sorted(kept_as_words)), LONGEST))
        self._padded = (*_AROUND, *self.tokens, *_AROUND)
        self._lows = ["" if token.kind == "plain" else token.low for token in self._padded]

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self._padded[index + _MARGIN]

    def low(self, index: int) -> str:
        """The token in lower case, empty where it is to stay a plain word."""
        return self._lows[index + _MARGIN]

    def words(self, first: int, end: int) -> str:
        """The characters from token ``first`` up to, not including, token ``end``."""
        return self.text[self[first].start : self[end - 1].end] if first < end else ""

    def touches(self, index: int) -> bool:
        """Whether the token follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self[index].start == self[index - 1].end


def _tokens(text: str, kept: list[tuple[int, int]]) -> Iterator[Token]:
    passed = 0
    for found in _TOKEN.finditer(text):
        kind, start, end = found.lastgroup or "mark", found.start(), found.end()
        while passed < len(kept) and kept[passed][1] <= start:
            passed += 1
        word = found.group()
        if passed < len(kept) and kept[passed][0] < end:
            yield Token("plain", word, word.lower(), start, end)
        elif kind == "word" and "-" in word:
            yield from _split(word, start)
        else:
            yield Token(kind, word, word.lower().replace("’", "'"), start, end)


def _split(word: str, start: int) -> Iterator[Token]:
    """``Sep-Dec`` and ``Mar-24`` are two things joined; any other hyphen belongs to its word."""
    first, _hyphen, second = word.partition("-")
    if first.lower() in MONTHS and (
        second.lower() in MONTHS or (second.isascii() and second.isdigit() and len(second) < 5)
    ):
        middle = start + len(first)
        yield Token("word", first, first.lower(), start, middle)
        yield Token("mark", "-", "-", middle, middle + 1)
        kind = "number" if second.isdigit() else "word"
        yield Token(kind, second, second.lower(), middle + 1, start + len(word))
    else:
        yield Token("word", word, word.lower().replace("’", "'"), start, start + len(word))
