"""A row of key caps with what each key does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.keycap import keycap_width, paint_keycap
from leaderplan.ui.widgets.text import advance, paint_words

_GAP, _BETWEEN = 8, 16


class KeyRow(QWidget):
    """Pairs of (key, what it does)."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = tuple(keys)
        self.setAccessibleName(", ".join(f"{key}: {words}" for key, words in keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = sum(keycap_width(key) + _GAP + advance(words, type_.small) + 2 for key, words in self._keys)
        return QSize(wide + _BETWEEN * max(len(self._keys) - 1, 0), type_.small_line + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, x = current_theme(), QPainter(self), 0
        for key, words in self._keys:
            cap = keycap_width(key)
            paint_keycap(painter, QRect(x, 0, cap, self.height()), key)
            x += cap + _GAP
            wide = advance(words, theme.type.small) + 2
            paint_words(painter, QRect(x, 0, wide, self.height()), words, theme.type.small, theme.muted)
            x += wide + _BETWEEN
