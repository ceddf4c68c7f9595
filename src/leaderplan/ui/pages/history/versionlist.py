"""Every version of one record, and between them the times when it was not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.store.steps import Wanted
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.eventlist import EventList
from leaderplan.ui.pages.history.model import Event


@dataclass(frozen=True, slots=True)
class State:
    """What a record was from ``at`` on, after the step with this id; ``record`` is None while it was removed."""

    id: str
    at: datetime
    label: Message
    record: Record | None


def states_of(desk: Desk, record_id: str) -> list[State]:
    """The states of a record, newest first; none for what never was."""
    workspace = desk.workspace
    states = [State(str(one.step), one.at, one.label, one.record) for one in workspace.versions(record_id)]
    if states and workspace.plan.find(record_id) is None:
        last = workspace.history(1, Wanted(record=record_id))
        states[:0] = [State(str(one.id), one.at, one.label, None) for one in last]
    return states


class VersionList(EventList):
    """Ids are those of the steps that led to each version."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.say(_("Versions")), parent=parent)
        top = QWidget()
        top.setFixedHeight(0)
        self._lay_out(top, desk.say(_("Nothing is known of it any more.")), desk.say(_("Show all")))

    def show_states(self, states: list[State]) -> None:
        """List these; the first is how the record is now."""
        events = [self._event(state, states[place + 1 : place + 2]) for place, state in enumerate(states)]
        self._keeping(lambda: self.model.show_all(events))

    def _event(self, state: State, before: list[State]) -> Event:
        say = self._desk.say
        old = before[0].record if before else None
        if state.record is None:
            icon, words = "trash-2", (say(_("removed")),)
        elif old is None:
            icon, words = "plus", (say(_("the first version")) if not before else say(_("it came back")),)
        else:
            changed = [say(spec.label) for name, spec in specs(type(old)).items()
                       if not spec.inner and getattr(old, name) != getattr(state.record, name)]  # fmt: skip
            icon, words = "pencil", (", ".join(changed),)
        return Event(state.id, state.at, say(state.label), icon, words)
