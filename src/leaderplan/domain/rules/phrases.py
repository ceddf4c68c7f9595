"""Finding phrases in a text: any case, whole words, English inflections of each word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"[^\S\n]{0,2}(?:[-‐‑–/]|\n)?[^\S\n]{0,2}")  # what may stand between two words of one phrase
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST = 3  # letters that are left of a word when an ending is taken off


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase that a text holds: as it was listed, as it was typed, and whether the two agree but for a plural."""

    owner: str
    phrase: str
    words: str
    exact: bool

    @property
    def weight(self) -> int:
        """What the hit says for its owner: more for longer phrases, half where a word is bent."""
        return len(_WORD.findall(self.phrase)) * (2 if self.exact else 1)


def stem(word: str) -> str:
    """A folded word without its English ending: "stopped", "stops" and "stopping" become "stop".

    After the first step of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), simplified: no vowel
    is asked for, and "y" and "i", or a final "e" and none, are taken as one.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not (ending == "s" and word[-2] == "s"):
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > _SHORTEST and word[-1] == "y" else word


def _folded(word: str) -> str:
    folded = word.casefold().replace("’", "'")
    return folded[:-2] if folded.endswith("'s") else folded


@dataclass(frozen=True, slots=True)
class _Phrase:
    owner: str
    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


class PhraseIndex:
    """Phrases by owner, ready to be looked for in many texts."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._starts: dict[str, list[_Phrase]] = {}
        for owner, texts in phrases.items():
            for text in texts:
                words = tuple(_folded(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))
                if words:
                    phrase = _Phrase(owner, text, words, tuple(map(stem, words)))
                    self._starts.setdefault(phrase.stems[0], []).append(phrase)
        self._openings = {start[:_SHORTEST] for start in self._starts}

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Each phrase that ``text`` holds, once, by its first place; an exact hit is taken before a bent one."""
        text = unicodedata.normalize("NFC", text)
        words = [_folded(word) for word in _WORD.findall(text)]
        found: dict[tuple[str, str], Hit] = {}
        spans: list[tuple[int, int]] = []
        for place, phrase in self._likely(words):
            here = words[place : place + len(phrase.words)]
            spans = spans or [match.span() for match in _WORD.finditer(text)]
            at = spans[place : place + len(here)]
            if all(_BETWEEN.fullmatch(text, before[1], after[0]) for before, after in pairwise(at)):
                hit = Hit(
                    phrase.owner, phrase.text, " ".join(text[at[0][0] : at[-1][1]].split()), _same(here, phrase.words)
                )
                known = found.get((phrase.owner, phrase.text))
                if known is None or (hit.exact and not known.exact):
                    found[phrase.owner, phrase.text] = hit
        return tuple(found.values())

    def _likely(self, words: list[str]) -> Iterator[tuple[int, _Phrase]]:
        """Where the words of a phrase stand in a row, whatever stands between them."""
        for place, word in enumerate(words):
            # Most words begin like no phrase at all, and need no stem.
            if word[:_SHORTEST] in self._openings:
                for phrase in self._starts.get(stem(word), ()):
                    if tuple(map(stem, words[place : place + len(phrase.words)])) == phrase.stems:
                        yield place, phrase


def _same(typed: Iterable[str], listed: Iterable[str]) -> bool:
    """Whether two phrases agree word by word, but for a plural."""
    return all(_plural(a, b) or _plural(b, a) for a, b in zip(typed, listed, strict=True))


def _plural(word: str, single: str) -> bool:
    return word in (single, single + "s", single + "es")
