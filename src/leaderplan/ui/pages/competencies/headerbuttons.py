"""The two buttons in the header of the page: for which role, and against which framework."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Framework, Level, Profile
from leaderplan.domain.rules.chosen_framework import framework as chosen_framework
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.frameworks import addable, there
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import as_tip

_LONGEST_ROLE, _LONGEST_IN_LITTLE_ROOM = 24, 9


class RoleButton(Button):
    """Says the target role; its menu changes it, or expects one level everywhere."""

    def __init__(self, desk: Desk, change: Callable[[], object], expect: Callable[[Level], object]) -> None:
        super().__init__()
        self._desk, self._change, self._expect = desk, change, expect
        self._most = _LONGEST_ROLE
        self._entries = QMenu()
        self.set_menu(self._entries, desk.say(_("The role you prepare for")))
        self._entries.aboutToShow.connect(self._fill)

    def shorten(self, little_room: bool) -> None:
        """Whether there is room for a few words only."""
        most = _LONGEST_IN_LITTLE_ROOM if little_room else _LONGEST_ROLE
        if most != self._most:
            self._most = most
            self.show_plan(self._desk.plan)

    def show_plan(self, plan: Plan) -> None:
        """Say the role of now; a long one is cut short."""
        role = next((profile.target_role for profile in plan.all(Profile)), "")
        say = self._desk.say
        whole = say(_("For: {role}", role=role)) if role else say(_("For: which role?"))
        short = f"{role[: self._most].rstrip()}…" if len(role) > self._most else role
        self.setText(say(_("For: {role}", role=short)) if role else whole)
        self.setAccessibleName(whole)
        self.setToolTip(as_tip(whole) if short != role else "")
        self.updateGeometry()

    def _fill(self) -> None:
        say, menu = self._desk.say, self._entries
        menu.clear()
        _entry(menu, say(_("Change the role…")), self._change)
        found = levels(self._desk.plan)
        if found:
            menu.addSeparator()
            _heading(menu, say(_("Expect one level everywhere")))
        for level in found:
            _entry(menu, level.title, partial(self._expect, level))


class FrameworksButton(Button):
    """Its menu chooses the framework in use, adds a shipped one, or takes one out."""

    def __init__(self, desk: Desk, use: Callable[[Framework], object], remove: Callable[[Framework], object]) -> None:
        super().__init__(desk.say(_("Frameworks")))
        self._desk, self._use, self._remove = desk, use, remove
        self._entries = QMenu()
        self.set_menu(self._entries, desk.say(_("Frameworks")))
        self._entries.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        say, menu, plan = self._desk.say, self._entries, self._desk.plan
        menu.clear()
        chosen = chosen_framework(plan)
        for each in there(plan):
            entry = _entry(menu, each.title, partial(self._use, each))
            entry.setCheckable(True)
            entry.setChecked(chosen is not None and each.id == chosen.id)
        others = [each for each in there(plan) if chosen is None or each.id != chosen.id]
        self._part(menu, [(_("Add {title}", title=s.framework.title), partial(self._use, s.framework))
                          for s in addable(plan)])  # fmt: skip
        self._part(menu, [(_("Remove {title}", title=each.title), partial(self._remove, each)) for each in others])
        if menu.isEmpty():
            _heading(menu, say(_("There is no framework.")))

    def _part(self, menu: QMenu, entries: list[tuple[Message, Callable[[], object]]]) -> None:
        if entries and not menu.isEmpty():
            menu.addSeparator()
        for words, slot in entries:
            _entry(menu, self._desk.say(words), slot)


def _entry(menu: QMenu, words: str, slot: Callable[[], object]) -> QAction:
    entry = menu.addAction(words.replace("&", "&&"))
    entry.triggered.connect(lambda _checked=False: slot())
    return entry


def _heading(menu: QMenu, words: str) -> None:
    menu.addAction(words.replace("&", "&&")).setEnabled(False)
