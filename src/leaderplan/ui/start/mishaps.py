"""What keeps a plan from opening that is not the plan's own fault, nor the disk's."""

from __future__ import annotations

from typing import ClassVar

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store.waysout import Way


class Mistake(UserError):
    """LeaderPlan failed on its way to the plan; what it reports is shown apart."""

    ways: ClassVar = (Way.AGAIN, Way.BACKUP, Way.ARCHIVE)

    def __init__(self) -> None:
        super().__init__(
            _("LeaderPlan made a mistake, and the plan is not open."), _("What was stored before is safe.")
        )


class Stopped(UserError):
    """The person cancelled the way to the plan."""

    ways: ClassVar = (Way.AGAIN, Way.LOOK)

    def __init__(self) -> None:
        super().__init__(_("It was stopped, and the plan is not open."), _("What was stored before is safe."))
