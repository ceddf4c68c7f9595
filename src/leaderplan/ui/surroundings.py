"""Why the place of a plan is no good, in words, wherever in the window that is said."""

from __future__ import annotations

from leaderplan.domain.messages import Message, _
from leaderplan.store.surroundings import Kind, Surroundings

WHY = _(
    "A copy that is made while the plan is being written to is broken, and two computers would write over each other. "
    "Copies for elsewhere belong into the second place: they are whole, and sealed."
)


def sentence(found: Surroundings) -> Message:
    """What is wrong, in one sentence."""
    if found.kind is Kind.SYNCED:
        return _("Your plan lies in a folder that {name} copies.", name=found.name)
    return _("Your plan lies on a network drive ({name}).", name=found.name)
