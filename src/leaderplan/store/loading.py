"""From the file to the plan, with everything proved on the way: structure, digests, sums, references."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from leaderplan.domain.checks import dangling
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE, Profile
from leaderplan.store import troubles
from leaderplan.store.failures import Damaged
from leaderplan.store.rows import Progress, records_of, scanned, shape
from leaderplan.store.schema import TABLES
from leaderplan.store.troubles import RESTORE, Trouble


def load(file: Path, db: Database, progress: Progress | None = None) -> Plan:
    """The plan of a database that is whole, within the transaction at hand; raises Damaged where it is not."""
    plan, found = examined(db, progress)
    if found:
        raise Damaged(file, found[0].what)
    return plan


def examined(db: Database, progress: Progress | None = None) -> tuple[Plan, list[Trouble]]:
    """What can be read of the plan, and everything that is wrong with the file."""
    tell = progress or (lambda _done, _all: None)
    steps = len(TABLES) + 1
    tell(0, steps)
    found = structure(db)
    tables: dict[str, dict[str, Record]] = {}
    for done, (table, columns) in enumerate(TABLES.items(), 1):
        tell(done, steps)
        if shape(db, table) != list(columns):
            found.append(troubles.bad_table(table))
        elif table in BY_TABLE:
            tables[table] = records_of(db, table, found)
        else:
            for _row in scanned(db, table, tuple(columns), found):
                pass
    plan = Plan(tables)
    found += _laws(plan)
    tell(steps, steps)
    return plan, found


def structure(db: Database) -> list[Trouble]:
    """What SQLite's own check says, and what no plan holds."""
    said = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
    # From 3.44 on SQLite looks into the search index as well, on which no plan depends: the check on demand mends it.
    found = [troubles.bad_page(line) for line in said if line != "ok" and "fts5" not in line.lower()]
    foreign = db.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")
    found += [troubles.bad_table(name) for (name,) in foreign]
    return found


def _laws(plan: Plan) -> list[Trouble]:
    found = [Trouble(problem.message, problem.record, RESTORE) for problem in dangling(plan)]
    if len(plan.all(Profile)) != 1:
        found.append(Trouble(_("A plan has exactly one profile."), Profile.table, RESTORE))
    if len({record.id for record in plan}) != len(plan):
        found.append(Trouble(_("Two records have the same id."), "plan.db", RESTORE))
    return found
