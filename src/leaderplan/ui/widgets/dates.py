"""Reading a date as people type it, and a field for one."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import MONTHS, SHORT_MONTHS, Language
from leaderplan.domain.messages import Message, _
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.field import mark_wrong, paint_field_icon
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Paragraph, advance

NOT_A_DATE: Final = _("Write a day, a month or a year: 12 Mar 2025, Mar 2025 or 2025.")


def read_date(text: str, language: Language) -> PartialDate | None:
    """A day, a month or a year; None for no words at all. Raises ValueError for what is no date.

    Reads ISO dates, ``12 Mar 2025``, ``March 2025``, ``2025``, and numbers as day, month, year.
    """
    words = re.findall(r"\d+|[^\W\d_]+", text)
    if not words:
        if text.strip():
            raise ValueError(text)
        return None
    if re.fullmatch(r"\s*\d{4}(-\d{1,2}){0,2}\s*", text, re.ASCII):
        return PartialDate(*[int(word) for word in words])
    if not 1 <= len(words) <= 3 or not re.fullmatch(r"\d{4}", words[-1], re.ASCII):
        raise ValueError(text)
    day = _whole(words[0]) if len(words) == 3 else None
    return PartialDate(int(words[-1]), _month(words[-2], language) if len(words) > 1 else None, day)


def _whole(word: str) -> int:
    if not (word.isascii() and word.isdigit()):
        raise ValueError(word)
    return int(word)


def _month(word: str, language: Language) -> int:
    if word.isascii() and word.isdigit():
        return int(word)
    start = word.casefold()
    for names in (SHORT_MONTHS, MONTHS):
        for number, name in enumerate(names, start=1):
            full = language.say(name).casefold()
            if full == start or (len(start) >= 3 and full.startswith(start)):
                return number
    raise ValueError(word)


class DateField(QWidget):
    """A field for a partial date. What is no date stays as it was typed, with a sentence below that says so."""

    edited = Signal(object)
    """A PartialDate, or None when it was emptied."""
    drafted = Signal(str)
    """The text that is no date, after leaving."""

    def __init__(
        self,
        language: Language,
        name: str,
        value: PartialDate | None = None,
        problem: Message = NOT_A_DATE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language, self._sentence = language, language.say(problem)
        self._value = value
        self._field = _Line(self)
        self._field.setAccessibleName(name)
        self._problem = Paragraph("", "small", "bad")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._problem)
        self.setFocusProxy(self._field)
        self._field.editingFinished.connect(self.settle)
        self._field.textEdited.connect(lambda: self._show_problem(False))
        PlanUndo(self._field)
        self.set_value(value)

    @property
    def value(self) -> PartialDate | None:
        """The last date that was one."""
        return self._value

    @property
    def wrong(self) -> bool:
        """Whether what stands in it is no date."""
        return not self._problem.isHidden()

    def text(self) -> str:
        """What stands in it."""
        return self._field.text()

    def set_value(self, value: PartialDate | None) -> None:
        """Show a date."""
        self._value = value
        self._field.setText(self._language.day(value) if value else "")
        self._field.setCursorPosition(0)
        self._show_problem(False)

    def set_draft(self, text: str) -> None:
        """Show what was typed before and is no date."""
        self._field.setText(text)
        self._show_problem(True)

    def settle(self) -> None:
        """Read what was typed and tell it."""
        try:
            value = read_date(self._field.text(), self._language)
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
        self._field.set_wrong(wrong)


class _Line(QLineEdit):
    """The line of a date field; shows the sign of a wrong value before its words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wrong = False
        type_ = current_theme().type
        self.setMinimumWidth(advance("30 Sept 2025", type_.body) + type_.icon + 28)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away border and sign."""
        self._wrong = wrong
        self.setTextMargins(current_theme().type.icon + 6 if wrong else 0, 0, 0, 0)
        mark_wrong(self, wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            theme = current_theme()
            paint_field_icon(self, "circle-alert", theme.bad, theme.type.icon)
