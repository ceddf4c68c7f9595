"""The three modes with their shapes, as the key of a chart."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.figures import MODE_SHAPES
from leaderplan.domain.language import Language
from leaderplan.domain.records import Mode as Choice
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.shapes import MODE_WIDTH, paint_mode
from leaderplan.ui.widgets.text import advance, paint_words

_GAP, _BETWEEN = 8, 20


class ModeLegend(QWidget):
    """Painted in one line, at the right."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = [(mode, language.say(Choice(mode).label)) for mode in MODE_SHAPES]
        self.setAccessibleName(", ".join(word for _mode, word in self._words))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = sum(type_.px(MODE_WIDTH) + _GAP + advance(word, type_.small) for _mode, word in self._words)
        return QSize(wide + _BETWEEN * (len(self._words) - 1) + 2, type_.small_line)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter, x = QPainter(self), 0
        for mode, word in self._words:
            paint_mode(painter, mode, x, self.height() / 2, theme, theme.type.scale)
            x += theme.type.px(MODE_WIDTH) + _GAP
            wide = advance(word, theme.type.small)
            paint_words(painter, QRect(x, 0, wide + 2, self.height()), word, theme.type.small, theme.muted)
            x += wide + _BETWEEN
