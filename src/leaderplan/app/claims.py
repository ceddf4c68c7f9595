"""The plan that the window shows, and where it was before it moved: a later start on either finds this window.

The folder of what is written on reviews is claimed as a plan is: one process shows all of them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leaderplan.ui.onewindow import OneWindow


class Claims(QObject):
    """Of one program, kept in the folder ``run``."""

    asked = Signal(str, str)
    """A later start wants the window: the path that it was to open, and its right to come forward, or nothing."""

    def __init__(self, run: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._held: dict[Path, OneWindow] = {}

    def claim(self, plan: Path) -> bool:
        """Whether no other window shows the plan in the folder ``plan``; this one does from now on."""
        place = plan.resolve()
        if place in self._held:
            return True
        one = OneWindow(self._run, place, self)
        if not one.claim():
            return False
        one.asked.connect(self.asked)
        self._held[place] = one
        return True

    def ask(self, plan: Path, path: str = "", right: str = "") -> bool:
        """Ask the window of the plan to come forward, by this ``right``, and to open ``path``; whether it heard."""
        return OneWindow(self._run, plan).ask(path, right)

    def let_go(self, but: Path | None = None) -> None:
        """Let other windows show them, all but one."""
        kept = but.resolve() if but else None
        for place in [place for place in self._held if place != kept]:
            self._held.pop(place).let_go()
