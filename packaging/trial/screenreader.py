#!/usr/bin/python3
"""What a screen reader is told of the windows that are open, one JSON object a line: role, name, x, y, width, height.

Run by the system's own Python, as only that has the library of assistive programs (AT-SPI).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 (only after the version is chosen)


def everything(node: Any) -> Iterator[Any]:
    """A node and all below it that is shown."""
    yield node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from everything(child)


def main() -> None:
    """Write all of it."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        for top in range(program.get_child_count() if program else 0):
            for node in everything(program.get_child_at_index(top)):
                place = node.get_extents(Atspi.CoordType.SCREEN)
                box = (place.x, place.y, place.width, place.height)
                sys.stdout.write(json.dumps([node.get_role_name(), node.get_name(), *box]) + "\n")


if __name__ == "__main__":
    main()
