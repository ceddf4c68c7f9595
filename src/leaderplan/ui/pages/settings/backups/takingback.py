"""Takes records out of a backup into the plan, as one step."""

from __future__ import annotations

from collections.abc import Sequence

from leaderplan.domain.belonging import taken_over
from leaderplan.domain.comparison import Comparison
from leaderplan.domain.edits import NAME_LENGTH
from leaderplan.domain.messages import _, _n
from leaderplan.ui.desk import Desk
from leaderplan.ui.naming import name_of


def take_back(desk: Desk, found: Comparison, ids: Sequence[str], by: object) -> bool:
    """Make these records what they were, with what they cannot be without; whether that was done."""
    records = [record for id in ids if (record := found.earlier.find(id))]
    if not records:
        return False
    name = name_of(records[0], found.earlier.find, desk.language)[:NAME_LENGTH]
    count = len(records)
    label = _("Take back {name}", name=name) if count == 1 else _("Take back {count} records", count=count)
    edit = taken_over(desk.plan, found.earlier, ids, label)
    if not edit or not desk.bring_back(edit, by):
        return False
    desk.toast(_n("{name} is as it was.", "{count} records are as they were.", count, name=name))
    return True
