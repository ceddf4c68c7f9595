"""What can be done from anywhere in the window: capture, the palette, importing, sending for review, *About*."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from leaderplan.domain.messages import _
from leaderplan.ui import actions
from leaderplan.ui.actions import Command
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.capture import Capture
from leaderplan.ui.dialogs.palette import Entry, Palette
from leaderplan.ui.ownmenu import put_about
from leaderplan.ui.place import Place
from leaderplan.ui.window import Window

IMPORT = Command("import", _("Bring in a file"), "file-input", ("Ctrl+Shift+I",))
SEND = Command("send-for-review", _("Send for review"), "send", ())


def add_tools(window: Window, desk: Desk, bring_in: Callable[[], None], send: Callable[[], None] | None = None) -> None:
    """Give an open window its tools. ``bring_in`` asks for a file, ``send`` for what is to be reviewed, where the plan
    can be sent at all; what reads and writes files is imported only then.
    """

    def capture() -> None:
        Capture(desk, window).come_up()

    def palette(text: str = "") -> None:
        Palette(desk, window, _entries(window), text).come_up()

    window.offer(actions.CAPTURE, capture)
    window.offer(actions.PALETTE, palette)
    window.offer(actions.FIND_ALL, palette)
    window.offer(IMPORT, bring_in)
    if send is not None:
        window.offer(SEND, send)
    about = window.offer(actions.ABOUT, lambda: desk.go(Place("settings", "about")))
    if sys.platform == "darwin":
        put_about(about, window)
    desk.signals.import_wanted.connect(bring_in)
    desk.signals.capture_wanted.connect(capture)
    desk.signals.palette_wanted.connect(palette)


def _entries(window: Window) -> list[Entry]:
    """The commands of the window; the palette itself is not among them."""
    hidden = (actions.PALETTE.key, actions.FIND_ALL.key)
    return [
        Entry(
            action.text(),
            "",
            command.icon,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            action.trigger,
        )
        for command, action in window.commands.listed()
        if command.key not in hidden
    ]
