"""The title: the line without what was understood and leaves it, its seams cleaned."""

from __future__ import annotations

from collections.abc import Iterable

_SEAM = " ,;:-–—"
_KEEPS_CLOSE = (",", ";", ":", ".", "!", "?", ")")


def title_without(line: str, cuts: Iterable[tuple[int, int]]) -> str:
    """``line`` without the characters in ``cuts``; no character is added but single spaces."""
    title, at, cut = "", 0, False
    for start, end in sorted(cuts):
        if start >= at:
            title = _joined(title, _spaced(line[at:start]), cut)
            cut = True
        at = max(at, end)
    title = _joined(title, _spaced(line[at:]), cut)
    ended = cut and not line[at:].strip(_SEAM + "\t\n")
    return (title.rstrip(_SEAM) if ended else title).strip()


def _spaced(text: str) -> str:
    """Control characters and runs of spaces become one space."""
    clean = "".join(" " if sign.isspace() or ord(sign) < 32 or 127 <= ord(sign) < 160 else sign for sign in text)
    edges = (" " if clean[:1] == " " else "", " " if clean[-1:] == " " else "")
    return edges[0] + " ".join(clean.split()) + edges[1] if clean.strip() else " " * bool(clean)


def _joined(left: str, right: str, cut: bool) -> str:
    if not cut:
        return right
    if not left.strip():
        return right.lstrip(_SEAM + ".")
    following = right.lstrip()
    if left.rstrip().endswith("(") and following.startswith(")"):
        return f"{left.rstrip()[:-1].rstrip()}{following[1:]}"
    if following.startswith(_KEEPS_CLOSE):
        return left.rstrip(_SEAM) + following
    return f"{left.rstrip()} {following}" if following else left
