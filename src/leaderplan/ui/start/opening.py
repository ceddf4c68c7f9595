"""While a plan is being read: what is under way, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.ui.statusbar import ProgressBar
from leaderplan.ui.tasks import Task
from leaderplan.ui.widgets.text import PlainLabel

_PATIENCE = 400  # milliseconds: what is quicker is over before it could be read


class OpeningView(QWidget):
    """Empty at first; says what it waits for where that takes longer than a blink."""

    def __init__(self, words: str, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = ProgressBar()
        self._words = PlainLabel(words, "body", "muted")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        for part in (self._bar, self._words):
            part.hide()
        task.progressed.connect(self._bar.show_steps)
        QTimer.singleShot(_PATIENCE, self, self._appear)

    def _appear(self) -> None:
        self._words.show()
        self._bar.show()
