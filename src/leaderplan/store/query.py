"""From what a person typed to a query that FTS5 understands, whatever was typed."""

from __future__ import annotations

import unicodedata

LONGEST = 256
"""Characters that are looked at."""

MOST_TOKENS = 16


def tokens(text: str) -> list[str]:
    """The words to look for; those without a letter or a digit are left out, control characters stand for spaces."""
    cleaned = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in text[:LONGEST])
    return [word for word in cleaned.split() if any(map(str.isalnum, word))][:MOST_TOKENS]


def expression(words: list[str]) -> str:
    """All of the words, each quoted so that nothing in it is syntax.

    A word is also the beginning of a longer one, unless a sign ends it: ``C++`` is not every word with a c.
    """
    return " ".join('"' + word.replace('"', '""') + ('"*' if word[-1].isalnum() else '"') for word in words)


def is_short(words: list[str]) -> bool:
    """Whether so few letters were typed that the newest records say more than the best."""
    return sum(map(len, words)) <= 2
