"""The few words of roff that a man page needs; every text is escaped here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = {"\\": r"\e", "-": r"\-", '"': r"\(dq", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
_HARD = re.compile(r"[\\\-\"'`^~]|[^\x00-\x7f]")
_PLACEHOLDER = re.compile(r"[A-Z]+(?:x[A-Z])?")


def text(plain: str) -> str:
    """Plain text on one line; groff neither takes the start of it for a request nor changes a character of it."""
    escaped = _HARD.sub(lambda hard: _SPECIAL.get(hard[0]) or f"\\[u{ord(hard[0]):04X}]", " ".join(plain.split()))
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


def bold(plain: str) -> str:
    """What is typed as it stands."""
    return rf"\fB{text(plain)}\fR"


def italic(plain: str) -> str:
    """What stands for something else."""
    return rf"\fI{text(plain)}\fR"


def typed(plain: str) -> str:
    """What a person types: words in bold, those in capitals for what stands there in their own place."""
    parts = re.split(r"([ \[\]|,.=]+)", plain)
    return "".join(part if index % 2 else _word(part) for index, part in enumerate(parts))


def heading(title: str, *lines: str) -> list[str]:
    """A section."""
    return [f".SH {text(title)}", *lines]


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Paragraphs of plain text."""
    return [line for plain in texts for line in (".PP", text(plain))]


def entry(term: str, told: str) -> list[str]:
    """A term, in roff, and what it means, as plain text."""
    return [".TP", term, text(told) or r"\&"]


def _word(word: str) -> str:
    if not word:
        return ""
    return italic(word) if _PLACEHOLDER.fullmatch(word) else bold(word)
