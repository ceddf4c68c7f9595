"""Types into texts that are edited where they stand."""

from __future__ import annotations

from PySide6.QtTest import QTest


def type_into(field, text: str) -> None:
    """Click a text, type over it, and leave it."""
    field.begin()
    editor = field.focusProxy()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    field.end()
