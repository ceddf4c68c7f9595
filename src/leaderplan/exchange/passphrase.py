"""Passphrases that seal a file: six words drawn by chance, or what a person types."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable

from leaderplan.domain.messages import _
from leaderplan.errors import UserError

WORDS = 6
"""Drawn from 7,776 words they give 77 bits; at the two seconds that a try costs, nobody comes to the end of them."""
SHORTEST = 12
"""Characters of a passphrase that a person made up."""
FEWEST_DIFFERENT = 5
"""Characters in it that differ from one another."""

_FILE = "words/passphrase.en.txt"
_BLANKS = re.compile(r"\s+")


def words(read: Callable[[str], bytes]) -> tuple[str, ...]:
    """The list of words; ``read`` gives the bytes of a shipped file by its name below resources/."""
    return tuple(read(_FILE).decode().split())


def generated(listed: tuple[str, ...]) -> str:
    """Six words of the list, each drawn anew, with a space between them."""
    return " ".join(secrets.choice(listed) for _word in range(WORDS))


def trimmed(typed: str) -> str:
    """A passphrase in one form whatever keyboard it came from: NFC, no blanks around it, one space within."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", typed)).strip()


def normal(typed: str, listed: tuple[str, ...]) -> str:
    """What a person typed: trimmed, and in lower case where it is six words of the list."""
    text = trimmed(typed)
    parts = text.lower().split()
    return " ".join(parts) if len(parts) == WORDS and set(parts) <= set(listed) else text


def demand_strong(passphrase: str) -> None:
    """Raise UserError for a passphrase that is too easily guessed."""
    text = trimmed(passphrase)
    if len(text) < SHORTEST:
        raise UserError(
            _("The passphrase is shorter than {least} characters.", least=SHORTEST),
            _("Take a longer one: a few words that do not belong together are easy to keep in mind."),
        )
    if len(set(text)) < FEWEST_DIFFERENT:
        raise UserError(
            _("The passphrase repeats the same few characters."),
            _("Take another one: a few words that do not belong together are easy to keep in mind."),
        )
