"""What shows a competency, and what might: achievements claimed for it, and those whose words point to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Claim, Competency, Level
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.domain.rules.suggested_competencies import Candidate, might_show
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.matrix import Row
from leaderplan.ui.pages.competencies.part import Part
from leaderplan.ui.pages.competencies.parts import OUTSET, StoryRow
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.shapes import Mode
from leaderplan.ui.widgets.text import Paragraph

_MOST_SHOWN, _MOST_MIGHT = 12, 4
_AT_ONCE = 300  # achievements are read in some 30 ms
_PAUSE = 250  # milliseconds on one competency, before very many are read for it
_Said = tuple[str, str, Mode | None, int]


class ShownBy(Part):
    """The claims, highest level first; a click opens the achievement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.say(_("Shown by")), parent)
        self._desk = desk
        self._shown: tuple[tuple[_Said, ...], int] | None = None

    def show_row(self, plan: Plan, row: Row) -> None:
        """Show the claims of this competency."""
        ranks = {cell.level.id: place for place, cell in enumerate(row.cells, 1)}
        said = tuple(
            sorted((_said(plan, claim, ranks) for claim in row.standing.claims), key=lambda s: (-s[3], s[1], s[0]))
        )
        if (said, len(row.cells)) == self._shown:
            return
        self._shown = said, len(row.cells)
        widgets: list[QWidget] = [self._row(each, len(row.cells)) for each in said[:_MOST_SHOWN]]
        if said[_MOST_SHOWN:]:
            rest = _("and {count} more, on the page Achievements", count=len(said) - _MOST_SHOWN)
            widgets.append(_inset(Paragraph(self._desk.say(rest), "small", "muted")))
        if not said:
            nothing = self._desk.say(_("Nothing yet. A claim says which of your stories shows it."))
            widgets.append(Paragraph(nothing, "body", "muted"))
        self.show_widgets(*widgets, rows=bool(said))

    def _row(self, said: _Said, steps: int) -> StoryRow:
        id, title, mode, rank = said
        name = _("{title}, level {rank} of {steps}", title=title, rank=rank, steps=steps)
        made = StoryRow(title, mode, rank, steps, name=self._desk.say(name) if rank else title)
        made.clicked.connect(lambda: self._desk.go(Place("achievements", id)))
        return made


def _inset(widget: QWidget) -> QWidget:
    """What is no row begins where the words of rows begin."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(OUTSET, 0, OUTSET, 0)
    row.addWidget(widget)
    return made


def _said(plan: Plan, claim: Claim, ranks: dict[str, int]) -> _Said:
    achievement = plan.get(Achievement, claim.achievement)
    assert achievement is not None  # a claim hangs on its achievement
    return achievement.id, achievement.title, _mode_of(achievement), ranks.get(claim.level or "", 0)


def _mode_of(achievement: Achievement) -> Mode | None:
    return cast(Mode, achievement.mode.value) if achievement.mode else None


class MightShow(Part):
    """The likeliest achievements with the words that point to it; asked for a moment after the rest is shown."""

    claimed = Signal(str, object)
    """(id of the achievement, Level)"""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.say(_("Might also show it")), parent)
        self._desk, self._competency = desk, ""
        self._shown: tuple[Candidate, ...] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_now)
        self.hide()

    def show_row(self, row: Row, again: bool) -> None:
        """Ask about this competency; ``again`` where an achievement or a claim changed."""
        if row.competency.id != self._competency:
            self._competency, self._shown = row.competency.id, None
            self.hide()
            self._soon.start(0 if self._few else _PAUSE)
        elif again:
            self._soon.start(0 if self._few else _PAUSE)

    def show_now(self) -> None:
        """Ask, and show what was found; in a thread where there is much to read."""
        plan = self._desk.plan
        competency = plan.get(Competency, self._competency)
        if competency is None or self._few:
            self._show(might_show(plan, competency) if competency else ())
            return
        self._desk.tasks.start(
            _("Looking for stories that fit"),
            lambda _progress, _cancelled: might_show(plan, competency),
            lambda found: self._show(found) if competency.id == self._competency else None,
        )

    @property
    def _few(self) -> bool:
        return len(self._desk.plan.table(Achievement)) <= _AT_ONCE

    def _show(self, every: tuple[Candidate, ...]) -> None:
        found = every[:_MOST_MIGHT]
        if found != self._shown:
            self._shown = found
            self.show_widgets(*(self._candidate(each) for each in found), rows=True)

    def offer(self, achievement: str, at: QPoint) -> QMenu:
        """The levels to choose from, as a menu at a point of the screen."""
        menu = level_menu(self._desk, self, lambda level: self.claimed.emit(achievement, level))
        menu.popup(at)
        return menu

    def _candidate(self, candidate: Candidate) -> QWidget:
        story, say = candidate.achievement, self._desk.say
        row = StoryRow(story.title, _mode_of(story))
        row.clicked.connect(lambda: self._desk.go(Place("achievements", story.id)))
        words = ", ".join(f"“{each}”" for each in candidate.words[:3])
        claim = Button(say(_("Claim")), small=True, name=say(_("Claim {title}", title=story.title)))
        claim.clicked.connect(lambda: self.offer(story.id, claim.mapToGlobal(QPoint(0, claim.height() + 2))))
        line = QHBoxLayout()
        line.setContentsMargins(26, 0, 8, 8)
        line.setSpacing(8)
        line.addWidget(Paragraph(words, "small", "muted"), 1)
        line.addWidget(claim)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addLayout(line)
        return made


def level_menu(desk: Desk, parent: QWidget, chosen: Callable[[Level], object]) -> QMenu:
    """The levels of the framework in use; ``chosen`` is told one."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.say(_("At which level")))
    for level in levels(desk.plan):
        entry = menu.addAction(level.title.replace("&", "&&"))
        entry.triggered.connect(partial(_choose, chosen, level))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _choose(chosen: Callable[[Level], object], level: Level, _checked: bool = False) -> None:
    chosen(level)
