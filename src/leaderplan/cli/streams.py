"""Standard input, output and error, of which a program that was not started on a terminal may lack any."""

from __future__ import annotations

import os
import sys
from typing import IO, BinaryIO

from leaderplan.domain.messages import _
from leaderplan.errors import UserError


def keep_numbers() -> None:
    """Let nothing be opened under the numbers of streams that are closed.

    Libraries write their warnings there, whatever lies behind it by then: a plan, or the connection to the display.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a person reads it, or types there, on a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def on_terminal() -> bool:
    """Whether the program was started on a terminal, also where part of what it says was led elsewhere."""
    return any(is_terminal(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def typed_in() -> BinaryIO:
    """Standard input; a UserError where there is none."""
    if sys.stdin is None:
        raise UserError(_("There is no standard input to read."), _("Name a file, or lead the text into the command."))
    return sys.stdin.buffer
