"""Backups in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from leaderplan.domain.belonging import owners
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Profile
from leaderplan.store.snapshot import Reason

REASONS: Final[Mapping[Reason, Message]] = {
    Reason.REGULAR: _("every ten minutes"),
    Reason.CLOSE: _("when you closed LeaderPlan"),
    Reason.ASKED: _("you asked for it"),
    Reason.UPGRADE: _("before an upgrade"),
    Reason.IMPORT: _("before an import"),
    Reason.RESTORE: _("before going back"),
    Reason.REMOVAL: _("before much was removed"),
}


def day_words(day: date, today: date, language: Language) -> str:
    """``Today``, ``Yesterday``, ``Thursday 12 March 2026``."""
    if day == today:
        return language.say(_("Today"))
    if day == today - timedelta(days=1):
        return language.say(_("Yesterday"))
    date_words = language.day(PartialDate.of(day), long=True)
    return language.say(_("{weekday} {date}", weekday=language.weekday(day), date=date_words))


def moment_words(at: datetime, today: date, language: Language) -> str:
    """``Today, 10:42``."""
    local = at.astimezone()
    return language.say(_("{day}, {time}", day=day_words(local.date(), today, language), time=f"{local:%H:%M}"))


def counts(records: Mapping[str, int], language: Language) -> str:
    """``12 Achievements, 34 Measures and 8 People``, in the order of the records; nothing is said of the profile."""
    kinds = [(kind, records.get(table, 0)) for table, kind in BY_TABLE.items() if kind is not Profile]
    parts = [
        _("{count} {kind}", count=count, kind=kind.one if count == 1 else kind.many) for kind, count in kinds if count
    ]
    return language.series(language.say(part) for part in parts)


def name_of(record: Record, plan: Plan, language: Language) -> str:
    """Its own name, or its kind and the name of what it belongs to."""
    if record.heading.strip():
        return record.heading
    kind = language.say(type(record).one)
    owner = next((found for id in owners(record) if (found := plan.find(id)) and found.heading), None)
    return f"{kind} · {owner.heading}" if owner else kind
