"""Measures as before → after, with the change worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.text import advance, paint_words

_ACROSS: Final = 3
_LEAST: Final = 190
_NARROWEST: Final = 120


@dataclass(frozen=True)
class MeasureWords:
    """One measure in words. ``rising`` is the way it went, ``good`` whether that is better; None without a change."""

    key: object
    name: str
    before: str
    after: str
    unit: str = ""
    change: str = ""
    rising: bool | None = None
    good: bool | None = None
    note: str = ""


class MeasureView(PressedArea):
    """Name, before → after with the unit, the change and a note; pressed to edit."""

    edits = True

    def __init__(self, words: MeasureWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        parts = (words.name, f"{words.before} → {words.after} {words.unit}".strip(), words.change, words.note)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(180), 2 * type_.small_line + type_.title_line + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().type.px(_NARROWEST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, type_, words = current_theme(), current_theme().type, self._words
        painter = QPainter(self)
        self.paint_ground(painter)
        line = self.rect().adjusted(8, 0, -8, 0)
        before_font, after_font = self._fonts(line.width(), theme)
        name = QRect(line.left(), 0, line.width(), type_.small_line)
        paint_words(painter, name, words.name, type_.small, theme.muted)
        value = QRect(line.left(), name.bottom() + 3, line.width(), type_.title_line)
        value.adjust(paint_words(painter, value, words.before, before_font, theme.muted) + 8, 0, 0, 0)
        arrow = type_.px(18)
        top = value.top() + (value.height() - arrow) // 2
        icons.paint(painter, "arrow-right", QPointF(value.left(), top), theme.muted, arrow)
        value.adjust(arrow + 8, 0, 0, 0)
        value.adjust(paint_words(painter, value, words.after, after_font, theme.text) + 8, 0, 0, 0)
        unit = value.adjusted(0, round((type_.title_line - type_.line) / 2) - 1, 0, 0)
        unit.setHeight(type_.line)
        paint_words(painter, unit, words.unit, type_.body, theme.muted)
        self._paint_change(painter, QRect(line.left(), value.bottom() + 4, line.width(), type_.small_line), theme)

    def _fonts(self, room: int, theme: Theme) -> tuple[QFont, QFont]:
        """The large ones where both values fit, else those of the text: a value is never cut."""
        type_, words = theme.type, self._words
        wide = advance(words.before, type_.title_light) + advance(words.after, type_.title) + type_.px(18) + 24
        return (type_.title_light, type_.title) if wide <= room else (type_.body, type_.strong)

    def _paint_change(self, painter: QPainter, line: QRect, theme: Theme) -> None:
        words, type_ = self._words, theme.type
        if words.change:
            colour = theme.muted if words.good is None else theme.good if words.good else theme.warn
            if words.rising is not None:
                size = type_.px(14)
                name = "trending-up" if words.rising else "trending-down"
                icons.paint(painter, name, QPointF(line.left(), line.top() + 1), colour, size)
                line.adjust(size + 4, 0, 0, 0)
            line.adjust(paint_words(painter, line, words.change, type_.small_strong, colour) + 8, 0, 0, 0)
        paint_words(painter, line, words.note, type_.small, theme.muted)


class MeasureRow(QWidget):
    """Up to three measures side by side, as many as have room, parted by hairlines; more go on below."""

    pressed = Signal(object)
    """The key of the measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(12)
        self._views: list[MeasureView] = []
        self._lines: list[Hairline] = []
        self._across = _ACROSS

    def show_measures(self, measures: Sequence[MeasureWords]) -> None:
        """Show these and no others."""
        _let_go(self._grid, self._views)
        self._views = [MeasureView(words) for words in measures]
        for view, words in zip(self._views, measures, strict=True):
            view.clicked.connect(lambda _checked=False, key=words.key: self.pressed.emit(key))
        self._place()

    def minimumSizeHint(self) -> QSize:
        """One measure wide, as the others can stand below it."""
        return QSize(current_theme().type.px(_NARROWEST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = self.width() // current_theme().type.px(_LEAST)
        across = max(1, min(fitting, _ACROSS))
        if across != self._across:
            self._across = across
            self._place()

    def _place(self) -> None:
        _let_go(self._grid, self._lines)
        self._lines = []
        for view in self._views:
            self._grid.removeWidget(view)
        for number, view in enumerate(self._views):
            row, column = divmod(number, self._across)
            if column:
                self._lines.append(Hairline(upright=True))
                self._grid.addWidget(self._lines[-1], row, 2 * column - 1)
            self._grid.addWidget(view, row, 2 * column)
        filled = min(len(self._views), self._across)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(2 * column, 1 if column < filled else 0)


def _let_go(grid: QGridLayout, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        grid.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
