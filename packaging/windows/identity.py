"""The identifiers by which Windows Installer knows the program again: the same from the same words, on any machine."""

from __future__ import annotations

import hashlib
import uuid

from facts import Program


def guid(program: Program, *words: str) -> str:
    """An identifier for what ``words`` name, in the form that the installer's tables want."""
    return f"{{{uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, program.id), '/'.join(words))}}}".upper()


def key(kind: str, path: str) -> str:
    """A short identifier for a row of a table: the installer allows neither every character nor long names."""
    return f"{kind}{hashlib.sha256(path.encode()).hexdigest()[:24]}"
