"""What every page works with: the plan and its one door, and the ways to speak to the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message
from leaderplan.errors import UserError
from leaderplan.ui.place import Place
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Notice, Signals
from leaderplan.ui.tasks import Tasks

if TYPE_CHECKING:  # the store is slow to import, and the window paints before it is needed
    from leaderplan.domain.changes import ChangeSet
    from leaderplan.domain.fields import Record
    from leaderplan.domain.plan import Plan
    from leaderplan.store.steps import Step
    from leaderplan.store.workspace import Workspace
    from leaderplan.ui.care import Care
    from leaderplan.ui.reviewing import Reviewing

T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """One open plan in one window."""

    workspace: Workspace
    signals: Signals
    language: Language
    tasks: Tasks
    settings: Settings
    today: Callable[[], date] = date.today
    care: Care | None = None
    """What keeps the plan safe; None of a plan that is only looked at, and of the example."""
    reviews: Reviewing | None = None
    """How the plan is sent to mentors and their answers come back; None of a plan that is only looked at."""

    @property
    def plan(self) -> Plan:
        """The plan as it stands now."""
        return self.workspace.plan

    def say(self, message: Message) -> str:
        """The message in the person's language."""
        return self.language.say(message)

    def commit(self, edit: ChangeSet, by: object, join: object = None) -> bool:
        """Store an edit through the one door; whether it was stored. What went wrong is said to the person."""
        return self._try(lambda: (self.workspace.commit(edit, by, join),)) is not None

    def bring_back(self, edit: ChangeSet, by: object) -> bool:
        """As :meth:`commit`, for what comes from a backup."""
        return self._try(lambda: (self.workspace.bring_back(edit, by),)) is not None

    def undo(self, by: object = None) -> Step | None:
        """Take the last step back; the step that was taken back, None where there was none or it failed."""
        return self._try(lambda: self.workspace.undo(by))

    def redo(self, by: object = None) -> Step | None:
        """Do the step again that was taken back last; None where there was none or it failed."""
        return self._try(lambda: self.workspace.redo(by))

    def restore(self, record: str, by: object = None) -> Step | None:
        """Take a record out of the bin; None where that cannot be."""
        return self._try(lambda: self.workspace.restore(record, by))

    def restore_version(self, version: Record, by: object = None) -> Step | None:
        """Make a record what it was in a version; None where it is so already or cannot be."""
        return self._try(lambda: self.workspace.restore_version(version, by))

    def go(self, place: Place) -> None:
        """Show a page, or a record on it."""
        self.signals.asked.emit(place)

    def toast(self, message: Message, undo: bool = True) -> None:
        """Say what happened, with a way back."""
        self.signals.noticed.emit(Notice(message, undo))

    def trouble(self, error: UserError) -> None:
        """Say what went wrong and what to do about it."""
        self.signals.noticed.emit(Notice(sentences(error), trouble=True))

    def _try(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except UserError as error:
            self.trouble(error)
            return None


def sentences(error: UserError) -> Message:
    """Both sentences of an error as one message."""
    return Message("{happened} {todo}", (("happened", error.happened), ("todo", error.todo)))
