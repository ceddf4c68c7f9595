"""The colours of the window as properties of a style sheet, so that the form looks like what it belongs to."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

_THEMES = (
    ("light", ""),
    ("dark", "@media screen and (prefers-color-scheme: dark)"),
    ("high-contrast", "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark)"),
)


def colours(read: Callable[[str], bytes]) -> str:
    """One block of properties for each theme; a later one that fits goes before an earlier one."""
    return "\n".join(_block(name, condition, read) for name, condition in _THEMES)


def _block(name: str, condition: str, read: Callable[[str], bytes]) -> str:
    tokens = tomllib.loads(read(f"themes/{name}.toml").decode())["colours"]
    properties = "".join(f"--{token.replace('_', '-')}:{value};" for token, value in tokens.items())
    return f"{condition}{{:root{{{properties}}}}}" if condition else f":root{{{properties}}}"
