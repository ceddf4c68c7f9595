"""The log of the window: what it did and when, and no text of the person's.

A line has the template of a message, never what was put into it, unless that is a number; an error is told by its kind
and its places in the code, as in a report.
"""

from __future__ import annotations

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from leaderplan import faults

LOG = "leaderplan.log"
LARGEST, OLDER = 200_000, 4
"""Bytes of a file, and how many older ones are kept beside it."""


class Discreet(logging.Formatter):
    """One line for each record; below it the places of an error."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """The moment in UTC, level, module, and the message without what could be somebody's words."""
        args = record.args if isinstance(record.args, tuple) else ()
        plain = bool(args) and all(isinstance(value, int | float) for value in args)
        said = str(record.msg) % args if plain else str(record.msg)
        line = f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%SZ')} {record.levelname} {record.name}: {said}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else "\n".join([line, *(f"  {place}" for place in faults.places(error))])


class QuietFile(RotatingFileHandler):
    """A log that cannot be written is no reason to trouble anybody."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the name in logging)
        """Let it go."""


def keep(folder: Path) -> logging.Handler | None:
    """Write what LeaderPlan logs below ``folder``/log from now on, and no longer anywhere else.

    None where no file can be written there.
    """
    file = folder / "log" / LOG
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = QuietFile(file, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(Discreet())
    logger = logging.getLogger("leaderplan")
    for before in [each for each in logger.handlers if isinstance(each, QuietFile)]:
        logger.removeHandler(before)
        before.close()
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler
