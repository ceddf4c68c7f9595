"""The way from an empty page to a filled one, in a sample plan apart from the person's own."""

from __future__ import annotations

from functools import partial

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.empty import EmptyRow


def example_row(desk: Desk, page: str) -> EmptyRow:
    """Offers to look at ``page`` (its key) in the sample plan."""
    return EmptyRow(
        "book-open",
        desk.say(_("See a filled page")),
        desk.say(_("in a sample plan, apart from yours")),
        desk.say(_("Open the example")),
        partial(desk.signals.example_wanted.emit, page),
    )
