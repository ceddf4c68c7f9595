"""A field for a number; what is no number stays as it was typed, with a sentence below it."""

from __future__ import annotations

import math
import re
from functools import partial
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.readfield import ReadField
from leaderplan.ui.widgets.text import advance

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


class NumberField(ReadField[float]):
    """A field for a number, or for a whole number from 0 on."""

    def __init__(self, language: Language, name: str, *, whole: bool = False, parent: QWidget | None = None) -> None:
        wanted = _("Write a whole number, such as 30.") if whole else _("Write a number, such as 21 or 3.5.")
        line = QLineEdit()
        line.setMinimumWidth(advance("1,234,567.5", current_theme().type.body) + 24)
        super().__init__(line, name, language.say(wanted), partial(read_number, whole=whole), language.number, parent)
