"""Words side by side of which one is chosen, and below one another where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.switch import Segment


class Segments(QWidget):
    """``chosen`` tells the number of the words, when a person chose them; ``made`` makes what is pressed."""

    chosen = Signal(int)

    def __init__(
        self,
        words: Sequence[str],
        name: str,
        made: Callable[[str], QAbstractButton] = Segment,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.segments = [made(each) for each in words]
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=8)
        for number, segment in enumerate(self.segments):
            segment.setCheckable(True)
            segment.setAccessibleDescription(name)
            self._group.addButton(segment, number)
            flow.addWidget(segment)
        self._group.idClicked.connect(self.chosen)

    @property
    def choice(self) -> int:
        """The number of the words that are chosen; -1 before any are."""
        return self._group.checkedId()

    def show_choice(self, number: int) -> None:
        """Mark the words without telling anyone."""
        self.segments[number].setChecked(True)
