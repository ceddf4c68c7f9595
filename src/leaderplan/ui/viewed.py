"""A plan that is only looked at: what it says of itself, and how a record gets from it into the plan."""

from __future__ import annotations

from collections.abc import Callable

from leaderplan.domain import edits
from leaderplan.domain.belonging import taken_over
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.store.folder import PLAN
from leaderplan.store.snapshot import said_of
from leaderplan.store.viewing import View
from leaderplan.ui.desk import Desk
from leaderplan.ui.window import Window


def say_what_is_viewed(window: Window, view: View, language: Language, take: Callable[[Plan, str], object]) -> None:
    """Say across the window what one looks at; of a backup, offer the record in view to ``take(plan, id)``."""
    window.setWindowTitle(language.say(_("LeaderPlan – only to look at")))
    window.banner.say(language.say(_what(view)))
    if view.source.name == PLAN:
        return

    def offer() -> None:
        if record := window.navigator.record:
            take(view.plan, record)

    why_not = language.say(_("Open the record that is to come back first."))
    window.banner.offer(language.say(_("Take this record back")), offer, why_not)
    window.banner.allow(window.navigator.record is not None)
    window.navigator.record_shown.connect(window.banner.allow)


def _what(view: View) -> Message:
    if view.lost:
        return _n(
            "This is what can still be read of the plan: {count} place is damaged. Nothing can be changed here.",
            "This is what can still be read of the plan: {count} places are damaged. Nothing can be changed here.",
            len(view.lost),
        )
    if view.source.name == PLAN:
        return _("This plan is only looked at: nothing can be changed here.")
    return _("This is the backup of {moment}. Nothing can be changed here.", moment=said_of(view.source)[0])


def take_back(desk: Desk, source: Plan, record: str) -> bool:
    """Bring a record with what hung on it from ``source`` into the plan, as one step; whether anything changed."""
    found = source.find(record)
    if found is None:
        return False
    label = _("Take back {name}", name=edits.called(found))
    edit = taken_over(desk.plan, source, [record], label)
    if not edit:
        desk.toast(_("{name} is in the plan as it is there.", name=edits.called(found)), undo=False)
        return False
    if not desk.bring_back(edit, None):
        return False
    desk.toast(_("{name} is back in the plan.", name=edits.called(found)))
    return True
