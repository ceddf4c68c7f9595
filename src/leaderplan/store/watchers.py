"""Who is told of every change, in the order in which the changes happened."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from leaderplan.domain.changes import ChangeSet

Watcher = Callable[[ChangeSet, object], None]
"""Called with the edit and with whoever made it; None for another program."""

_log = logging.getLogger(__name__)


class Watchers:
    """Tells of changes one by one: what a watcher itself changes is told after what it was told."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []
        self._waiting: deque[tuple[ChangeSet, object]] = deque()
        self._telling = False

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call ``watcher`` from now on; returns what ends that."""
        self._watchers.append(watcher)

        def leave() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return leave

    def note(self, edit: ChangeSet, by: object) -> None:
        """Something has changed; it is told at the next :meth:`tell`."""
        self._waiting.append((edit, by))

    def tell(self) -> None:
        """Tell of everything noted. The change is stored already, so a watcher that fails stops nobody."""
        if self._telling:
            return
        self._telling = True
        try:
            while self._waiting:
                edit, by = self._waiting.popleft()
                for watcher in tuple(self._watchers):
                    try:
                        watcher(edit, by)
                    except Exception:
                        _log.exception("A watcher failed over %s", edit.label.id)
        finally:
            self._telling = False
