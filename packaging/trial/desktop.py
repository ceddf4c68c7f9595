"""A desktop to open windows on: an X server without a screen, a window manager, the bus of assistive programs."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trial.machine import Failed
from trial.person import Person
from trouble import must

TOOLS: Final = ("Xvfb", "openbox", "xdotool", "xprop", "xwininfo", "dbus-daemon", "gdbus")
"""What has to be installed for it."""
_READER: Final = Path(__file__).with_name("screenreader.py")
_BUS: Final = ("--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")
_SWITCH_ON: Final = ("org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", "<true>")
_PATIENCE: Final = 30.0
_PLACE: Final = ("Absolute upper-left X", "Absolute upper-left Y", "Width")


@dataclass(frozen=True, slots=True)
class Seen:
    """Something on the screen as a screen reader knows it; the place is in pixels of the screen."""

    role: str
    name: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Desktop:
    """The screen as ``person`` sees it; pictures of it are kept in ``pictures``."""

    person: Person
    pictures: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to open its windows here."""
        return {name: value for name, value in self.person.environment.items() if name != "HOME"}

    def seen(self) -> list[Seen]:
        """All that is shown now; nothing where a part went away while it was read."""
        said = self.person.outcome("/usr/bin/python3", _READER)
        return [Seen(*json.loads(line)) for line in said.stdout.splitlines()] if said.returncode == 0 else []

    def wait_for(self, wanted: Callable[[Seen], bool], what: str) -> Seen:
        """The first that is wanted, as soon as it is shown; raises Failed where it does not come."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for one in self.seen():
                if wanted(one):
                    return one
            time.sleep(0.3)
        shown = "\n".join(f"  {one.role}: {one.name}" for one in self.seen() if one.name)
        raise Failed(f"{what} does not come. What is shown:\n{shown}")

    def wait_for_name(self, name: str) -> Seen:
        """As ``wait_for``, for the first with a name that begins so."""
        return self.wait_for(lambda one: one.name.startswith(name), f"“{name}”")

    def press(self, keys: str) -> None:
        """Press keys together, as xdotool names them."""
        self.person.do("xdotool", "key", "--clearmodifiers", keys)
        time.sleep(0.5)

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self.person.do("xdotool", "type", "--delay", "15", text)

    def click(self, one: Seen) -> None:
        """Click into the middle of it."""
        self._click(one.x + one.width // 2, one.y + one.height // 2)

    def windows(self, title: str) -> list[str]:
        """The numbers of the windows with that title that are shown."""
        return self.person.outcome("xdotool", "search", "--onlyvisible", "--name", title).stdout.split()

    def close(self, window: str) -> None:
        """Click on the button in the frame of the window manager, at the right end of its title bar."""
        said = self.person.do("xwininfo", "-id", window)
        x, y, width = (int(said.partition(f"{name}:")[2].split()[0]) for name in _PLACE)
        said = self.person.do("xprop", "-id", window, "_NET_FRAME_EXTENTS")
        _left, _right, title_bar, _bottom = (int(number) for number in said.partition("=")[2].split(","))
        self._click(x + width - title_bar // 2, y - title_bar // 2)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, where ImageMagick is there to take it."""
        if shutil.which("import"):
            display = self.environment["DISPLAY"]
            must("import", "-display", display, "-window", "root", self.pictures / f"smoke-{name}.png")

    def _click(self, x: int, y: int) -> None:
        self.person.do("xdotool", "mousemove", "--sync", str(x), str(y), "click", "1")
        time.sleep(0.5)


@contextmanager
def desktop(folder: Path, pictures: Path, user: int | None = None) -> Iterator[Desktop]:
    """A desktop that keeps its sockets in ``folder``, and is gone in the end; raises Failed where tools are missing."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        raise Failed(f"To open windows, install what brings {', '.join(missing)}.")
    folder.mkdir(mode=0o700, parents=True)
    if user is not None:
        os.chown(folder, user, user)
    display, bus = f":{90 + os.getpid() % 900}", f"unix:path={folder / 'bus'}"
    person = Person(
        {
            "HOME": str(folder),
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(folder),
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        },
        user,
    )
    with ExitStack() as stack:
        for words in (
            ("Xvfb", display, "-screen", "0", "1400x950x24", "-nolisten", "tcp", "-ac"),
            ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={bus}"),
            ("openbox",),
        ):
            process = stack.enter_context(person.running(*words))
            time.sleep(1.0)
            if process.poll() is not None:
                raise Failed(f"{words[0]} does not start.")
        person.do("gdbus", "call", *_BUS, "--method", "org.a11y.Bus.GetAddress")
        person.do("gdbus", "call", *_BUS, "--method", *_SWITCH_ON)
        yield Desktop(person, pictures)
