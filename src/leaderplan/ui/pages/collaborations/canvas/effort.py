"""Where the effort goes: four shares as a bar, and the fields behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Effort
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.numbers import NumberField
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.text import Paragraph, PlainLabel, advance, paint_words

_BAR, _GAP = 8, 2
_DRAWN: Final = (Effort.TECHNOLOGY, Effort.PROCESS, Effort.THINKING, Effort.SKILLS)
"""Technology first, because it is what is looked at first."""


class EffortBar(QWidget):
    """One piece for each part, with its word and share below; technology in grey."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[Effort, str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[tuple[Effort, str, int]]) -> None:
        """Draw these shares."""
        drawn = [part for part in parts if part[2]]
        if drawn == self._parts:
            return
        self._parts = drawn
        self.setAccessibleDescription(", ".join(f"{word} {share} %" for _effort, word, share in parts))
        self.update()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(200, type_.px(_BAR) + 8 + self._lines(max(self.width(), 200)) * type_.small_line)

    def resizeEvent(self, event) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high, places = theme.type.px(_BAR), self._places(self.width())
        end = 0.0
        for (effort, word, share), (x, wide) in zip(self._parts, places, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.line_strong if effort is Effort.TECHNOLOGY else theme.accent)
            painter.drawRoundedRect(QRectF(x, 0, wide, high), 2, 2)
            said = f"{word} {share}"
            room = advance(said, theme.type.small) + 4
            left = max(min(x, self.width() - room), end)
            line = QRect(round(left), high + 6, room, theme.type.small_line)
            if self._lines(self.width()) == 1:
                paint_words(painter, line, said, theme.type.small, theme.muted)
                end = left + room + 8
        if self._lines(self.width()) > 1:
            for number, (_effort, word, share) in enumerate(self._parts):
                top = high + 6 + number * theme.type.small_line
                row = QRect(0, top, self.width(), theme.type.small_line)
                paint_words(painter, row, f"{word} {share}", theme.type.small, theme.muted)

    def _places(self, width: int) -> list[tuple[float, float]]:
        whole = sum(share for _effort, _word, share in self._parts) or 1
        room, x, places = width - _GAP * (len(self._parts) - 1), 0.0, []
        for _effort, _word, share in self._parts:
            places.append((x, room * share / whole))
            x += room * share / whole + _GAP
        return places

    def _lines(self, width: int) -> int:
        """One, or one for each part where they do not fit side by side."""
        small = current_theme().type.small
        room = sum(advance(f"{word} {share}", small) + 12 for _effort, word, share in self._parts)
        return 1 if room <= width + 12 else len(self._parts)


class EffortPart(QWidget):
    """The bar, and four fields that open behind *Edit*."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet, self._visit = sheet, Visit()
        self._bar = EffortBar()
        self._bar.setAccessibleName(sheet.say(_("Where the effort goes")))
        self._sum = Paragraph("", "small", "muted")
        self._edit = Button(sheet.say(_("Edit")), Kind.ADD, "pencil")
        self._edit.setAccessibleName(sheet.say(_("Edit where the effort goes")))
        self._edit.setCheckable(True)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(sheet.say(_("Where the effort goes")), "small", "muted", shortens=True), 1)
        head.addWidget(self._edit)
        self._inner = QWidget()
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.fields: dict[Effort, NumberField] = {}
        for number, effort in enumerate(_DRAWN):
            word = sheet.say(effort.label)
            field = NumberField(sheet.desk.language, sheet.say(_("{part}, per cent", part=word)), whole=True)
            field.edited.connect(lambda _value: self._store())
            self.fields[effort] = field
            row, column = divmod(number, 2)
            grid.addWidget(PlainLabel(word, "small", "muted"), row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)
        self._inner.hide()
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 12)
        column_.setSpacing(6)
        column_.addLayout(inset(head))
        for widget in (self._bar, self._sum, self._inner):
            column_.addLayout(inset(widget))
        self._edit.toggled.connect(self._inner.setVisible)
        self._values: dict[Effort, int] = {}

    def fill(self) -> None:
        """Show the shares as they stand."""
        split = self._sheet.record.split
        values = dict(zip(Effort, split, strict=False))
        self._values = {effort: values.get(effort, 0) for effort in Effort}
        self._bar.show_parts([(e, self._sheet.say(e.label), self._values[e]) for e in _DRAWN])
        self._bar.setVisible(any(self._values.values()))
        self._sum.setText(self._sheet.say(self._verdict()))
        self._sum.setVisible(bool(self._sum.text()))
        for effort, field in self.fields.items():
            if not field.wrong:
                field.set_value(self._values[effort] if split else None)

    def open(self) -> None:
        """Show the fields, with the keyboard in the first."""
        self._edit.setChecked(True)
        self.fields[_DRAWN[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _verdict(self) -> Message:
        whole = sum(self._values.values())
        if not whole:
            return _("Nobody has said yet what this takes: skills, process, thinking or technology.")
        if whole != 100:
            return _("The parts add up to {sum} per cent.", sum=whole)
        if self._values[Effort.TECHNOLOGY] > 50:
            return _("More than half goes into technology. What about the service?")
        return Message("")

    def _store(self) -> None:
        typed = {effort: _whole(field, self._values[effort]) for effort, field in self.fields.items()}
        split = tuple(min(typed[effort], 100) for effort in Effort)
        self._sheet.store("split", split if any(split) else (), self._visit.token())
        self.fill()


def _whole(field: NumberField, before: int) -> int:
    if field.wrong:
        return before
    text = field.text().strip()
    return int(text) if text.isdecimal() else 0
