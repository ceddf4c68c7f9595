"""Finding phrases in a text: any case, whole words, English inflections of each word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TAIL = r"[^\W_]*(?:['’][^\W_]+)*"  # the rest of a word of which the beginning is known
# Between two words of one phrase: spaces, a hyphen or slash, or the end of a line.
_BETWEEN = r"(?:[^\S\n]{1,2}|[^\S\n]?[-‐‑–/\n][^\S\n]?)"
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


class _Phrase:
    """One phrase: letters without which a text cannot hold it, looked for first, and the pattern that finds it."""

    def __init__(self, owner: str, text: str) -> None:
        self.owner, self.text = owner, text
        self.words = tuple(map(_folded, _WORD.findall(unicodedata.normalize("NFC", text))))
        self._stems = tuple(map(stem, self.words))
        # What every form of a word begins with: the stem, but that "y" may stand for its last letter.
        self._anchors = [each.removesuffix("i") or each for each in self._stems]
        words = [f"({re.escape(anchor)}{_TAIL})" for anchor in self._anchors]
        self.mark = max(self._anchors, key=len, default="")
        # It begins with letters and not with a look back, which would be asked at each place of the text.
        self._pattern = re.compile(_BETWEEN.join(words) + r"(?![^\W_])")

    def hit(self, text: str, folded: str) -> tuple[int, Hit] | None:
        """The place and the words of the first exact form, or else of the first form there is."""
        bent = None
        for found in self._pattern.finditer(folded):
            typed = tuple(map(_folded, found.groups()))
            inside = folded[max(0, found.start() - 1) : found.start()].isalnum()
            if not inside and tuple(map(stem, typed)) == self._stems:
                exact = _same(typed, self.words)
                hit = Hit(self.owner, self.text, " ".join(text[slice(*found.span())].split()), exact)
                if exact:
                    return found.start(), hit
                bent = bent or (found.start(), hit)
        return bent


class PhraseIndex:
    """Phrases by owner, ready to be looked for in many texts."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        every = (_Phrase(owner, text) for owner, texts in phrases.items() for text in texts)
        self._phrases = [phrase for phrase in every if phrase.words]

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Each phrase that ``text`` holds, once, in the order of places; an exact form is taken before a bent one."""
        text = unicodedata.normalize("NFC", text)
        folded = text.casefold()
        # Folding may lengthen a text (a German sharp s), and then places in one are not places in the other.
        typed = text if len(text) == len(folded) else folded
        likely = [phrase for phrase in self._phrases if phrase.mark in folded]
        found = [hit for phrase in likely if (hit := phrase.hit(typed, folded))]
        return tuple(hit for _place, hit in sorted(found, key=lambda pair: pair[0]))


def _same(typed: Iterable[str], listed: Iterable[str]) -> bool:
    """Whether two phrases agree word by word, but for a plural."""
    return all(_plural(a, b) or _plural(b, a) for a, b in zip(typed, listed, strict=True))


def _plural(word: str, single: str) -> bool:
    return word in (single, single + "s", single + "es")
