"""What a figure is about: the words before it (or after it) without verbs, articles and pronouns."""

from __future__ import annotations

from collections.abc import Container

from leaderplan.domain.capture.tokens import Line
from leaderplan.domain.capture.words import ARTICLES, ENDINGS, LOWERING, MULTIPLES, PRONOUNS, STOPS, VERBS

_FARTHEST = 12  # words before a figure that can still name it
_LONGEST = 6
_BOUNDARY = frozenset(",;:(.!?)–—|")


def subject_before(line: Line, end: int, taken: Container[int]) -> str:
    """The name of a figure that begins at token ``end``: its own clause, or the one before if that is empty."""
    begin, label = _clause_start(line, end, taken), False
    if begin == end and end > 0 and end - 1 not in taken and line[end - 1].text in _BOUNDARY:
        end -= 1
        begin = _clause_start(line, end, taken)
        label = line[end].text == ":"
    while end > begin + 1 and (line.low(end - 1) in ENDINGS or line.low(end - 1) in LOWERING):
        end -= 1
    begin = begin if label else _after_verb(line, begin, end)
    while begin < end and (
        line.low(begin) in ("and", "&")
        or line.low(begin) in ARTICLES
        or line.low(begin) in MULTIPLES
        or line.low(begin) in PRONOUNS
    ):
        begin += 1
    return _named(line, max(begin, end - _LONGEST), end)


def subject_after(line: Line, begin: int, taken: Container[int]) -> str:
    """The name of a figure that is said after it: ``1/3 of carers off paper``."""
    while line.low(begin) in ARTICLES:
        begin += 1
    end = begin
    while end < min(begin + _LONGEST, len(line)) and end not in taken and line[end].kind == "word":
        if line.low(end) in ("from", "with", "by", "since", "and", "is", "was", "are", "were", "now", "instead"):
            break
        end += 1
    while end > begin and line.low(end - 1) in STOPS:
        end -= 1
    return _named(line, begin, end)


def clause_has(line: Line, end: int, words: Container[str], taken: Container[int]) -> str:
    """The last of ``words`` in the clause before token ``end``; empty if there is none."""
    for at in range(end - 1, _clause_start(line, end, taken) - 1, -1):
        if line.low(at) in words:
            return line.low(at)
    return ""


def _clause_start(line: Line, end: int, taken: Container[int]) -> int:
    begin = end
    while begin > max(0, end - _FARTHEST) and begin - 1 not in taken and line[begin - 1].text not in _BOUNDARY:
        if line[begin - 1].kind == "tag":
            break
        begin -= 1
    return begin


def _after_verb(line: Line, begin: int, end: int) -> int:
    for at in range(end - 1, begin - 1, -1):
        if line.low(at) in VERBS or _is_past(line, at, begin):
            return at + 1
    return begin


def _is_past(line: Line, at: int, begin: int) -> bool:
    """A verb in the past that no list names: ``-ed`` at the start, after a pronoun or before an article."""
    low = line.low(at)
    if not low.endswith("ed") or low.endswith("eed") or len(low) < 5:
        return False
    return at == begin or line.low(at - 1) in PRONOUNS or line.low(at + 1) in ARTICLES


def _named(line: Line, begin: int, end: int) -> str:
    words = " ".join(line[at].text for at in range(begin, end) if line[at].kind in ("word", "number", "plain"))
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first[1:] == first[1:].lower() and words[1:] == words[1:].lower() else words
