"""A field for a number; what is no number stays as it was typed, with a sentence below it."""

from __future__ import annotations

import math
import re
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Paragraph, advance

_LARGEST: Final = 1e15
_SPACES: Final = re.compile(r"[\s,\u00a0\u202f']")


def read_number(text: str, whole: bool) -> float | None:
    """The number in ``text`` with thousands parted by commas or spaces; None for no text. Raises ValueError."""
    written = _SPACES.sub("", text).replace("−", "-").lstrip("£$€").rstrip("%")
    if not written:
        return None
    value = float(written)
    if not math.isfinite(value) or abs(value) >= _LARGEST:
        raise ValueError(text)
    if whole:
        if value != int(value) or value < 0:
            raise ValueError(text)
        return int(value)
    return value


class NumberField(QWidget):
    """A field for a number, or for a whole number from 0 on."""

    edited = Signal(object)
    drafted = Signal(str)

    def __init__(self, language: Language, name: str, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._whole = language, whole
        wanted = _("Write a whole number, such as 30.") if whole else _("Write a number, such as 21 or 3.5.")
        self._sentence = language.say(wanted)
        self._value: float | None = None
        self._field = QLineEdit(self)
        self._field.setAccessibleName(name)
        self._field.setMinimumWidth(advance("1,234,567.5", current_theme().type.body) + 24)
        self._problem = Paragraph("", "small", "bad")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._problem)
        self.setFocusProxy(self._field)
        self._field.editingFinished.connect(self.settle)
        PlanUndo(self._field)

    @property
    def wrong(self) -> bool:
        """Whether what stands in it is no number."""
        return not self._problem.isHidden()

    def text(self) -> str:
        """What stands in it."""
        return self._field.text()

    def set_value(self, value: float | None) -> None:
        """Show a number."""
        self._value = value
        self._field.setText("" if value is None else self._language.number(value))
        self._field.setCursorPosition(0)
        self._show_problem(False)

    def set_draft(self, text: str) -> None:
        """Show what was typed before and is no number."""
        self._field.setText(text)
        self._show_problem(True)

    def settle(self) -> None:
        """Read what was typed and tell it."""
        try:
            value = read_number(self._field.text(), self._whole)
        except ValueError:
            if not self.wrong:
                self._show_problem(True)
                self.drafted.emit(self._field.text())
            return
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.edited.emit(value)

    def _show_problem(self, wrong: bool) -> None:
        self._problem.setText(self._sentence if wrong else "")
        self._problem.setVisible(wrong)
        self._field.setAccessibleDescription(self._sentence if wrong else "")
        mark_wrong(self._field, wrong)
