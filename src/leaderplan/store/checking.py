"""A whole plan looked over, on demand: the file, the references, the search index, the attachments."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from leaderplan.domain.fields import Attachment, Kind, specs
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.store import database, search, troubles
from leaderplan.store.attachments import Attachments
from leaderplan.store.loading import examined
from leaderplan.store.troubles import Trouble


def check(db: Database, attachments: Attachments) -> list[Trouble]:
    """Everything that is wrong, and what to do about each; a search index that disagrees is made anew at once."""
    with database.reading(db):
        plan, found = examined(db)
        agrees = found or _index_agrees(db, plan)
    if not agrees and _mended_now(db):
        found.append(
            Trouble(
                _("The search index did not agree with the plan."),
                "search",
                _("It was made anew: nothing is left to do."),
            )
        )
    return found + _attachments(plan, attachments)


def mended(db: Database, plan: Plan) -> bool:
    """Whether the search index did not agree with the plan and was made anew, within the transaction at hand."""
    if _index_agrees(db, plan):
        return False
    search.rebuild(db, plan)
    return True


def _mended_now(db: Database) -> bool:
    """The same, of the plan as it stands when nobody else can write to it."""
    with database.writing(db):
        plan, found = examined(db)
        return not found and mended(db, plan)


def _index_agrees(db: Database, plan: Plan) -> bool:
    index = search.Index(db)
    expected = {(record.id, record.table, *texts) for record in plan if any(texts := search.texts(record))}
    try:
        db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        held = list(index.held())
        return set(held) == expected and len(held) == len(expected) == index.rows()
    except sqlite3.DatabaseError:
        return False


def _attachments(plan: Plan, attachments: Attachments) -> list[Trouble]:
    found = []
    for record in plan:
        for name, spec in specs(type(record)).items():
            if spec.kind is not Kind.ATTACHMENT:
                continue
            value: Attachment | None = getattr(record, name)
            if value and (what := attachments.trouble(value)):
                found.append(Trouble(what, value.sha256, troubles.FETCH))
            elif value and not attachments.is_sound(value):
                found.append(Trouble(_("The file {name} was changed.", name=value.name), value.sha256, troubles.FETCH))
    return found
