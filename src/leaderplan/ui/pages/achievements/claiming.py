"""The menu of competencies that can be claimed: first those that the story's own words point to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency
from leaderplan.domain.rules.chosen_framework import competencies, framework
from leaderplan.domain.rules.suggested_competencies import suggest
from leaderplan.ui.desk import Desk

_MOST_SUGGESTED = 4


def claim_menu(desk: Desk, achievement: Achievement, chosen: Callable[[str], object], parent: QWidget) -> QMenu:
    """A menu that calls ``chosen`` with the id of a competency; what is claimed already is ticked and shut."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.say(_("Claim a competency")))
    plan = desk.plan
    suggested = suggest(plan, achievement)[:_MOST_SUGGESTED]
    if suggested:
        _heading(menu, desk.say(_("Your words point to")))
    for each in suggested:
        words = _("{competency}, because of “{words}”", competency=each.competency.title, words=each.words[0])
        _entry(menu, desk.say(words), each.competency, chosen)
    taken = {claim.competency for claim in plan.referring(Claim, "achievement", achievement)}
    for group, members in groupby(competencies(plan), key=lambda each: _group(plan, each)):
        _heading(menu, group or desk.say(_("Competencies")))
        for competency in members:
            entry = _entry(menu, competency.title, competency, chosen)
            entry.setCheckable(competency.id in taken)
            entry.setChecked(competency.id in taken)
            entry.setEnabled(competency.id not in taken)
    if menu.isEmpty():
        several = framework(plan) is None
        why = _("Choose a framework on the page Competencies first.") if several else _("No competency is left.")
        _heading(menu, desk.say(why))
    return menu


def _group(plan: Plan, competency: Competency) -> str:
    group = plan.get(Competency, competency.parent)
    return group.title if group else ""


def _heading(menu: QMenu, words: str) -> None:
    menu.addAction(words.replace("&", "&&")).setEnabled(False)


def _entry(menu: QMenu, words: str, competency: Competency, chosen: Callable[[str], object]):
    entry = menu.addAction(words.replace("&", "&&"))
    entry.triggered.connect(lambda _checked=False: chosen(competency.id))
    return entry
