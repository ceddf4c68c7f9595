"""What the marks of the matrix mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.marks import paint_claim, paint_expected, paint_mentor, paint_own
from leaderplan.ui.pages.competencies.matrix import short_names
from leaderplan.ui.pages.competencies.model import MatrixModel
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import advance, paint_words

Paint = Callable[[QPainter, QPointF, Theme], None]
_MOST_MENTORS = 4


class Meaning(QWidget):
    """One mark and its words."""

    def __init__(self, paint: Paint, wide: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self._wide, self._words = paint, wide, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = type_.px(self._wide) + 8 + advance(self._words, type_.small) + 3
        return QSize(min(wide, type_.px(260)), max(type_.small_line, type_.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        mark = theme.type.px(self._wide)
        self._paint(painter, QPointF(mark / 2, self.height() / 2), theme)
        words = QRect(mark + 8, 0, self.width() - mark - 8, self.height())
        paint_words(painter, words, self._words, theme.type.small, theme.muted)


class Legend(QWidget):
    """Shows the mentors that there are; of many only the first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._flow = FlowLayout(gap=16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)

    def show_model(self, model: MatrixModel) -> None:
        """Say what stands for whom."""
        names = short_names(model.mentors)
        known = tuple((model.initials[each.id], names[each.id]) for each in model.mentors)
        if known == self._shown:
            return
        self._shown = known
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for meaning in self._meanings(known):
            self._flow.addWidget(meaning)
        self.updateGeometry()

    def _meanings(self, mentors: tuple[tuple[str, str], ...]) -> list[Meaning]:
        say = self._desk.say
        found = [Meaning(_frame, 22, say(_("expected"))), Meaning(paint_own, 14, say(_("your rating")))]
        found += [Meaning(_ring(letters), 18, name) for letters, name in mentors[:_MOST_MENTORS]]
        if mentors[_MOST_MENTORS:]:
            more = _("{count} mentors more", count=len(mentors) - _MOST_MENTORS)
            found.append(Meaning(_ring("…"), 18, say(more)))
        return [*found, Meaning(paint_claim, 8, say(_("claim from an achievement")))]


def _frame(painter: QPainter, at: QPointF, theme: Theme) -> None:
    wide, high = theme.type.px(22), theme.type.px(14)
    paint_expected(painter, QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high), theme, 3)


def _ring(letters: str) -> Paint:
    return lambda painter, at, theme: paint_mentor(painter, at, letters, theme)
