"""One window for each plan: a second start asks the first window to come forward, and ends.

They speak through two small files in a folder of the person's own, by no socket. The first is a lock, of which Qt knows
whether its holder still runs; the second is what a later start asks for, and goes when the window has taken it in.
"""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

_EVERY: Final = 250  # milliseconds between two looks
_LONGEST: Final = 4096  # characters of what is asked


class OneWindow(QObject):
    """The claim of this program to show the plan in ``plan``."""

    asked = Signal(str, str)
    """A later start wants the window: the path that it was to open, and its right to come forward, or nothing."""

    def __init__(self, run: Path, plan: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(str(plan.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
        self._asking = run / f"{name}.asked"
        self._lock = QLockFile(str(run / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # whoever runs holds it, however long; a holder that died does not
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        try:
            run.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return  # then there is no lock either, and the window opens

    def claim(self) -> bool:
        """Whether no other window shows the plan; this one does from now on."""
        if self._lock.tryLock(0):
            self._asking.unlink(missing_ok=True)
            self._timer.start()
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def let_go(self) -> None:
        """Let another window show the plan."""
        self._timer.stop()
        self._lock.unlock()

    def ask(self, path: str = "", right: str = "", seconds: float = 5.0) -> bool:
        """Ask the window of the plan to come forward, by this ``right``, and to open ``path``; whether it heard."""
        part = self._asking.with_suffix(".part")
        try:
            part.write_text(json.dumps([path, right]), "ascii")
            part.replace(self._asking)
        except OSError:
            return False
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self._asking.exists():
                return True
            time.sleep(0.05)
        self._asking.unlink(missing_ok=True)
        return False

    def _look(self) -> None:
        try:
            text = self._asking.read_text("ascii")[:_LONGEST]
            self._asking.unlink()
        except (OSError, ValueError):
            return
        self.asked.emit(*_read(text))


def _read(text: str) -> tuple[str, str]:
    """The path and the right; nothing of what is not as it was written here."""
    try:
        match json.loads(text):
            case [str(path), str(right)]:
                return path, right
    except ValueError:
        pass
    return "", ""
