"""The rounds of review and the answers kept aside, as a list under section words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Fate, Record, Round, StrayAnswer
from leaderplan.domain.review.rounds import Standing, State, standing
from leaderplan.ui.models.grouped import GroupedModel, Order, newest_first
from leaderplan.ui.pages.reviews.wording import near_day, near_month
from leaderplan.ui.widgets.rows import RowWords

_SECTIONS: Final = (*State, None)  # the last is what is kept aside
_ICONS: Final = {State.BACK: "inbox", State.OUT: "send", State.CLOSED: "circle-check"}


class RoundsModel(GroupedModel):
    """Back, out, closed, and what is kept aside; the newest first in each."""

    def __init__(self, language: Language, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._today = language, today
        self._standings: dict[str, Standing] = {}
        self._strays: dict[str, StrayAnswer] = {}

    def standing(self, id: str) -> Standing | None:
        """Where a round stands."""
        return self._standings.get(id)

    def show_plan(self, plan: Plan, wanted: Callable[[Record, Standing | None], bool]) -> None:
        """Show what is ``wanted`` of a plan; rows that stay are not made anew."""
        self._standings = {round.id: standing(plan, round) for round in plan.all(Round)}
        self._strays = {stray.id: stray for stray in plan.all(StrayAnswer) if stray.read_on is None}
        shown = dict(self._orders(wanted))
        for id in [id for id in self.ids if id not in shown]:
            self.drop(id)
        for id, order in shown.items():
            self.put(id, order)

    def section_word(self, section: int) -> str:
        state = _SECTIONS[section]
        return self._language.say(state.label if state else _("Kept aside"))

    def row_words(self, id: str) -> RowWords:
        if id in self._standings:
            found = self._standings[id]
            words = tuple(self._words(found))
            return RowWords(found.round.title, words=words, icon=_ICONS[found.state])
        stray = self._strays.get(id)
        if stray is None:
            return RowWords("")
        came = self._say(_("came {day}", day=self._day(stray.came_on))) if stray.came_on else ""
        words = tuple(filter(None, (stray.title if stray.author else "", came)))
        return RowWords(stray.author or stray.title, words=words, icon="file-text")

    def _orders(self, wanted: Callable[[Record, Standing | None], bool]) -> Iterable[tuple[str, Order]]:
        for id, found in self._standings.items():
            if wanted(found.round, found):
                yield id, _order(_SECTIONS.index(found.state), _newest(found), id)
        for id, stray in self._strays.items():
            if wanted(stray, None):
                yield id, _order(len(State), stray.came_on, id)

    def _words(self, found: Standing) -> Iterable[str]:
        say = self._say
        match found.state:
            case State.BACK:
                yield say(_to_do(found))
                if found.came_on:
                    yield say(_("came {day}", day=self._day(found.came_on)))
            case State.OUT:
                yield say(_("waiting"))
                if found.round.sent_on:
                    yield say(_("sent {day}", day=self._day(found.round.sent_on)))
            case State.CLOSED:
                yield say(_n("{count} accepted", "{count} accepted", found.fates[Fate.ACCEPTED]))
                if found.open:
                    yield say(_n("{count} left open", "{count} left open", found.open))
                if found.round.closed_on:
                    yield near_month(found.round.closed_on, self._today(), self._language)

    def _day(self, day: PartialDate) -> str:
        return near_day(day, self._today(), self._language)

    def _say(self, message: Message) -> str:
        return self._language.say(message)


def _to_do(found: Standing) -> Message:
    if found.open:
        return _("{open} of {total} to do", open=found.open, total=found.total)
    return _n("dealt with", "all {count} dealt with", found.total) if found.total else _("withdrawn")


def _newest(found: Standing) -> PartialDate | None:
    if found.state is State.CLOSED:
        return found.round.closed_on
    return found.came_on or found.round.sent_on


def _order(section: int, day: PartialDate | None, id: str) -> Order:
    return section, 1, -day.last.toordinal() if day else 0, newest_first(id)
