"""What is wrong with a plan, as values that a command or a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from leaderplan.domain.messages import Message, _


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong: what, where (a table, a record's id or a file), and what to do."""

    what: Message
    where: str
    do: Message


RESTORE = _("Open a backup or a copy of the plan, and keep this one.")
FETCH = _("Put the file back into the folder under this name, or attach it again.")


def bad_page(said: str) -> Trouble:
    """SQLite's own check found something."""
    return Trouble(_("The file's structure is broken: {said}.", said=said), "plan.db", RESTORE)


def bad_row(table: str, key: str) -> Trouble:
    """A row is not as it was written."""
    return Trouble(_("A row of {table} is not as it was written.", table=table), key, RESTORE)


def bad_total(table: str) -> Trouble:
    """Rows are missing, or older ones came back."""
    return Trouble(_("Rows of {table} are missing, or older ones came back.", table=table), table, RESTORE)


def bad_table(table: str) -> Trouble:
    """A table is missing or has other columns."""
    return Trouble(_("The table {table} is missing or has another shape.", table=table), table, RESTORE)
