"""What a wish comes to: what would leave, line by line, what stays, and which files could go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from leaderplan.domain.language import Language
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Assessment, Collaboration, Evidence, Expectation
from leaderplan.domain.review.sending import Wish, files_of
from leaderplan.domain.selection import Selection
from leaderplan.errors import Cancelled
from leaderplan.ui.dialogs.sending.leaving import leaving
from leaderplan.ui.dialogs.sending.lines import Line
from leaderplan.ui.dialogs.sending.staying import staying

_CHOSEN = (Achievement, Collaboration, Assessment, Expectation)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one wish; ``files`` is the evidence whose files could go."""

    wish: Wish
    goes: Selection
    leaves: list[Line]
    stays: list[Line]
    files: tuple[Evidence, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing goes of what can be chosen: only who one is, and what goes with anything."""
        return not any(self.goes.plan.all(kind) for kind in _CHOSEN)


def worked_out(
    goes: Callable[[Wish], Selection], plan: Plan, wish: Wish, language: Language, cancelled: Callable[[], bool]
) -> Outcome:
    """Slow for a large plan; raises Cancelled when it is asked to stop between two parts of it."""
    selection = goes(wish)
    if cancelled():
        raise Cancelled
    leaves = leaving(selection.plan, language)
    if cancelled():
        raise Cancelled
    stays = staying(plan, selection, language)
    known = wish.mentor.id if plan.find(wish.mentor.id) else None
    files = files_of(plan, replace(wish.wanted, files=frozenset()), known)
    return Outcome(wish, selection, leaves, stays, files)
