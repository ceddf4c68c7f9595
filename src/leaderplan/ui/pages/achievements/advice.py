"""What would make this achievement stronger, at the foot of its record."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderplan.domain.fields import Record
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Achievement
from leaderplan.domain.rules import Finding
from leaderplan.ui.pages.advice import Advice

_SENTENCE = re.compile(r"(?:^|(?<=[.?] ))[^\W\d_]")


def of_this(message: Message, achievement: Record, language: Language) -> str:
    """The message with *this story* where it names the achievement, whose title is to be read above."""
    this = _("this story")
    args = tuple((name, this if value == achievement.heading else value) for name, value in message.args)
    said = language.say(replace(message, args=args))
    return _SENTENCE.sub(lambda found: found.group().upper(), said) if args != message.args else said


class AchievementAdvice(Advice):
    """Speaks of the achievement as *this story*."""

    about, moment = Achievement, 120
    dismissed = _("This is not said of this achievement any more.")

    def title(self, count: int) -> Message:
        return _n("One thing would make this stronger", "{count} things would make this stronger", count)

    def sentence(self, finding: Finding, record: Record) -> str:
        return of_this(finding.message, record, self._desk.language)
