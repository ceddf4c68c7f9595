"""A button that opens a menu of choices and shows the one that was taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.ui.widgets.button import Button


class ChoiceButton(Button):
    """Shows ``label`` while the choice is None, else the words of the choice, as *chosen*.

    ``choices`` are (value, words) pairs; ``none`` is the words of the entry for None, left out where it is empty.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[Any, str]],
        *,
        none: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, small=small, name=label, parent=parent)
        self._label, self._none = label, none
        self._value: Any = None
        self._entries: list[tuple[Any, str, QAction]] = []
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.set_menu(self._menu, label)
        self.set_choices(choices)

    @property
    def value(self) -> Any:
        """The choice that was taken; None for none."""
        return self._value

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices."""
        self._menu.clear()
        self._entries = []
        for value, words in ([(None, self._none)] if self._none else []) + list(choices):
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            self._group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: self._choose(value))
            self._entries.append((value, words, action))
        self.set_value(self._value)

    def set_value(self, value: Any) -> None:
        """Show a choice without telling anyone."""
        self._value = value
        words = self._label
        for each, said, action in self._entries:
            action.setChecked(each == value)
            if each == value and value is not None:
                words = said
        self.setText(words)
        self.setAccessibleName(self._label if words == self._label else f"{self._label}: {words}")
        self.setProperty("chosen", value is not None)
        self.updateGeometry()
        self.update()

    def _choose(self, value: Any) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)
