"""Why the place of the plan is no good, with the ways to a better one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.store.surroundings import Surroundings
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.buttonrow import ButtonRow
from leaderplan.ui.surroundings import WHY, sentence
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Paragraph


class PlaceWarning(QWidget):
    """Hidden where nothing is wrong. ``elsewhere`` asks for a folder; what it comes to is the section's business."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        self._what = Paragraph("", "strong")
        self.home = Button(say(_("Move it to this computer’s own folder")), icon="hard-drive")
        self.elsewhere = Button(say(_("Choose another folder…")))
        self.home.clicked.connect(self._move_home)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._what)
        words.addWidget(Paragraph(say(WHY)))
        words.addSpacing(8)
        words.addWidget(ButtonRow(self.home, self.elsewhere))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        sign = IconLabel("triangle-alert", "warn")
        sign.setMinimumHeight(current_theme().type.line)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_surroundings(self, found: Surroundings | None) -> None:
        """Say what is wrong."""
        care = self._desk.care
        self.setVisible(found is not None and care is not None)
        if found is not None and care is not None:
            self._what.setText(self._desk.say(sentence(found)))
            self.home.setVisible(care.usual_folder() != care.folder)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_box(QPainter(self), self.rect(), theme.raised, theme.line)

    def _move_home(self) -> None:
        if self._desk.care is not None:
            self._desk.signals.move_wanted.emit(self._desk.care.usual_folder())
