"""Storing what is being typed before something else happens."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget


@runtime_checkable
class Settles(Protocol):
    """An editor that can be told to store what it holds."""

    def settle(self) -> None:
        """Tell what was typed, if it was not told yet."""


def settle_within(top: QWidget) -> None:
    """Let the editor that has the keyboard, somewhere inside ``top``, store what was typed."""
    widget = QApplication.focusWidget()
    if widget is None or not top.isAncestorOf(widget):
        return
    while widget is not None and widget is not top:
        if isinstance(widget, Settles):
            widget.settle()
        widget = widget.parentWidget()


class PlanUndo(QObject):
    """Leaves Ctrl+Z and Ctrl+Shift+Z to the window, whose undo is the plan's; Qt would give them to the field.

    Make one for each editor: ``PlanUndo(editor)``.
    """

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return True
        return False
