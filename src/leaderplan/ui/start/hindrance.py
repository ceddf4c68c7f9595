"""A plan that does not open: why, and each way out as a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.store.failures import Damaged, Locked, Missing, Newer, NotAPlan, Unreadable, Unwritable
from leaderplan.store.waysout import Way
from leaderplan.ui.start.mishaps import Mistake, Stopped
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
        icon, words, more, action = _row(way, error, backup)
        rows.append(EmptyRow(icon, say(words), say(more) if more else "", say(action), slots[way]))
    if rows:
        rows[0] = replace(rows[0], first=True)
    return EmptyState(EmptyWords("circle-alert", say(error.happened), say(_state(error))), rows)


def _state(error: UserError) -> Message:
    """How things stand now; what can be done stands in the rows below, and nothing else can."""
    match error:
        case Damaged() | NotAPlan():
            return _("It was left as it is.")
        case Newer():
            return _("It was left as it is: that version opens it.")
        case Locked():
            return _("Nothing was changed. The plan opens by itself once that program lets go.")
        case Unwritable():
            return _("Nothing was changed. The right to write there can be given by whoever looks after this computer.")
        case Unreadable():
            return _("Nothing was changed. The right to read it can be given by whoever looks after this computer.")
        case Missing():
            return _("Nothing was changed.")
    return error.todo


def _once(error: UserError) -> Message:
    """When it pays to try again."""
    match error:
        case Damaged():
            return _("After mending it by other means")
        case Newer():
            return _("After installing the newer LeaderPlan")
        case Locked():
            return _("After closing other programs")
        case Unwritable():
            return _("Once it can be written")
        case Unreadable():
            return _("Once it can be read")
        case Mistake():
            return _("It may work the next time")
        case Stopped():
            return _("Whenever you like")
    return _("It may have gone by itself")


def _row(way: Way, error: UserError, backup: datetime | None) -> tuple[str, Message, Message | None, Message]:
    aside = None if isinstance(error, Missing) else _("what is there now is set aside")
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
            return "file-plus", _("A new plan"), aside, _("Begin a new plan")
    return "refresh-cw", _once(error), None, _("Try again")
