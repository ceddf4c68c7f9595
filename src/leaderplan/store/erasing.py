"""Erasing for good: records leave the plan, its history, its files and its copies, and nothing brings them back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from leaderplan.domain import edits
from leaderplan.domain.changes import Change, ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.erasure import got_a_copy, may_quote, without_copies
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Profile, Round
from leaderplan.errors import UserError
from leaderplan.store import earlier, search
from leaderplan.store.extent import Extent, extent, states_of
from leaderplan.store.finishing import Finished, finish
from leaderplan.store.history import History
from leaderplan.store.ledger import Ledger
from leaderplan.store.pending import Pending, announce
from leaderplan.store.references import attachments_in
from leaderplan.store.scrubbing import scrub_history
from leaderplan.store.steps import StepKind


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: how many ``records`` of each table are gone, and which databases beside the plan it cleaned.

    ``unreachable`` says in sentences where the records may still be.
    """

    records: Mapping[str, int]
    cleaned: tuple[Path, ...]
    unreachable: tuple[Message, ...]


class Erasure(NamedTuple):
    """What is to be erased: how far it reaches, the edit of the living records, and the attachments before it.

    ``touched`` gives the table of every record of which anything changes, be it only in its history. ``sent`` says who
    was sent a copy of what goes.
    """

    extent: Extent
    edit: ChangeSet
    touched: Mapping[str, str]
    attachments: set[str]
    sent: tuple[Message, ...]


BEYOND = (
    _("Archives keep what was in the plan when they were written: delete the older ones, also in the second place."),
    _("Documents and files that were exported keep what was in them, here and with everybody who got them."),
)
"""What no program can clean."""

_LATER = _(
    "The plan is rid of it, but its file and its copies could not be cleaned yet:"
    " that is done when the plan is opened the next time."
)


def prepared(db: Database, plan: Plan, ids: Sequence[str]) -> Erasure:
    """What erasing these records means, living ones or removed ones; raises UserError for what cannot be erased."""
    reach = extent(db, ids)
    for id in ids:
        if id not in reach.gone:
            raise UserError(
                _("There is no {id} in the plan, nor in its history.", id=id),
                _("Nothing was erased. Look at the list and choose again."),
            )
    if Profile.table in reach.gone.values():
        raise UserError(
            _("The profile cannot be erased: a plan is about somebody."),
            _("Nothing was erased. Change what stands in it, or delete the whole plan."),
        )
    living = [record for id in reach.gone if (record := plan.find(id))]
    edit = _without_copies(plan, edits.remove(plan, *living, label=_label(reach.gone)), reach)
    cut = {id: record.table for id in reach.cut if (record := plan.find(id))}
    touched = {**reach.gone, **reach.copies, **{change.id: change.table for change in edit}, **cut}
    return Erasure(reach, edit, touched, attachments_in(db), tuple(_sent(db, plan, reach)))


def _without_copies(plan: Plan, edit: ChangeSet, reach: Extent) -> ChangeSet:
    """The edit that also empties the copies of what goes in the living records that hold one."""
    changes = {change.id: change for change in edit}
    for id in sorted(reach.copies):
        holder = changes[id].after if id in changes else plan.find(id)
        if holder is not None:
            changes[id] = Change.of(plan.find(id), without_copies(holder, reach.ids))
    return replace(edit, changes=tuple(change for change in changes.values() if change.before != change.after))


def _sent(db: Database, plan: Plan, reach: Extent) -> Iterator[Message]:
    """Who was sent something of what goes, also in a round that is in the plan no more."""
    reached = {**reach.gone, **reach.copies}
    for id in sorted(id for id, table in reached.items() if table == Round.table):
        fields = _known(db, plan, id)
        mentor = _known(db, plan, str(fields.get("mentor") or ""))
        on = PartialDate.parse(fields["sent_on"]) if fields.get("sent_on") else None
        yield got_a_copy(mentor.get("name", ""), fields.get("title", ""), on)
    yield from may_quote(plan, reach.gone)


def _known(db: Database, plan: Plan, id: str) -> dict[str, Any]:
    """What is filled in of a record as it is, else as it last was."""
    living = plan.find(id)
    known: dict[str, Any] = {}
    for state in states_of(db, id, living.table if living else None):
        known = {name: value for name, value in state.fields.items() if value} | known
    return known


def _label(gone: Mapping[str, str]) -> Message:
    """Counts alone: the history keeps no name of what was erased."""
    counts = Counter(gone.values())
    kinds = (f"{counts[table]} {_kind(kind, counts[table])}" for table, kind in BY_TABLE.items() if counts[table])
    return _("Erase for good: {kinds}", kinds=", ".join(kinds))


def _kind(record_type: type[Record], count: int) -> Message:
    return record_type.one if count == 1 else record_type.many


def write(folder: Path, db: Database, ledger: Ledger, erasure: Erasure, at: datetime, by: str) -> int:
    """Take the records out of history, drafts and index, and give back the step; their rows are left to the caller.

    The new step names every record that it touched, so that another program looks at them again.
    """
    scrub_history(db, ledger, erasure.extent)
    search.renew(db)
    step = History(db).append(ledger, StepKind.ERASE, erasure.edit.label, at, by).id
    rows = enumerate(erasure.touched.items())
    ledger.insert("change", ((step, n, table, id, None, None) for n, (id, table) in rows))
    announce(folder, Pending(step, tuple(sorted(erasure.extent.ids)), tuple(erasure.attachments - attachments_in(db))))
    return step


def completed(folder: Path, erasure: Erasure) -> Erased:
    """What comes after the transaction: the copies are cleaned, and the result says what was done."""
    counts = Counter(erasure.extent.gone.values())
    try:
        finished = finish(folder)
    except (sqlite3.Error, OSError):
        finished = Finished((), (_LATER,))
    unreachable = (*finished.failed, *earlier.sentences(folder), *erasure.sent, *BEYOND)
    return Erased(counts, finished.cleaned, unreachable)
