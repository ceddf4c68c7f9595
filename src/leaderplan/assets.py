"""Finds and reads what LeaderPlan ships in resources/: installed as a wheel, frozen as a bundle or run from a checkout.

For `app`, `cli`, `ui` and `report`. The domain reads no files, and store and exchange read only the person's.
A name is a path below ROOT with forward slashes, such as "themes/dark.toml". Reading one that is not shipped raises
FileNotFoundError, which is our fault and never the person's.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = Path(__file__).resolve().parent
# A wheel and a bundle carry resources/ inside the package; a checkout has it beside src/.
_INSIDE: Final = _PACKAGE / "resources"

ROOT: Final = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parents[1] / "resources"


def read_bytes(name: str) -> bytes:
    """What the resource holds."""
    return (ROOT / name).read_bytes()


def read_text(name: str) -> str:
    """The text of a resource in UTF-8."""
    return read_bytes(name).decode()


def read_toml(name: str) -> dict[str, Any]:
    """The tables of a resource in TOML."""
    return tomllib.loads(read_text(name))


def names(folder: str) -> list[str]:
    """The sorted names of the resources in a folder, each as the other functions take it; none without the folder."""
    return sorted(f"{folder}/{path.name}" for path in (ROOT / folder).glob("*") if path.is_file())
