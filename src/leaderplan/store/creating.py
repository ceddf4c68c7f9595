"""A new plan folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Profile
from leaderplan.errors import UserError
from leaderplan.store import building
from leaderplan.store.failures import Refused, as_sentences
from leaderplan.store.folder import ATTACHMENTS, BACKUPS, PLAN, make_folder
from leaderplan.store.rows import misfits


def create(folder: Path, records: tuple[Record, ...], at: datetime) -> None:
    """Make the folder, its plan and its subfolders, for this account only; raises UserError and then leaves no plan."""
    if not any(isinstance(record, Profile) for record in records):
        records = (Profile(id=new_id()), *records)
    _demand_storable(records)
    file = folder / PLAN
    with as_sentences(file):
        if file.exists():
            raise UserError(
                _("There is a plan in {folder} already.", folder=str(folder)),
                _("It was left as it is. Open it, or choose another folder."),
            )
        for place in (folder, folder / ATTACHMENTS, folder / BACKUPS):
            make_folder(place)
        with building.building(file) as (db, ledger):
            building.fill(db, ledger, records)
            building.begin(db, ledger, at)
        building.name(file)


def _demand_storable(records: tuple[Record, ...]) -> None:
    edit = ChangeSet(_("New plan"), tuple(Change.of(None, record) for record in records))
    problems = edit_problems(Plan.of(()), edit)
    problems = problems or tuple(problem for record in records for problem in misfits(record))
    if problems:
        raise Refused(problems)
