"""Several choices of a closed list, as chips that are pressed in or out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.flow import FlowLayout


class ChoicesField(QWidget):
    """``edited`` tells the tuple of what is chosen, in the order of the list."""

    edited = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[tuple[Any, Chip]] = []
        row = FlowLayout(self)
        for value, words in choices:
            chip = Chip(words, name=f"{name}: {words}")
            chip.setCheckable(True)
            chip.clicked.connect(self._tell)
            row.addWidget(chip)
            self._chips.append((value, chip))

    def set_value(self, chosen: Iterable[Any]) -> None:
        """Show what is chosen."""
        held = set(chosen)
        for value, chip in self._chips:
            chip.setChecked(value in held)

    def _tell(self) -> None:
        self.edited.emit(tuple(value for value, chip in self._chips if chip.isChecked()))
