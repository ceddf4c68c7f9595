"""HTML as text, written as a browser writes it (HTML Living Standard, 13.3), so that a copy it saves is the same."""

from __future__ import annotations

import json
from typing import Any

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", '"': "&quot;"})
# What could end a script element or begin a comment in it, and what older scripts take for the end of a line.
_IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


class Html(str):
    """Text that is markup already; any other text is escaped where it is put in."""

    __slots__ = ()


def html(*parts: str) -> Html:
    """Parts one after the other; what is no markup is escaped."""
    return Html("".join(part if isinstance(part, Html) else part.translate(_TEXT) for part in parts))


def element(tag: str, *parts: str, **attributes: str | None) -> Html:
    """An element; ``class_`` is the attribute ``class``, ``data_field`` is ``data-field``, and None is left out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{value.translate(_VALUE)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{written}>{html(*parts)}</{tag}>")


def json_block(id: str, value: Any) -> Html:
    """Data for the script, in which nothing can end the block early."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_IN_SCRIPT)
    return Html(f'<script type="application/json" id="{id}">{text}</script>')
