"""The four corners of the map, each with what is to be done with the people there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from leaderplan.domain.messages import Message, _
from leaderplan.ui.fonts import Type
from leaderplan.ui.pages.people.map.field import Field
from leaderplan.ui.widgets.text import advance

Say = Callable[[Message], str]
_WORDS: Final = (
    (_("Win over"), False, False),
    (_("Plan with"), False, True),
    (_("Keep informed"), True, False),
    (_("Ask to carry the word"), True, True),
)
_SIDE, _TOP, _BOTTOM = 12, 8, 6


def quadrants(field: Field, type_: Type, say: Say) -> list[tuple[str, QRectF]]:
    """The words of the corners, and where they stand."""
    found = []
    inner = field.rect.adjusted(_SIDE, _TOP, -_SIDE, -_BOTTOM)
    for message, low, right in _WORDS:
        words = say(message)
        size = QSizeF(advance(words, type_.small) + 1, type_.small_line)
        x = inner.right() - size.width() if right else inner.left()
        y = inner.bottom() - size.height() if low else inner.top()
        found.append((words, QRectF(QPointF(x, y), size)))
    return found
