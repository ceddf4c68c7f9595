"""What the points of the map mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.people.map.dots import paint_dot, paint_ring, radius_of
from leaderplan.ui.pages.people.touch import READY_FOR_RISK
from leaderplan.ui.widgets.text import advance, paint_words

_LOSING = -1
_TITLE = -2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A mark and its word: a step of readiness, the dashed ring, or no mark for the title."""

    mark: int
    word: str


class Legend(QWidget):
    """Right-aligned; goes on in a second line where there is little room."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        steps = [_Entry(step, say(word)) for step, word in enumerate(READY_FOR_RISK)]
        self._entries = [_Entry(_TITLE, say(_("Ready for risk"))), *steps, _Entry(_LOSING, say(_("losing touch")))]
        self.setAccessibleName(say(_("The larger a point, the readier for risk; a dashed ring: losing touch")))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(list(self._lines(width))) * self._high()

    def sizeHint(self) -> QSize:
        wide = sum(map(self._wide, self._entries)) + self._gap() * (len(self._entries) - 1)
        return QSize(wide, self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(self._wide, self._entries)), self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, line in enumerate(self._lines(self.width())):
            x = self.width() - sum(map(self._wide, line)) - self._gap() * (len(line) - 1)
            for entry in line:
                place = QRect(x, number * self._high(), self._wide(entry), self._high())
                self._paint(painter, place, entry)
                x += place.width() + self._gap()

    def _paint(self, painter: QPainter, place: QRect, entry: _Entry) -> None:
        theme = current_theme()
        scale, mark = theme.type.scale, self._mark(entry)
        centre = QPointF(place.left() + mark / 2, place.top() + place.height() / 2)
        if entry.mark >= 0:
            radius = radius_of(entry.mark, scale)
            paint_dot(painter, centre, radius, theme, readiness=entry.mark, losing=False, scale=scale)
        elif entry.mark == _LOSING:
            paint_ring(painter, centre, 7 * scale, theme, token="warn", width=1.3 * scale, dashed=True)
        words = place.adjusted(round(mark) + (theme.type.px(8) if mark else 0), 0, 2, 0)
        paint_words(painter, words, entry.word, theme.type.small, theme.muted)

    def _lines(self, width: int) -> Iterator[list[_Entry]]:
        line: list[_Entry] = []
        used = 0
        for entry in self._entries:
            wide = self._wide(entry)
            if line and used + wide > width:
                yield line
                line, used = [], 0
            line.append(entry)
            used += wide + self._gap()
        yield line

    def _mark(self, entry: _Entry) -> float:
        scale = current_theme().type.scale
        return 0 if entry.mark == _TITLE else 15 * scale if entry.mark == _LOSING else 2 * radius_of(entry.mark, scale)

    def _wide(self, entry: _Entry) -> int:
        type_ = current_theme().type
        mark = round(self._mark(entry))
        return mark + (type_.px(8) if mark else 0) + advance(entry.word, type_.small) + 1

    def _gap(self) -> int:
        return current_theme().type.px(12)

    def _high(self) -> int:
        type_ = current_theme().type
        return max(type_.control, round(2 * radius_of(len(READY_FOR_RISK) - 1, type_.scale)) + 1)
