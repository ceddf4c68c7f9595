"""Says why the window does not open to whoever started it without a terminal."""

from __future__ import annotations

from leaderplan.app.running import application, settings
from leaderplan.domain.language import ENGLISH
from leaderplan.ui.dress import dress
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.refusal import Refusal


def tell(happened: str, todo: str, report: str = "") -> None:
    """Show a box until it is closed: what happened and what to do, or the report of our own fault."""
    remembered = settings()
    dress(application(), remembered.text("theme", "system"), remembered.number("text_scale", 1.0))
    box = FaultDialog(report, ENGLISH) if report else Refusal(happened, todo, ENGLISH)
    box.exec()
