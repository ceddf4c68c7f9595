"""Takes records out of a backup into the plan, as one step."""

from __future__ import annotations

from collections.abc import Sequence

from leaderplan.domain.belonging import taken_over
from leaderplan.domain.comparison import Comparison
from leaderplan.domain.messages import _, _n
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.settings.backups.wording import name_of


def take_back(desk: Desk, found: Comparison, ids: Sequence[str], by: object) -> bool:
    """Make these records what they were, with what they cannot be without; whether that was done."""
    records = [record for id in ids if (record := found.earlier.find(id))]
    if not records:
        return False
    name = name_of(records[0], found.earlier, desk.language)[:60]
    count = len(records)
    label = _("Take back {name}", name=name) if count == 1 else _("Take back {count} records", count=count)
    try:
        step = desk.workspace.bring_back(taken_over(desk.plan, found.earlier, ids, label), by)
    except UserError as error:
        desk.trouble(error)
        return False
    if step is not None:
        desk.toast(_n("{name} is as it was.", "{count} records are as they were.", count, name=name))
    return step is not None
