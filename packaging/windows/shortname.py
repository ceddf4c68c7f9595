"""Names as the installer's tables hold them: the short form that DOS knew, a bar, and the name itself."""

from __future__ import annotations

import re

from windows.identity import key


def both(name: str, path: str) -> str:
    """``name`` with its short form before it, unless it is short already; the short form is the same for a ``path``.

    https://learn.microsoft.com/windows/win32/msi/filename
    """
    if re.fullmatch(r"[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?", name):
        return name
    suffix = re.sub(r"[^A-Za-z0-9]", "", name.rpartition(".")[2] if "." in name else "")[:3]
    return f"{key('_', path)[:8]}{'.' if suffix else ''}{suffix}|{name}"
