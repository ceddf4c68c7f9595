"""Rule 13: how long a text is, by two stated rules, and how long it takes to say."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS_A_MINUTE = 130
"""The pace of a calm talk, as the interview cards assume it."""

_STEP = 5  # seconds to which the spoken time is rounded
# Han, kana and the marks between them: Word counts each such character as a word of its own.
_EACH = re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_JOINT = re.compile(r"[-\u2010-\u2015\u2212/\\]+")


@dataclass(frozen=True, slots=True)
class Counts:
    """The length of a text: words by either rule, characters with spaces, seconds to say it."""

    word_style: int
    strict: int
    characters: int
    spoken_seconds: int


def count(text: str) -> Counts:
    """Count ``text``.

    *As Word counts*: a word is what stands between white space, whatever it is made of: "well-known", "and/or",
    "1,000", "£31" and a dash between spaces are one word each (A. Wyatt, "Ignoring Hyphens in Word Counts", WordTips,
    2023). A Chinese or Japanese character is a word of its own.

    *Strict*: as before, and a word is also split at hyphens, dashes and slashes, each part with a letter or figure
    counting as one: "well-known" and "2024/25" are two. So the strict count is never below Word's.

    Characters are Unicode characters with spaces; a line break is one. The spoken time is that of the words as Word
    counts them at 130 a minute, rounded to 5 seconds, and at least 5 where there is a word.
    """
    chunks = [part for chunk in text.split() for part in _parted(chunk)]
    words, strict = len(chunks), sum(map(_strictly, chunks))
    spoken = max(_STEP, _STEP * round(words * 60 / WORDS_A_MINUTE / _STEP)) if words else 0
    return Counts(words, strict, len(text.replace("\r\n", "\n")), spoken)


def _parted(chunk: str) -> list[str]:
    """What stands between white space, with each Chinese or Japanese character on its own."""
    return _EACH.sub(lambda found: f" {found.group()} ", chunk).split() if _EACH.search(chunk) else [chunk]


def _strictly(chunk: str) -> int:
    return max(1, sum(any(map(str.isalnum, part)) for part in _JOINT.split(chunk)))
