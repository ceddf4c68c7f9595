"""Long texts where there is room for one line."""

from __future__ import annotations


def short(text: str, most: int) -> str:
    """A text on one line of at most so many characters, with its end left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
