"""The map itself: points that are chosen, dragged, and moved by keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.people.map.arrangement import Arrangement, arrange
from leaderplan.ui.pages.people.map.cells import Cells
from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST, Dot, paint_dot, radius_of
from leaderplan.ui.pages.people.map.painting import (
    paint_field,
    paint_landing,
    paint_names,
    paint_points,
    paint_rests,
)
from leaderplan.ui.pages.people.touch import READY_FOR_RISK
from leaderplan.ui.widgets.keyboard import note_focus, note_key, wants_ring
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import as_tip

_LEAST_HIGH, _LEAST_WIDE = 260, 320
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Plot(QWidget):
    """Tab goes from person to person, arrows move the one who is chosen by a step, Enter opens, Delete takes off."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int, int)
    """Who, and the new interest and influence."""
    taken_off = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cells = Cells()
        self._selected = self._under = self._pressed = ""
        self._start = QPointF()
        self._at: QPointF | None = None
        self._guest: Dot | None = None
        self._laid: Arrangement | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        help_ = _("Tab goes from person to person, arrow keys move one, Enter opens a page, Delete takes off the map.")
        self.setAccessibleDescription(desk.say(help_))
        self._name_it()

    @property
    def laid(self) -> Arrangement:
        """The map as it lies in the widget now."""
        if self._laid is None:
            type_, say = current_theme().type, self._desk.say
            self._laid = arrange(self._cells, self.size(), type_, say, self._selected, self._under)
        return self._laid

    @property
    def dots(self) -> list[Dot]:
        """Everybody who is shown."""
        return list(self._cells)

    def show_dots(self, dots: Iterable[Dot]) -> None:
        """Show these people and nobody else."""
        self._cells = Cells(dots)
        self._again()

    def put(self, id: str, dot: Dot | None) -> None:
        """Show somebody otherwise, or no longer."""
        if self._cells.put(id, dot):
            self._again()

    def select(self, id: str) -> None:
        """Mark a person without telling anyone."""
        if id != self._selected:
            self._selected = id
            self._again()

    def hover_guest(self, guest: Dot, place: QPoint | None) -> None:
        """Somebody who is dragged in from outside hovers at a place of the screen; None: no longer."""
        here = QPointF(self.mapFromGlobal(place)) if place is not None else None
        inside = here is not None and self.laid.field.rect.contains(here)
        self._guest, self._at = (guest, here) if inside else (None, None)
        self.update()

    def drop_guest(self, guest: Dot, place: QPoint) -> None:
        """Somebody was let go over a place of the screen."""
        here = QPointF(self.mapFromGlobal(place))
        self._guest = self._at = None
        self.update()
        if self.laid.field.rect.contains(here):
            self.moved.emit(guest.id, *self.laid.field.steps(here))

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(640), type_.px(_LEAST_HIGH))

    def minimumSizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(type_.px(_LEAST_WIDE), type_.px(_LEAST_HIGH))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        note_focus(self, event)
        order = self.laid.order
        if wants_ring(self) and order and self._selected not in order:
            self._choose(order[-1 if event.reason() == Qt.FocusReason.BacktabFocusReason else 0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab: to the next person, and from the last one out of the map."""
        order = self.laid.order
        if self.hasFocus() and self._selected in order:
            place = order.index(self._selected) + (1 if next else -1)
            if 0 <= place < len(order):
                note_key(self)
                self._choose(order[place])
                return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note_key(self)
        dot, key = self._cells.get(self._selected), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._at is not None:
            self._let_go()
        elif dot is not None and key in _ARROWS:
            across, up = _ARROWS[key]
            there = _within(dot.interest + across), _within(dot.influence + up)
            if there != (dot.interest, dot.influence):
                self.moved.emit(dot.id, *there)
        elif dot is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(dot.id)
        elif dot is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_off.emit(dot.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note_key(self, False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._start = self.laid.hit(event.position()), event.position()
            if self._pressed:
                self._choose(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            far = (place - self._start).manhattanLength() >= QApplication.startDragDistance()
            if far or self._at is not None:
                self._at = place
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        self._hover(self.laid.hit(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        id, dropped = self._pressed, self._at is not None
        self._let_go()
        dot = self._cells.get(id)
        if dot is not None and dropped:
            there = self.laid.field.steps(event.position())
            if there != (dot.interest, dot.influence):
                self.moved.emit(id, *there)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if id := self.laid.hit(event.position()):
            self.opened.emit(id)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, say = current_theme(), self._desk.say
        laid = self.laid
        field = laid.field
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_field(painter, field, theme, say)
        lifted = self._guest or (self._cells.get(self._pressed) if self._at is not None else None)
        if lifted is not None and self._at is not None:
            landing = field.point(*field.steps(self._at))
            paint_landing(painter, landing, radius_of(lifted.readiness, field.scale) + 5, theme)
        paint_points(painter, [p for p in laid.placed if lifted is None or p.dot.id != lifted.id], field, theme,
                     self._selected)  # fmt: skip
        paint_rests(painter, laid.rests, theme, say)
        paint_names(painter, [n for n in laid.names if lifted is None or n.id != lifted.id], theme, self._selected)
        if wants_ring(self):
            self._paint_focus(painter)
        if lifted is not None and self._at is not None:
            radius = radius_of(lifted.readiness, field.scale)
            paint_dot(painter, self._at, radius, theme, readiness=lifted.readiness, losing=lifted.losing,
                      scale=field.scale)  # fmt: skip

    def _paint_focus(self, painter: QPainter) -> None:
        """A ring around point and name of whom the keys are about, or around the whole field."""
        theme, laid = current_theme(), self.laid
        field, point = laid.field, laid.point(self._selected)
        if point is None:
            paint_box(painter, field.rect.toRect(), None, theme.focus, width=2)
            return
        reach = point.radius + (9 if point.dot.losing else 5) * field.scale + 3
        rect = QRectF(point.centre - QPointF(reach, reach), point.centre + QPointF(reach, reach))
        for name in laid.names:
            rect = rect.united(name.rect.adjusted(-6, -2, 6, 2)) if name.id == self._selected else rect
        paint_box(painter, rect.toRect(), None, theme.focus, width=2, radius=8)

    def _again(self) -> None:
        self._laid = None
        self._name_it()
        self.update()

    def _hover(self, id: str) -> None:
        if id == self._under:
            return
        self._under = id
        dot = self._cells.get(id)
        self.setCursor(Qt.CursorShape.PointingHandCursor if dot else Qt.CursorShape.ArrowCursor)
        self.setToolTip(as_tip(self._words(dot)) if dot else "")
        if any(point.crowded for point in self.laid.placed):
            self._laid = None
        self.update()

    def _let_go(self) -> None:
        self._pressed, self._at = "", None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _choose(self, id: str) -> None:
        if id != self._selected:
            self.select(id)
            self.chosen.emit(id)

    def _words(self, dot: Dot) -> str:
        losing = _("you are losing touch") if dot.losing else _("in touch")
        said = _("{name}, influence {influence}, interest {interest}, ready for risk: {ready}, {touch}",
                 name=dot.name, influence=dot.influence, interest=dot.interest,
                 ready=READY_FOR_RISK[dot.readiness], touch=losing)  # fmt: skip
        return self._desk.say(said)

    def _name_it(self) -> None:
        said = _n("Map of {count} person", "Map of {count} people", len(self._cells))
        dot = self._cells.get(self._selected)
        name = self._desk.say(_("{map}: {person}", map=said, person=self._words(dot)) if dot else said)
        if name != self.accessibleName():
            self.setAccessibleName(name)


def _within(step: int) -> int:
    return min(max(step, LOWEST), HIGHEST)
