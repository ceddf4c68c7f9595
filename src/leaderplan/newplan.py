"""A new plan: joins what LeaderPlan ships with the store, for the commands and the window alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from leaderplan import assets
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.edits import put
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.exchange.framework import read_framework
from leaderplan.exchange.sample import sample as read_sample
from leaderplan.store.attachments import Attachments
from leaderplan.store.failures import as_sentences
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace

FRAMEWORK = "leaderplan-digital-leadership"
"""The framework of a new plan."""
SET_ASIDE = "set-aside"
"""Where in a plan's folder the plan goes that was there before."""

_BELONGS_TOGETHER = (PLAN, f"{PLAN}-journal", ATTACHMENTS, BACKUPS)

Clock = Callable[[], datetime]


def new_plan(folder: Path, *, sample: bool, today: date, force: bool = False, clock: Clock = now) -> Workspace:
    """Make a plan in ``folder`` and open it: with LeaderPlan's framework, or filled with the sample as of ``today``.

    Raises UserError where there is a plan already, unless ``force``: then that one is set aside with all that belongs
    to it, and comes back if the new one cannot be made.
    """
    if not force and (folder / PLAN).exists():
        raise UserError(
            _("There is a plan in {folder} already.", folder=str(folder)),
            _("It was left as it is. Open it, choose another folder, or set it aside with --force."),
        )
    with _set_aside(folder, clock()):
        return Workspace.create(folder, _sample(folder, today) if sample else _beginning(), clock=clock)


def framework_edit(plan: Plan, data: bytes, name: str = "framework.json") -> ChangeSet:
    """The edit that gives ``plan`` the framework in ``data``; empty where it has it already. Raises UserError."""
    found = read_framework(data, name)
    return put(plan, *found, label=_("Add the framework {title}", title=found[0].heading))


def _beginning() -> tuple[Record, ...]:
    found = read_framework(assets.read_bytes(f"frameworks/{FRAMEWORK}.json"))
    return (Profile(id=new_id(), framework=found[0].id), *found)


def _sample(folder: Path, today: date) -> tuple[Record, ...]:
    """The records of the sample; its files go to the attachments before the records that speak of them."""
    with as_sentences(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    edit = read_sample(assets.read_bytes, today, Attachments(folder / ATTACHMENTS)).edit
    return tuple(change.after for change in edit if change.after)


@contextmanager
def _set_aside(folder: Path, at: datetime) -> Iterator[None]:
    """Move what is in the way into a folder of its own, and back if the block fails."""
    moved: list[tuple[Path, Path]] = []
    try:
        if (folder / PLAN).exists():
            with as_sentences(folder / PLAN):
                aside = _fresh(folder / SET_ASIDE / f"{at:%Y%m%dT%H%M%SZ}")
                for name in _BELONGS_TOGETHER:
                    if (folder / name).exists():
                        (folder / name).rename(aside / name)
                        moved.append((folder / name, aside / name))
        yield
    except BaseException:
        for here, there in reversed(moved):
            _put_back(here, there)
        raise


def _fresh(wanted: Path) -> Path:
    """The folder wanted, made now; with a number behind it where there is one already."""
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    folder.mkdir(mode=0o700, parents=True)
    return folder


def _put_back(here: Path, there: Path) -> None:
    """What the new plan has begun of the same name gives way."""
    if here.exists():
        here.rename(_fresh(there.with_name("unfinished")) / here.name)
    there.rename(here)
