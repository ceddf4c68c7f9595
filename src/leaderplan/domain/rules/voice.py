"""Who speaks in a story: the words for "we" and "I" in English texts, as a reader hears them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderplan.domain.messages import Message, _n
from leaderplan.domain.records.grow import Achievement

# What stands between quotation marks is somebody else's voice. No alternative runs past the next opening mark, so that
# ten thousand unclosed marks are still read in one pass.
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"\n]*\"|‘[^‘\n]*?’(?!\w)|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w)")
# Each begins with its letter and looks back from there, which is several times as quick as looking back at each place.
_WE = re.compile(
    r"[Ww](?<![\w’'&/.-].)(?:e|(?<=W)E)(?:[’'](?:re|ve|d|ll))?(?![\w’'&/-])(?=((?:\s+[\w’'-]+){0,2}))", re.DOTALL
)
_I = re.compile(r"I(?<![\w’'&/.-].)(?:[’'](?:m|ve|d|ll))?(?![\w’'&/-])")
_ME = re.compile(r"[Mm](?<![\w’'&/.-].)(?:yself|y|e)(?![\w’'&/-])")
_MARKS = "“«\"‘'"
# Before a Roman one: it counts something, and nobody speaks.
_COUNTED = re.compile(
    r"\b(?:phase|part|stage|step|level|grade|band|tier|type|class|war|volume|title)\s+$", re.IGNORECASE
)
_NEAR = 12  # characters before an "I" in which such a word would stand


@dataclass(frozen=True, slots=True)
class Voice:
    """The places where a story says "we", each with the two words after it as typed, and whether it ever says "I"."""

    we: tuple[str, ...]
    says_i: bool


def voice(achievement: Achievement) -> Voice:
    """Who speaks in task, action, result and own part; "I" also as my, me or myself."""
    told = "\n\n".join((achievement.task, achievement.action, achievement.result, achievement.my_part))
    text = _QUOTED.sub(" … ", told) if any(mark in told for mark in _MARKS) else told
    return Voice(tuple(found.group() + found.group(1) for found in _WE.finditer(text)), _says_i(text))


def _says_i(text: str) -> bool:
    """Whether "I" is a person here; in "phase I" it is a number."""
    if _ME.search(text):
        return True
    places = (found.start() for found in _I.finditer(text))
    return any(not _COUNTED.search(text[max(0, place - _NEAR) : place]) for place in places)


def we_without_i(achievement: Achievement) -> Message | None:
    """Names the "we" behind which the person cannot be seen; None where they can, or where nobody says "we"."""
    heard = voice(achievement)
    if achievement.my_part.strip() or heard.says_i or not heard.we:
        return None
    return _n(
        "“{words}” does not say which step was yours.",
        "“We” {count} times and never “I”: which step was yours?",
        len(heard.we),
        words=heard.we[0],
    )
