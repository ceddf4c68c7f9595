"""The menu of a cell: what keys do there, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.matrix import Cell, Row
from leaderplan.ui.place import Place

Slot = Callable[[], object]


def cell_menu(desk: Desk, row: Row, cell: Cell | None, slots: tuple[Slot, Slot, Slot, Slot], parent: QWidget) -> QMenu:
    """``slots`` rate, expect, add a mentor's rating and open the competency; without a cell only the last two."""
    rate, expect, mentor, open_it = slots
    menu, say = QMenu(parent), desk.say
    menu.setAccessibleName(row.competency.title)
    if cell is not None:
        mine = menu.addAction(say(_("Rate myself here")))
        mine.setCheckable(True)
        mine.setChecked(cell.own)
        mine.triggered.connect(lambda _checked=False: rate())
        wanted = menu.addAction(say(_("Expected here")))
        wanted.setCheckable(True)
        wanted.setChecked(cell.expected)
        wanted.triggered.connect(lambda _checked=False: expect())
    menu.addAction(say(_("Add a mentor’s rating…"))).triggered.connect(lambda _checked=False: mentor())
    menu.addAction(say(_("Read about it"))).triggered.connect(lambda _checked=False: open_it())
    if cell is not None and cell.claims:
        menu.addSeparator()
        _stories(menu, desk, cell.claims)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def claims_menu(desk: Desk, claims: Iterable[Claim], parent: QWidget) -> QMenu:
    """The achievements behind several claims."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.say(_("Claims")))
    _stories(menu, desk, claims)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def story_of(plan: Plan, claim: Claim) -> Achievement:
    """The achievement of a claim, on which it hangs."""
    return plan.table(Achievement)[claim.achievement or ""]


def _stories(menu: QMenu, desk: Desk, claims: Iterable[Claim]) -> None:
    for claim in claims:
        story = story_of(desk.plan, claim)
        words = desk.say(_("Open {title}", title=story.title))
        entry = menu.addAction(words.replace("&", "&&"))
        entry.triggered.connect(lambda _checked=False, id=story.id: desk.go(Place("achievements", id)))
