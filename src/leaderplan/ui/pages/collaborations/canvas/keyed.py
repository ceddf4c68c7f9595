"""Widgets in a layout, one for each key: kept, with the keyboard in them, as long as their key stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")


class Keyed(Generic[W, T]):
    """``make`` builds the widget of a key, ``show`` fills it with a value; one whose value stays is left alone."""

    def __init__(self, layout: QLayout, make: Callable[[str], W], show: Callable[[W, T], None]) -> None:
        self._layout, self._make, self._show = layout, make, show
        self._widgets: dict[str, W] = {}
        self._values: dict[str, T] = {}

    @property
    def widgets(self) -> tuple[W, ...]:
        """In their order."""
        return tuple(self._widgets.values())

    def fill(self, items: Sequence[tuple[str, T]]) -> bool:
        """Show these keys in this order; whether any came, went or moved."""
        keys = [key for key, _value in items]
        moved = keys != list(self._widgets)
        if moved:
            self._arrange(keys)
        for key, value in items:
            if self._values.get(key) != value:
                self._values[key] = value
                self._show(self._widgets[key], value)
        return moved

    def _arrange(self, keys: list[str]) -> None:
        while self._layout.takeAt(0) is not None:
            pass
        for key in set(self._widgets) - set(keys):
            self._values.pop(key, None)
            widget = self._widgets.pop(key)
            widget.hide()
            widget.deleteLater()
        self._widgets = {key: self._widgets.get(key) or self._make(key) for key in keys}
        for widget in self._widgets.values():
            self._layout.addWidget(widget)
