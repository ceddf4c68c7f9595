"""What the window remembers between two starts: a small JSON file beside the plans, never anything from a plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Settings:
    """Plain values by name. Without a path nothing is remembered; a file that cannot be read counts as empty."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values = _read(path) if path else {}

    def text(self, name: str, default: str = "") -> str:
        """The string kept under ``name``."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float) -> float:
        """The number kept under ``name``."""
        value = self._values.get(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else default

    def numbers(self, name: str) -> list[int]:
        """The list of whole numbers kept under ``name``; empty where there is none."""
        value = self._values.get(name)
        return [each for each in value if isinstance(each, int)] if isinstance(value, list) else []

    def keep(self, name: str, value: str | float | list[int]) -> None:
        """Remember ``value`` from now on."""
        self._values[name] = value

    def save(self) -> None:
        """Write what is remembered; a disk that refuses costs only the memory of the window's size."""
        if self._path is None:
            return
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._values, indent=1, sort_keys=True), "utf-8")
            part.replace(self._path)
        except OSError:
            return


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
