"""Writes a copy of the plan into its second place, wherever in the window that is asked for."""

from __future__ import annotations

from leaderplan.domain.messages import _
from leaderplan.ui.care import Care
from leaderplan.ui.desk import Desk
from leaderplan.ui.tasks import Task


def write_copy(desk: Desk, care: Care) -> Task:
    """Do it in a task, and say what came of it."""
    place = care.second_place()

    def done(_nothing: object) -> None:
        desk.signals.copied.emit()
        desk.toast(_("A copy of your plan is in {folder}.", folder=str(place)), undo=False)

    return desk.tasks.start(
        _("Writing a copy"), lambda progress, _cancelled: care.write_copy(progress), done, desk.trouble
    )
