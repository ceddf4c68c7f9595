"""The milestones on a line, in the order of their dates; a disc is pressed when one is reached."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Milestone
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.insets import clear, inset
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Paragraph, paint_lines, paint_words, wrapped

_WIDE, _DISC = 118, 12
_LATER: Final = "9999"


class Disc(QAbstractButton):
    """A disc on its piece of the line, filled once the milestone is reached."""

    def __init__(self, name: str, *, done: bool, after: bool | None, last: bool) -> None:
        """``after`` says whether the one before is reached; None for the first."""
        super().__init__()
        self._after, self._last = after, last
        self.setCheckable(True)
        self.setChecked(done)
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(_WIDE), type_.px(_DISC) + 12)

    def hitButton(self, place) -> bool:
        return place.x() <= current_theme().type.px(_DISC) + 16

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = theme.type.px(_DISC), self.height() / 2
        if self._after is not None:
            self._paint_line(painter, 0, 8, self._after, theme)
        if not self._last:
            self._paint_line(painter, 8 + size, self.width(), self.isChecked(), theme)
        painter.setPen(QPen(theme.accent if self.isChecked() or self.underMouse() else theme.line_strong, 1.4))
        painter.setBrush(theme.accent if self.isChecked() else theme.surface)
        painter.drawEllipse(QRectF(8, middle - size / 2, size, size).adjusted(1, 1, -1, -1))
        if wants_ring(self):
            box = QRectF(8, middle - size / 2, size, size).toRect().adjusted(-4, -4, 4, 4)
            paint_box(painter, box, None, theme.focus, width=2)

    def _paint_line(self, painter: QPainter, left: float, right: float, reached: bool, theme: Theme) -> None:
        painter.setPen(QPen(theme.accent if reached else theme.line_strong, 2 if reached else 1))
        painter.drawLine(QPointF(left, self.height() / 2), QPointF(right, self.height() / 2))


class Words(QAbstractButton):
    """Date and title below a disc; pressed to edit."""

    def __init__(self, day: str, title: str) -> None:
        super().__init__()
        self._day, self._title = day, title
        self.setAccessibleName(", ".join(filter(None, (title, day))))
        self.setProperty("ownFocus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(_WIDE), (1 + len(self._lines())) * type_.small_line + 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        type_ = theme.type
        if self.underMouse() or wants_ring(self):
            line = theme.focus if wants_ring(self) else None
            paint_box(painter, self.rect(), theme.hover if self.underMouse() else None, line, width=2)
        day = self.rect().adjusted(8, 2, -4, 0)
        day.setHeight(type_.small_line)
        paint_words(painter, day, self._day, type_.small, theme.muted)
        paint_lines(painter, self._lines(), 8, 2 + type_.small_line, type_.small_line, type_.small, theme.text)

    def _lines(self) -> list[str]:
        type_ = current_theme().type
        return wrapped(self._title, type_.small, type_.px(_WIDE) - 16)


class MilestonesPart(QWidget):
    """The line; a long one goes on below."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._shown: list[Milestone] | None = None
        self._none = Paragraph(sheet.say(_("Nothing has a date yet.")), "small", "muted")
        line = QWidget()
        self._flow = FlowLayout(line, gap=0)
        add = Button(sheet.say(_("Add a milestone")), Kind.ADD, "plus")
        add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addLayout(inset(SectionRow(sheet.say(_("Milestones")))))
        column.addLayout(inset(self._none))
        column.addWidget(line)
        column.addWidget(add)
        column.addStretch()

    def fill(self) -> None:
        """Show the milestones as they stand."""
        found = sorted(self._sheet.parts(Milestone), key=lambda m: (str(m.due.last) if m.due else _LATER, m.id))
        self._none.setVisible(not found)
        if found == self._shown:
            return
        self._shown = found
        clear(self._flow)
        reached = [None, *(each.done_on is not None for each in found)]
        last = len(found) - 1
        stops = [self._stop(each, reached[n], last=n == last) for n, each in enumerate(found)]
        high = max((stop.sizeHint().height() for stop in stops), default=0)
        for stop in stops:
            stop.setFixedHeight(high)
            self._flow.addWidget(stop)

    def add(self) -> None:
        """A milestone, stored at once, with its panel open."""
        title = self._sheet.say(_("New milestone"))
        self._sheet.add(Milestone(id=new_id(), collaboration=self._sheet.id, title=title), "title")

    def toggle(self, id: str, done: bool) -> None:
        """A milestone is reached today, or not yet after all."""
        milestone = self._sheet.plan.get(Milestone, id)
        if milestone is not None:
            on = PartialDate.of(self._sheet.desk.today()) if done else None
            self._sheet.desk.commit(edits.alter(self._sheet.plan, milestone, done_on=on), self._sheet)

    def _stop(self, milestone: Milestone, after: bool | None, *, last: bool) -> QWidget:
        made, sheet = QWidget(), self._sheet
        name = sheet.say(_("{name}: reached", name=milestone.title))
        disc = Disc(name, done=milestone.done_on is not None, after=after, last=last)
        words = Words(self._day(milestone), milestone.title)
        disc.clicked.connect(partial(self._press, milestone.id))
        words.clicked.connect(partial(self._open, milestone.id))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(disc)
        column.addWidget(words)
        column.addStretch()
        return made

    def _day(self, milestone: Milestone) -> str:
        """When it was reached, or is due; a day of the year at hand without its year."""
        on, language = milestone.done_on or milestone.due, self._sheet.desk.language
        if on is None:
            return self._sheet.say(_("no date"))
        return language.short_day(on.first) if on.day and on.year == self._sheet.desk.today().year else language.day(on)

    def _press(self, id: str, done: bool) -> None:
        self.toggle(id, done)

    def _open(self, id: str, _checked: bool = False) -> None:
        milestone = self._sheet.plan.get(Milestone, id)
        if milestone is not None:
            self._sheet.open(milestone)
