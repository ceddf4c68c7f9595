"""What can be done from the keyboard anywhere in the window, each by its name and its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _


@dataclass(frozen=True)
class Command:
    """One thing to do; ``keys`` are portable names such as ``Ctrl+K``. Without a name it is not listed anywhere."""

    key: str
    name: Message
    icon: str
    keys: tuple[str, ...]


UNDO = Command("undo", _("Undo"), "undo-2", ("Ctrl+Z",))
REDO = Command("redo", _("Redo"), "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y"))
NEW = Command("new", _("New on this page"), "plus", ("Ctrl+N",))
FIND = Command("find", _("Search this page"), "search", ("Ctrl+F",))
FIND_ALL = Command("find-all", _("Find in all"), "search", ("Ctrl+Shift+F",))
PALETTE = Command("palette", _("Do or find something"), "command", ("Ctrl+K",))
CAPTURE = Command("capture", _("Capture"), "pencil-line", ("Ctrl+Shift+A",))
EXPORT = Command("export", _("Export"), "file-output", ("Ctrl+E",))
VERSIONS = Command("versions", _("Versions of this record"), "history", ("Ctrl+H",))
ABOUT = Command("about", _("About LeaderPlan"), "info", ())
BACK = Command("back", _("Back"), "chevron-left", ("Alt+Left",))


class Actions:
    """The actions of one window, by the keys of their commands."""

    def __init__(self, window: QWidget, language: Language) -> None:
        self._window = window
        self._language = language
        self._actions: dict[str, tuple[Command, QAction]] = {}

    def add(self, command: Command, slot: Callable[[], object]) -> QAction:
        """Let the keys of ``command`` call ``slot``, and no longer what they called before."""
        if command.key in self._actions:
            self._window.removeAction(self._actions.pop(command.key)[1])
        action = QAction(self._language.say(command.name), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda _checked=False: slot())
        self._window.addAction(action)
        self._actions[command.key] = (command, action)
        return action

    def enable(self, command: Command, enabled: bool) -> None:
        """Whether it can be done now."""
        if command.key in self._actions:
            self._actions[command.key][1].setEnabled(enabled)

    def listed(self) -> list[tuple[Command, QAction]]:
        """What can be done now, in the order in which it was added."""
        return [pair for pair in self._actions.values() if pair[1].isEnabled()]
