"""How far long work is, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from leaderplan.cli.streams import is_terminal
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import Message

PATIENCE = 0.5
"""Seconds of work before a bar appears."""


@contextmanager
def progress(work: Message) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell (done, of all); None where standard error is no terminal, and then nothing is drawn."""
    if not is_terminal(sys.stderr):
        yield None
        return
    with ExitStack() as until_done:
        yield _drawn(ENGLISH.say(work), until_done)


def _drawn(label: str, until_done: ExitStack) -> Callable[[int, int], None]:
    begun = time.monotonic()
    bar = click.progressbar(length=1, label=label, file=sys.stderr)
    shown = False

    def tell(done: int, of: int) -> None:
        nonlocal shown
        if not shown and time.monotonic() - begun >= PATIENCE:
            until_done.enter_context(bar)
            shown = True
        if shown:
            bar.length = of
            bar.update(done - bar.pos)

    return tell
