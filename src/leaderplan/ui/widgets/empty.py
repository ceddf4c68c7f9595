"""An empty page: what belongs here and why it pays, the first step, and where else to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.keycap import keycap_width, paint_keycap
from leaderplan.ui.widgets.text import Paragraph, advance

_WIDE: Final = 560
_BETWEEN: Final = 8


@dataclass(frozen=True)
class EmptyWords:
    """What an empty page says: its icon by name, a heading, a sentence, and what stands in the field and below it."""

    icon: str
    title: str
    sentence: str
    hint: str = ""
    note: str = ""
    key: str = ""
    """What the Enter key is called, drawn as a key cap at the end of the field."""


@dataclass(frozen=True)
class EmptyRow:
    """Another way to begin; without ``slot`` it only says something."""

    icon: str
    words: str
    more: str = ""
    action: str = ""
    slot: Callable[[], object] | None = None
    first: bool = False
    """Whether it is what most people do: its button is the primary one."""


class FirstLine(QLineEdit):
    """A tall field for the first line; Enter gives it."""

    def __init__(self, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._key = key
        self.setProperty("tall", True)
        self.setTextMargins(6, 0, keycap_width(key) + 12 if key else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            wide = keycap_width(self._key)
            paint_keycap(QPainter(self), QRect(self.width() - wide - 16, 0, wide, self.height()), self._key)


class _RowText(QWidget):
    """The words of a row and what more is said: in one line where both fit, else one below the other."""

    def __init__(self, row: EmptyRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Paragraph(row.words, token="text" if row.slot else "muted", parent=self)
        self.more = Paragraph(row.more, token="muted", parent=self)
        self.more.setVisible(bool(row.more))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        above = self.words.heightForWidth(width)
        return above if self._is_one_line(width) else above + self.more.heightForWidth(width)

    def sizeHint(self) -> QSize:
        wide = self._wide() + 1
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return self.words.minimumSizeHint()

    def resizeEvent(self, event) -> None:
        wide = self.width()
        if self._is_one_line(wide) and self.more.text():
            first = advance(self.words.text(), current_theme().type.body) + 2
            self.words.setGeometry(0, 0, first, self.height())
            self.more.setGeometry(first + _BETWEEN, 0, max(wide - first - _BETWEEN, 0), self.height())
            return
        above = self.words.heightForWidth(wide)
        self.words.setGeometry(0, 0, wide, above)
        self.more.setGeometry(0, above, wide, self.height() - above)

    def _is_one_line(self, width: int) -> bool:
        return not self.more.text() or self._wide() <= width

    def _wide(self) -> int:
        font = current_theme().type.body
        more = _BETWEEN + advance(self.more.text(), font) + 2 if self.more.text() else 0
        return advance(self.words.text(), font) + 2 + more


class EmptyState(QWidget):
    """One column in the middle of an empty page."""

    entered = Signal(str)
    """The first line that was written."""

    def __init__(self, words: EmptyWords, rows: Sequence[EmptyRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(IconLabel(words.icon, "accent", 32), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addWidget(Paragraph(words.title, "heading"))
        column.addSpacing(8)
        column.addWidget(Paragraph(words.sentence, "body", "muted"))
        self._field = FirstLine(words.hint, words.key) if words.hint else None
        if self._field is not None:
            column.addSpacing(20)
            column.addWidget(self._field)
            self._field.returnPressed.connect(self._enter)
        if words.note:
            column.addSpacing(6)
            column.addWidget(Paragraph(words.note, "small", "muted"))
        column.addSpacing(32)
        for row in rows:
            column.addWidget(Hairline())
            column.addWidget(_row_of(row))
        column.addStretch(5)
        self._middle = QWidget(self)
        self._middle.setLayout(column)
        self._column = column

    def resizeEvent(self, event) -> None:
        wide = min(current_theme().type.px(_WIDE), self.width() - 64)
        self._middle.setGeometry((self.width() - wide) // 2, 16, wide, self.height() - 32)

    def minimumSizeHint(self) -> QSize:
        wide = current_theme().type.px(_WIDE) // 2
        return QSize(wide + 64, self._column.totalHeightForWidth(wide) + 32)

    @property
    def field(self) -> QLineEdit | None:
        """Where the first line is written; None where the page has no such field."""
        return self._field

    def _enter(self) -> None:
        if self._field is not None and self._field.text().strip():
            self.entered.emit(self._field.text())


def _row_of(row: EmptyRow) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 5, 0, 6)
    line.setSpacing(0)
    line.addWidget(IconLabel(row.icon))
    line.addSpacing(12)
    line.addWidget(_RowText(row), 1, Qt.AlignmentFlag.AlignVCenter)
    line.addSpacing(12)
    made.setMinimumHeight(current_theme().type.control + 11)
    if row.slot is not None:
        button = Button(row.action, Kind.PRIMARY if row.first else Kind.PLAIN)
        button.clicked.connect(row.slot)
        line.addWidget(button)
    return made
