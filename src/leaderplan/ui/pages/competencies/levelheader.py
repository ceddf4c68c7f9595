"""The names of the levels above the matrix, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.cells import INSET
from leaderplan.ui.widgets.text import advance, wrapped

_BESIDE = 6
_BELOW = 3
_LONGEST_WORD = 96


class LevelHeader(QHeaderView):
    """Centred small words with a hairline below; the first section, of the titles, says nothing to the eye."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setProperty("plain", True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        lines = max((len(self._lines(section)) for section in range(1, self.count())), default=1)
        return QSize(0, lines * current_theme().type.small_line + 12 + _BELOW)

    @property
    def widest_word(self) -> int:
        """How wide a level must be so that no word of its name is broken; not more than any usual word needs."""
        font, most = current_theme().type.small, current_theme().type.px(_LONGEST_WORD)
        titles = [self._title(section) for section in range(1, self.count())]
        return min(max((advance(word, font) for title in titles for word in title.split()), default=0) + _BESIDE, most)

    def fit(self) -> None:
        """Take the height that the words need at the widths of now."""
        self.setFixedHeight(self.sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = current_theme()
        left = rect.left() + (INSET if section == 0 else 0)
        foot = rect.bottom() - _BELOW
        painter.fillRect(left, foot, rect.right() - left + 1, 1, theme.line)
        if section == 0:
            return
        painter.setFont(theme.type.small)
        painter.setPen(theme.muted)
        lines = self._lines(section)
        top = foot - 6 - len(lines) * theme.type.small_line
        for place, line in enumerate(lines):
            box = QRect(rect.left(), top + place * theme.type.small_line, rect.width(), theme.type.small_line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, line.strip())

    def _lines(self, section: int) -> list[str]:
        return wrapped(self._title(section), current_theme().type.small, max(self.sectionSize(section) - _BESIDE, 24))

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
