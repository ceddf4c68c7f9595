"""An error that nobody expected: the person is told, and the window lives on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from leaderplan import faults
from leaderplan.errors import UserError

_log = logging.getLogger(__name__)

OwnUp = Callable[[type[BaseException], BaseException, TracebackType | None], None]
"""What sys.excepthook calls."""


class Teller(Protocol):
    """A window that can say what went wrong."""

    def show_error(self, error: UserError) -> None:
        """In two sentences."""

    def show_fault(self, report: str) -> None:
        """As a report to copy."""


def own_up(
    window: Teller | None, folder: Path, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say it in ``window``; what is our fault is kept as a report below ``folder`` too."""
    if issubclass(kind, KeyboardInterrupt) or window is None:
        sys.__excepthook__(kind, error, trace)
        return
    if isinstance(error, UserError):
        window.show_error(error)
        return
    text = faults.report(error)
    faults.keep(text, folder)
    _log.error("LeaderPlan made a mistake", exc_info=error)
    window.show_fault(text)


def from_thread(context: QObject, tell: OwnUp) -> Callable[[threading.ExceptHookArgs], None]:
    """What a thread lets fall is told in the window's thread, where ``context`` lives."""

    def hear(fell: threading.ExceptHookArgs) -> None:
        if fell.exc_value is not None:
            error = fell.exc_value
            QTimer.singleShot(0, context, lambda: tell(type(error), error, error.__traceback__))

    return hear
