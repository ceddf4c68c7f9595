"""A new plan: joins what LeaderPlan ships with the store, for the commands and the window alike."""

from __future__ import annotations

from collections.abc import Callable
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
from leaderplan.store.folder import ATTACHMENTS, PLAN
from leaderplan.store.setaside import moved_aside
from leaderplan.store.steps import now
from leaderplan.store.workspace import Workspace

FRAMEWORK = "leaderplan-digital-leadership"
"""The framework of a new plan."""
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
    with moved_aside(folder, clock()):
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
