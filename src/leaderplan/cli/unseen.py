"""What a start without a terminal says: from a menu or a file manager, a line on standard error is read by nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which

from leaderplan.cli.display import is_seen
from leaderplan.cli.speaking import visible
from leaderplan.cli.streams import on_terminal

# What may be there to show a sentence where Qt does not start; none of them takes it for markup.
_OTHERS = (("zenity", "--error", "--no-markup", "--title=LeaderPlan", "--text={}"), ("xmessage", "-center", "{}"))


def show(happened: str, todo: str, report: str = "") -> None:
    """Show what happened in a box until it is closed; with a ``report`` of our own fault, that to copy.

    Nothing where somebody reads a terminal, or nobody sees a display.
    """
    if on_terminal() or not is_seen(os.environ, sys.platform):
        return
    try:
        from leaderplan.app.telling import tell

        tell(visible(happened), visible(todo), report)
    except Exception:  # Qt itself may be what is missing; standard error has the sentence in any case
        _show_without_qt(visible(f"{happened}\n\n{todo}" if happened else report))


def _show_without_qt(text: str) -> None:
    for program, *words in _OTHERS:
        if which(program):
            subprocess.run([program, *(word.replace("{}", text) for word in words)], stderr=subprocess.DEVNULL)
            return
