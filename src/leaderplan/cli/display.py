"""Whether there is a display to open a window on."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping

_LOCAL = re.compile(r"(?:unix)?:(\d+)")
_UNSEEN = ("minimal", "offscreen")


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether the environment names a display; a local one of X also has to answer."""
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    local = _LOCAL.match(environment.get("DISPLAY", ""))
    if not local:
        return bool(environment.get("DISPLAY"))
    socket_name = f"/tmp/.X11-unix/X{local[1]}"  # fixed by the X server's transport, as is the abstract name below
    return any(_answers(name) for name in (socket_name, f"\0{socket_name}"))


def is_seen(environment: Mapping[str, str], system: str) -> bool:
    """Whether a person sees what is opened on the display, which ``system`` may have always."""
    if environment.get("QT_QPA_PLATFORM", "").startswith(_UNSEEN):
        return False
    return not system.startswith("linux") or has_display(environment)


def _answers(name: str) -> bool:
    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(name)
        except OSError:
            return False
    return True
