"""People who have no place on the map yet: dragged onto it, or placed by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.taborder import chain
from leaderplan.ui.widgets.text import PlainLabel

_MOST = 6


class UnplacedChip(Chip):
    """A name that can be carried away; ``carried`` and ``dropped`` tell places on the screen."""

    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    put_back = Signal()

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "user", name=name, parent=parent)
        self._start: QPoint | None = None
        self._away = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start, self._away = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            far = (event.position().toPoint() - self._start).manhattanLength() >= QApplication.startDragDistance()
            if far or self._away:
                self._away = True
                self.setDown(False)
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.carried.emit(event.globalPosition().toPoint())
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        away, self._start, self._away = self._away, None, False
        self.unsetCursor()
        if away:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._away:
            self._start, self._away = None, False
            self.put_back.emit()
            return
        super().keyPressEvent(event)


class Strip(QWidget):
    """``carried`` and ``dropped`` tell who and where on the screen, ``placed`` who is to stand in the middle."""

    carried = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    put_back = Signal(str)
    placed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[tuple[str, str], ...] = ()
        self.chips: list[UnplacedChip] = []
        self._more = PlainLabel("", "small", "muted")
        words = PlainLabel(desk.say(_("Not placed yet")), "small", "muted")
        words.setFixedHeight(Chip("", "user").sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        self._flow = FlowLayout()
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._flow, 1)
        self._flow.addWidget(self._more)
        self.hide()

    def show_people(self, people: Sequence[Person], selected: str) -> None:
        """Show these, the selected one among them; nobody hides the strip."""
        first = sorted(people, key=lambda person: (person.id != selected, person.name.casefold(), person.id))[:_MOST]
        shown = tuple((person.id, person.name) for person in sorted(first, key=lambda each: each.name.casefold()))
        left = len(people) - len(shown)
        self._more.setText(self._desk.say(_n("and {count} more", "and {count} more", left)))
        self._more.setVisible(left > 0)
        self.setVisible(bool(people))
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(id, name) for id, name in self._shown]
        for place, chip in enumerate(self.chips):
            self._flow.insert(place, chip)
            chip.show()
        chain([self, *self.chips])

    def _chip(self, id: str, name: str) -> UnplacedChip:
        said = _("{name}: not on the map yet. Enter places, then arrow keys move.", name=name)
        chip = UnplacedChip(name, self._desk.say(said))
        chip.clicked.connect(lambda: self.placed.emit(id))
        chip.carried.connect(lambda place: self.carried.emit(id, place))
        chip.dropped.connect(lambda place: self.dropped.emit(id, place))
        chip.put_back.connect(lambda: self.put_back.emit(id))
        return chip
