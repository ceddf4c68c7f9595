"""Reading a figure and its day from one line: ``28``, ``28 on 12 Mar``, ``1,200 days, March 2026``."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.language import Language
from leaderplan.ui.forms.numbers import read_number
from leaderplan.ui.widgets.dates import read_date

_FIGURE: Final = re.compile(r"\s*([£$€]?[-−]?[\d.,]*\d)\s*(.*)", re.DOTALL)
_YEAR: Final = re.compile(r"(?:^|\D)\d{4}(?:\D|$)")


class NotAReading(ValueError):
    """What was typed is no figure, or its day never was."""


def read_reading(text: str, language: Language, today: date) -> tuple[float, PartialDate | None]:
    """The value and the date; None where no date was written. Raises NotAReading.

    Words between them (a unit, "on") are passed over; a day without a year is the latest one that has come.
    """
    found = _FIGURE.fullmatch(text)
    if found is None:
        raise NotAReading(text)
    try:
        value = read_number(found.group(1), False)
    except ValueError as error:
        raise NotAReading(text) from error
    words = found.group(2).split()
    while words and not _begins_date(words, language, today):
        if any(letter.isdigit() for letter in words[0]):
            raise NotAReading(text)
        del words[0]
    if value is None:
        raise NotAReading(text)
    return value, _date(" ".join(words), language, today) if words else None


def _begins_date(words: list[str], language: Language, today: date) -> bool:
    try:
        return _date(" ".join(words), language, today) is not None
    except ValueError:
        return False


def _date(text: str, language: Language, today: date) -> PartialDate | None:
    if _YEAR.search(text):
        return read_date(text, language)
    found = read_date(f"{text} {today.year}", language)
    if found is not None and found.first > today:
        return read_date(f"{text} {today.year - 1}", language)
    return found
