"""How the page words comments, days and what became of a comment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import MONTHS, Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Comment, CommentKind, Fate
from leaderplan.ui.shortening import short

_NEAR: Final = 330  # days within which a day needs no year
_SHORT: Final = 120

VERBS: Final[Mapping[CommentKind, Message]] = {
    CommentKind.COMMENT: _("comments"),
    CommentKind.SUGGESTION: _("suggests"),
    CommentKind.RATING: _("rates"),
    CommentKind.TESTIMONIAL: _("praises"),
    CommentKind.THREE_WORDS: _("says in three words"),
    CommentKind.WITHDRAWN: _("withdrew this"),
    CommentKind.ANSWER: _("answers"),
}
FATE_ICONS: Final[Mapping[Fate, str]] = {
    Fate.OPEN: "circle",
    Fate.ACCEPTED: "circle-check",
    Fate.DONE: "circle-dot",
    Fate.DECLINED: "ban",
}
FATES: Final[Mapping[Fate, Message]] = {
    Fate.OPEN: _("Open"),
    Fate.ACCEPTED: _("Accepted"),
    Fate.DONE: _("Done"),
    Fate.DECLINED: _("Declined"),
}


def near_day(day: PartialDate, today: date, language: Language) -> str:
    """``11 March``; with the year where that is not clear by itself."""
    if day.month is None or abs((today - day.last).days) > _NEAR:
        return language.day(day, long=True)
    month = language.say(MONTHS[day.month - 1])
    return month if day.day is None else language.say(_("{day} {month}", day=str(day.day), month=month))


def near_month(day: PartialDate, today: date, language: Language) -> str:
    """``November``; with the year where that is not clear by itself."""
    return near_day(PartialDate(day.year, day.month), today, language)


def initials(name: str) -> str:
    """``NK`` of Nadia Khan: of the first and the last word, as far as they begin with a letter or a digit."""
    letters = [word[0].upper() for word in name.split() if word[0].isalnum()]
    return letters[0] + (letters[-1] if len(letters) > 1 else "") if letters else ""


def said_in_short(comment: Comment) -> str:
    """The words of a comment that tell it from others: what it says, else what it proposes, else what it quotes."""
    return short(comment.text or comment.proposed or comment.quote, _SHORT)


def summary(comment: Comment, language: Language) -> str:
    """``Nadia Khan suggests: Nine of ten families hear …``."""
    verb = language.say(VERBS[comment.kind or CommentKind.COMMENT])
    words = said_in_short(comment)
    head = f"{comment.author} {verb}"
    return f"{head}: {words}" if words else head
