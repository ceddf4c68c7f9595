"""Tags, and the mode among them."""

from __future__ import annotations

from typing import get_args

from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.values import Mode, Piece
from leaderplan.domain.capture.words import MODE_WORDS, UNASKED

_MODES: dict[str, Mode] = {mode: mode for mode in get_args(Mode)}


def find_tags(line: Line) -> tuple[Piece, ...]:
    """A piece for each ``#tag``; the three modes have a kind of their own, and the last of them counts."""
    return tuple(
        Piece("mode" if token.low[1:] in _MODES else "tag", token.start, token.end, _value(token.text[1:]))
        for token in line.tokens
        if token.kind == "tag"
    )


def _value(tag: str) -> str:
    return _MODES.get(tag.lower(), tag)


def mode_of(pieces: tuple[Piece, ...]) -> Mode | None:
    """The mode that was typed last."""
    typed = [piece.value for piece in pieces if piece.kind == "mode" and isinstance(piece.value, str)]
    return _MODES[typed[-1]] if typed else None


def hint_of(line: Line) -> Mode | None:
    """The mode that most words speak for; None where two are even. A suggestion, never set without the person."""
    points: dict[Mode, int] = dict.fromkeys(_MODES.values(), 0)
    for at, token in enumerate(line.tokens):
        for mode, words in MODE_WORDS.items():
            points[_MODES[mode]] += token.low in words
        if token.low == "without" and line.low(at + 1) in UNASKED:
            points["transform"] += 2
    ranked = sorted(points, key=lambda mode: -points[mode])
    return ranked[0] if points[ranked[0]] > points[ranked[1]] else None
