"""Backups in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leaderplan.domain.fields import OnRemove, specs
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import BY_TABLE, Profile
from leaderplan.store.snapshot import Reason
from leaderplan.ui.naming import counted

REASONS: Final[Mapping[Reason, Message]] = {
    Reason.REGULAR: _("Every ten minutes"),
    Reason.CLOSE: _("When you closed"),
    Reason.ASKED: _("You asked for it"),
    Reason.UPGRADE: _("Before an upgrade"),
    Reason.IMPORT: _("Before an import"),
    Reason.RESTORE: _("Before going back"),
    Reason.REMOVAL: _("Before much was removed"),
}


_APART: Final = tuple(
    table
    for table, kind in BY_TABLE.items()
    if kind is not Profile and not any(spec.on_remove is OnRemove.WITH for spec in specs(kind).values())
)
"""The tables of what hangs on nothing else."""


def held(records: Mapping[str, int], language: Language) -> str:
    """What there is, without what only hangs on it: ``12 Achievements and 8 People, with 40 that hang on them``"""
    apart = counted(records, language, _APART)
    if not apart:
        return language.say(_("Nothing but your profile."))
    hanging = sum(records.values()) - sum(records.get(table, 0) for table in (*_APART, Profile.table))
    if not hanging:
        return apart
    return language.say(
        _n("{records}, with {count} record that hangs on them", "{records}, with {count} records that hang on them",
           hanging, records=apart)
    )  # fmt: skip
