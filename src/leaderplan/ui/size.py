"""How large a file is, in words."""

from __future__ import annotations

from leaderplan.domain.language import Language


def size_words(size: int, language: Language) -> str:
    """``950 B``, ``120 KB``, ``1.2 MB``, ``3.4 GB``; ``size`` in bytes, a thousand of them to the kilobyte."""
    if size < 1000:
        return f"{language.number(size)} B"
    if size < 1_000_000:
        return f"{language.number(round(size / 1000))} KB"
    if size < 1_000_000_000:
        return f"{language.number(round(size / 1_000_000, 1))} MB"
    return f"{language.number(round(size / 1_000_000_000, 1))} GB"
