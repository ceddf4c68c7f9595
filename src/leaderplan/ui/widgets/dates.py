"""Reading a date as people type it, and a field for one."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import MONTHS, SHORT_MONTHS, Language
from leaderplan.domain.messages import _
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.field import mark_wrong, paint_field_icon
from leaderplan.ui.widgets.readfield import ReadField
from leaderplan.ui.widgets.text import advance


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


class DateField(ReadField[PartialDate]):
    """A field for a partial date."""

    def __init__(
        self, language: Language, name: str, value: PartialDate | None = None, parent: QWidget | None = None
    ) -> None:
        self._signed = _Line()
        sentence = language.say(_("Write a day, a month or a year: 12 Mar 2025, Mar 2025 or 2025."))
        super().__init__(self._signed, name, sentence, partial(read_date, language=language), language.day, parent)
        self.set_value(value)

    def _mark(self, wrong: bool) -> None:
        self._signed.set_wrong(wrong)


class _Line(QLineEdit):
    """The line of a date field; shows the sign of a wrong value before its words."""

    def __init__(self) -> None:
        super().__init__()
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
