"""The achievements grouped by year, newest first, with their filters."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Mode
from leaderplan.domain.rules.story_check import State
from leaderplan.ui.models.grouped import GroupedModel, Order, newest_first
from leaderplan.ui.models.wins import Win, in_short, text_of, told_word, touched, win
from leaderplan.ui.widgets.rows import RowWords
from leaderplan.ui.widgets.shapes import State as Mark
from leaderplan.ui.widgets.shapes import is_mode

_NO_YEAR: Final = 0
_LAST_YEAR: Final = 10_000
_AT_ONCE: Final = 40
_FEW: Final = 100
_STATES: Final[dict[State, Mark]] = {State.CAPTURED: "captured", State.SHAPED: "shaped", State.READY: "ready"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which achievements to show; what is None or empty does not matter."""

    text: str = ""
    mode: Mode | None = None
    state: State | None = None
    competency: str | None = None
    untold: bool = False

    @property
    def looks_closer(self) -> bool:
        """Whether more must be known than what the record itself says."""
        return bool(self.state or self.competency or self.untold)


class AchievementModel(GroupedModel):
    """Works out a row when it is shown, and the rest in small pieces while nothing else is to be done."""

    counted = Signal(int)
    """How many wins nobody has heard of; told when all were looked at."""

    def __init__(self, language: Language, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._today = language, today
        self._plan = Plan({})
        self._wanted = Wanted()
        self._wins: dict[str, Win] = {}
        self._texts: dict[str, str] = {}
        self._untold: set[str] = set()
        self._waiting: deque[str] = deque()
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._look_on)

    def show_plan(self, plan: Plan) -> None:
        """Begin with a plan."""
        self._plan = plan
        self._wins.clear()
        self._untold.clear()
        self._texts.clear()
        self.filter(self._wanted)
        self._waiting = deque(plan.table(Achievement))
        self._idle.start()

    def filter(self, wanted: Wanted) -> None:
        """Show what is wanted and nothing else."""
        self._wanted = wanted
        self.show_all((order_of(each), each.id) for each in self._plan.all(Achievement) if self._is_wanted(each))

    def take(self, edit: ChangeSet, plan: Plan) -> None:
        """Follow an edit row by row, or begin anew after one of many records.

        What is in view stays there, though it may no longer be what was wanted.
        """
        about = tuple(dict.fromkeys(touched(plan, edit)))
        if len(about) > _FEW:
            self.show_plan(plan)
            return
        for id in about:
            self._texts.pop(id, None)
            if plan.get(Achievement, id) is None:
                self._let_go(id)
        self._plan = plan
        for id in about:
            self._forget(id)
            achievement = plan.get(Achievement, id)
            if achievement is not None and (self.holds(id) or self._is_wanted(achievement)):
                self.put(id, order_of(achievement))
        self._waiting.extend(about)
        self._idle.start()

    def _let_go(self, id: str) -> None:
        """Views ask for a row once more while it goes, so what it says must be known before."""
        if self.holds(id):
            self.win(id)
            self.drop(id)

    def win(self, id: str) -> Win:
        """What is known of an achievement of the plan."""
        if id not in self._wins:
            found = self._wins[id] = win(self._plan, self._plan.table(Achievement)[id], self._today())
            if found.untold:
                self._untold.add(id)
        return self._wins[id]

    def section_word(self, section: int) -> str:
        return str(_LAST_YEAR - section) if section else self._language.say(_("Without a date"))

    def row_words(self, id: str) -> RowWords:
        found, say = self.win(id), self._language.say
        achievement, told = found.achievement, told_word(found)
        mode = achievement.mode.value if achievement.mode else ""
        private = (say(_("private")),) if achievement.private else ()
        return RowWords(
            achievement.title,
            mode if is_mode(mode) else None,
            say(achievement.mode.label) if achievement.mode else "",
            _STATES[found.state],
            say(found.state.label),
            ((say(told),) if told else ()) + private,
            in_short(found.measure, self._language),
        )

    def _is_wanted(self, achievement: Achievement) -> bool:
        wanted = self._wanted
        if wanted.mode and achievement.mode is not wanted.mode:
            return False
        if wanted.text and not self._says(achievement, wanted.text.casefold().split()):
            return False
        return not wanted.looks_closer or _fits(self.win(achievement.id), wanted)

    def _says(self, achievement: Achievement, words: Iterable[str]) -> bool:
        if achievement.id not in self._texts:
            self._texts[achievement.id] = text_of(self._plan, achievement)
        text = self._texts[achievement.id]
        return all(word in text for word in words)

    def _forget(self, id: str) -> None:
        self._wins.pop(id, None)
        self._untold.discard(id)

    def _look_on(self) -> None:
        known, plan = self._wins, self._plan.table(Achievement)
        for _turn in range(min(_AT_ONCE, len(self._waiting))):
            id = self._waiting.popleft()
            if id not in known and id in plan:
                self.win(id)
        if not self._waiting:
            self._idle.stop()
            self.counted.emit(len(self._untold))


def _fits(found: Win, wanted: Wanted) -> bool:
    if wanted.state and found.state is not wanted.state:
        return False
    if wanted.untold and not found.untold:
        return False
    return not wanted.competency or wanted.competency in found.competencies


def order_of(achievement: Achievement) -> Order:
    """By year, newest first; what has no date stands above them all, the latest note first."""
    on = achievement.ended or achievement.started
    if on is None:
        return (_NO_YEAR, 1, 0, newest_first(achievement.id))
    return (_LAST_YEAR - on.year, 1, -on.last.toordinal(), newest_first(achievement.id))
