"""A plan that does not open: why, and each way out as a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.store.waysout import Way
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords


def hindrance(
    error: UserError,
    ways: Sequence[Way],
    language: Language,
    slots: Mapping[Way, Callable[[], object]],
    backup: datetime | None,
) -> EmptyState:
    """The view that says what hinders. A way without a slot is not shown, nor is a backup that there is not."""
    say = language.say
    rows = []
    for way in ways:
        if way not in slots or (way is Way.BACKUP and backup is None):
            continue
        icon, words, more, action = _row(way, backup)
        rows.append(EmptyRow(icon, say(words), say(more) if more else "", say(action), slots[way]))
    return EmptyState(EmptyWords("circle-alert", say(error.happened), say(error.todo)), rows)


def _row(way: Way, backup: datetime | None) -> tuple[str, Message, Message | None, Message]:
    aside = _("what is there now is set aside")
    match way:
        case Way.BACKUP:
            assert backup is not None
            return "archive-restore", _("The backup of {moment}", moment=backup), aside, _("Go back to it")
        case Way.ARCHIVE:
            return "archive", _("An archive of the plan"), aside, _("Choose it")
        case Way.LOOK:
            return "eye", _("Look at it"), _("without changing anything"), _("Open to read")
        case Way.SALVAGE:
            return "eye", _("What can still be read"), _("without changing anything"), _("Look at it")
        case Way.BEGIN:
            return "file-plus", _("Start again"), aside, _("Begin a new plan")
    return "refresh-cw", _("It may have gone by itself"), None, _("Try again")
