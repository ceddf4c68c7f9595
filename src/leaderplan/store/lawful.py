"""What the one door demands of an edit before it takes it."""

from __future__ import annotations

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.checks import edit_problems
from leaderplan.domain.plan import Plan
from leaderplan.store.failures import Overtaken, Refused
from leaderplan.store.rows import misfits


def demand_storable(plan: Plan, edit: ChangeSet, *, returning: bool = False) -> None:
    """Raise Overtaken unless ``edit`` starts from ``plan`` as it is, and Refused where it may not be stored.

    ``returning`` is as in :func:`leaderplan.domain.checks.edit_problems`.
    """
    if len({change.id for change in edit}) < len(edit.changes):
        raise ValueError("an edit has at most one change for each record")
    for change in edit:
        if plan.find(change.id) != change.before:
            raise Overtaken
    problems = edit_problems(plan, edit, returning=returning)
    problems = problems or tuple(found for change in edit if change.after for found in misfits(change.after))
    if problems:
        raise Refused(problems)
