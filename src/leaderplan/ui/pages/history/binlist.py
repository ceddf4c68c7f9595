"""What lies in the bin: each thing that was removed, with the number of those that went with it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import Message, _, _n
from leaderplan.store.steps import KEPT, Removed
from leaderplan.ui.days import local_day
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.eventlist import EventList
from leaderplan.ui.pages.history.model import Event
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.where import icon_of

_NONE = _("Nothing in the bin is called that.")
_EMPTY = _("The bin is empty. What you remove lies here for 90 days, and comes back with all that hung on it.")


class BinList(EventList):
    """Ids are those of records. What hung on something else lies with it, and has no row of its own."""

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        say = desk.say
        super().__init__(desk, say(_("Bin")), parent=parent)
        self._names = names
        self._sought = ""
        self._lying: dict[str, Removed] = {}
        top = QWidget()
        top.setFixedHeight(0)
        self._lay_out(top, "", say(_("Show all")))

    @property
    def is_empty(self) -> bool:
        """Whether the bin is empty."""
        return not self._lying

    def removed(self, id: str) -> Removed | None:
        """What lies in the bin under this id."""
        return self._lying.get(id)

    def with_it(self, id: str) -> list[Removed]:
        """What went with a record, over any number of steps from one thing to what hung on it."""
        found = {id: self._lying[id]}
        size = 0
        while size < len(found):
            size = len(found)
            found |= {one.record.id: one for one in self._lying.values() if one.hangs_on in found}
        return list(found.values())[1:]

    def read(self) -> None:
        """Begin anew with what lies there now."""
        self._lying = {one.record.id: one for one in self._desk.workspace.removed()}
        self._show()

    def seek(self, text: str) -> None:
        """Show only what is called so."""
        self._sought = text.casefold().strip()
        self._show()

    def clear(self) -> None:
        """Show all."""
        self.seek("")

    def _show(self) -> None:
        with_it = Counter(_root(self._lying, one) for one in self._lying.values())
        events = [
            self._event(one, with_it[id] - 1) for id, one in self._lying.items() if one.hangs_on not in self._lying
        ]
        words = self._sought.split()
        wanted = [event for event in events if all(word in event.title.casefold() for word in words)]
        self._keeping(lambda: self.model.show_all(wanted))
        self._nothing.setText(self._desk.say(_EMPTY if self.is_empty else _NONE))
        self._show_all.setVisible(not self.is_empty)

    def _event(self, one: Removed, others: int) -> Event:
        say = self._desk.say
        more = [say(_n("with {count} more", "with {count} more", others))] if others else []
        words = (say(type(one.record).one), *more, say(days_left(one.at, self._desk)))
        return Event(one.record.id, one.at, self._names.of(one.record), icon_of(one.record.table), words)


def _root(lying: dict[str, Removed], one: Removed) -> str:
    """What a thing in the bin went with in the end, or itself."""
    while one.hangs_on is not None and one.hangs_on in lying:
        one = lying[one.hangs_on]
    return one.record.id


def days_left(at: datetime, desk: Desk) -> Message:
    """How long something that was removed at this moment stays."""
    last = local_day(at + KEPT)
    return _n("{count} day left", "{count} days left", max((last - desk.today()) // timedelta(days=1), 0))
