"""A text in which some words are underlined because somebody speaks of them, and others are quieter."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.laidtext import LaidText, ranges
from leaderplan.ui.widgets.text import Role


class Mark(Enum):
    """What a part of a text is."""

    PLAIN = auto()
    MEANT = auto()  # the words of which somebody speaks
    QUIET = auto()


Marked = tuple[Mark, str]


class MarkedText(LaidText):
    """The words that are meant are on a ground of their own while it is the current one of many."""

    def __init__(
        self,
        parts: Sequence[Marked],
        name: str = "",
        role: Role = "body",
        token: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        text = "".join(text for _mark, text in parts)
        self._parts, self._current = tuple(parts), False
        super().__init__(text, name or text, role, token, parent)

    def set_current(self, current: bool) -> None:
        """Whether it is the one that is dealt with now."""
        if current != self._current:
            self._current = current
            self.update()

    def formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        return ranges([(text, self._format(mark, theme)) for mark, text in self._parts])

    def _format(self, mark: Mark, theme: Theme) -> QTextCharFormat | None:
        if mark is Mark.PLAIN:
            return None
        made = QTextCharFormat()
        if mark is Mark.QUIET:
            made.setForeground(theme.muted)
            return made
        made.setFontUnderline(True)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.accent if self._current else theme.colour(self._token))
        if self._current:
            made.setBackground(theme.selected)
        return made
