"""The steps of the plan, and what narrows them: words, what was done, and to which kind of record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import RECORDS
from leaderplan.store.steps import Step, StepKind, Touch, Wanted
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.eventlist import EventList
from leaderplan.ui.pages.history.model import Event
from leaderplan.ui.pages.history.wording import event_of
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.flow import FlowLayout

_AT_ONCE: Final = 60
"""Steps read at a time: more than fill a tall window."""
_TOUCHES: Final = ((Touch.ADDED, _("Added")), (Touch.ALTERED, _("Changed")), (Touch.REMOVED, _("Removed")))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which steps are in view; what is None or empty does not matter."""

    text: str = ""
    touch: Touch | None = None
    table: str | None = None


class StepList(EventList):
    """``filtered`` tells that others are in view. Ids are those of steps, as text."""

    filtered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        say = desk.say
        super().__init__(desk, say(_("Steps")), self._read_on, parent)
        self.narrowed = Narrowed()
        self._steps: dict[str, Step] = {}
        self._seen = 0
        kinds = sorted(((kind.table, say(kind.many)) for kind in RECORDS), key=lambda pair: pair[1].casefold())
        self.touch = ChoiceButton(say(_("All changes")), [(touch, say(words)) for touch, words in _TOUCHES],
                                  none=say(_("All changes")))  # fmt: skip
        self.kind = ChoiceButton(say(_("Any kind")), kinds, none=say(_("Any kind")))
        top = QWidget()
        row = FlowLayout(top)
        row.setContentsMargins(32, 0, 8, 12)
        row.addWidget(self.touch)
        row.addWidget(self.kind)
        self._lay_out(top, say(_("No step was like that.")), say(_("Show all steps")))
        self.touch.chosen.connect(lambda touch: self._want(touch=touch))
        self.kind.chosen.connect(lambda table: self._want(table=table))

    @property
    def is_empty(self) -> bool:
        """Whether nothing has happened since the plan began."""
        steps = list(self._steps.values())
        return self.narrowed == Narrowed() and all(step.kind is StepKind.BEGIN for step in steps)

    def step(self, id: str) -> Step | None:
        """A step that is in view."""
        return self._steps.get(id)

    def read(self) -> None:
        """Begin anew with the newest steps."""
        self._steps.clear()
        self._seen = self._desk.workspace.history(1)[0].id
        found = self._take(self._desk.workspace.history(_AT_ONCE, self._wanted()))
        self._keeping(lambda: self.model.show_all(found, whole=len(found) < _AT_ONCE))

    def follow(self) -> None:
        """Show what has happened since, above the rest."""
        steps = self._desk.workspace.history(_AT_ONCE, Wanted(since=self._seen))
        if len(steps) == _AT_ONCE:
            self.read()
            return
        for step in reversed(steps):
            self._mark_undone(step)
        since, self._seen = self._seen, max([self._seen, *(step.id for step in steps)])
        if self.narrowed != Narrowed():
            steps = self._desk.workspace.history(_AT_ONCE, replace(self._wanted(), since=since))
        self._staying(lambda: self._put_first(steps))

    def seek(self, text: str) -> None:
        """Show only steps that say these words, or changed what is called so."""
        self._want(text=" ".join(text.split()))

    def clear(self) -> None:
        """Show all steps."""
        self.touch.set_value(None)
        self.kind.set_value(None)
        self._want(text="", touch=None, table=None)

    def _put_first(self, steps: Sequence[Step]) -> None:
        for step in reversed(steps):
            put = self.model.put if str(step.id) in self._steps else self.model.put_first
            [event] = self._take([step])
            put(event)

    def _mark_undone(self, step: Step) -> None:
        """An undo or redo says of the step that it is about whether it is in force."""
        about = self._steps.get(str(step.of))
        if about is not None:
            [event] = self._take([replace(about, undone=step.kind is StepKind.UNDO)])
            self.model.put(event)

    def _read_on(self, last: Event) -> list[Event]:
        return self._take(self._desk.workspace.history(_AT_ONCE, replace(self._wanted(), before=int(last.id))))

    def _take(self, steps: Sequence[Step]) -> list[Event]:
        self._steps |= {str(step.id): step for step in steps}
        return [event_of(step, self._desk.language) for step in steps]

    def _want(self, **what: Any) -> None:
        narrowed = replace(self.narrowed, **what)
        if narrowed != self.narrowed:
            self.narrowed = narrowed
            self.read()
            self.filtered.emit()

    def _wanted(self) -> Wanted:
        words = self.narrowed.text.casefold().split()
        if not words:
            return Wanted(table=self.narrowed.table, touch=self.narrowed.touch)
        named = frozenset(record.id for record in self._desk.plan if _holds(record.heading, words))
        return Wanted(table=self.narrowed.table, touch=self.narrowed.touch, says=self._says(words), named=named)

    def _says(self, words: Sequence[str]):
        def says(label: Message) -> bool:
            return _holds(self._desk.say(label), words)

        return says


def _holds(text: str, words: Sequence[str]) -> bool:
    text = text.casefold()
    return all(word in text for word in words)
