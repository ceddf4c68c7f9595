"""How long typing belongs to one step of the history."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

_PAUSE: Final = 5.0
_LONGEST: Final = 60.0


class Visit:
    """Gives the join token for edits of one field: a new one after leaving, a pause of 5 s, or 60 s after the first.

    ``clock`` counts seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._token: object | None = None
        self._began = self._last = 0.0

    def token(self) -> object:
        """The token of an edit that is made now."""
        now = self._clock()
        if self._token is None or now - self._last > _PAUSE or now - self._began > _LONGEST:
            self._token, self._began = object(), now
        self._last = now
        return self._token

    def leave(self) -> None:
        """The field was left: what comes next is another step."""
        self._token = None
