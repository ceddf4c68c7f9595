"""What is wrong with how the plan is kept, as sentences; nothing while all is well."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from leaderplan.domain.messages import Message, _, _n
from leaderplan.store.surroundings import Surroundings
from leaderplan.ui.surroundings import WHY, sentence

PATIENCE = timedelta(days=7)
"""How old the newest copy in the second place may be before Home says so."""


class Remedy(Enum):
    """What the button does about it."""

    CHOOSE = _("Choose a second place")
    WRITE = _("Write one now")
    MOVE = _("Move it")


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a plan is kept: its second place with the moment of the newest copy there, and what is wrong with its own."""

    second_place: Path | None
    newest: datetime | None
    surroundings: Surroundings | None = None


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing that is wrong, why that matters, and what to do."""

    remedy: Remedy
    sentence: Message
    why: Message
    dismissable: bool = False


_ALONE = _(
    "A laptop that breaks or is stolen takes the plan with it, and its backups. A sealed copy in a second place, "
    "written every day, makes that a matter of a minute."
)
_OLD = _("The folder may be out of reach, full, or no longer copied. What you did since is on this computer alone.")


def dangers(kept: Keeping, at: datetime, dismissed: Collection[Remedy] = ()) -> tuple[Danger, ...]:
    """What is wrong at a moment, the worst first, without what the person does not want to hear again."""
    found = (_bad_place(kept), _no_copy(kept, at))
    return tuple(each for each in found if each and not (each.dismissable and each.remedy in dismissed))


def _bad_place(kept: Keeping) -> Danger | None:
    found = kept.surroundings
    return Danger(Remedy.MOVE, sentence(found), WHY, dismissable=True) if found else None


def _no_copy(kept: Keeping, at: datetime) -> Danger | None:
    place, newest = kept.second_place, kept.newest
    if place is None:
        return Danger(Remedy.CHOOSE, _("Your plan exists only on this computer."), _ALONE)
    if newest is None:
        return Danger(Remedy.WRITE, _("There is no copy of your plan in {folder}.", folder=str(place)), _OLD)
    if at - newest <= PATIENCE:
        return None
    words = _n(
        "No copy of your plan has reached {folder} for {count} day.",
        "No copy of your plan has reached {folder} for {count} days.",
        (at - newest).days,
        folder=str(place),
    )
    return Danger(Remedy.WRITE, words, _OLD)
