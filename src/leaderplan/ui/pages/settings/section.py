"""A section of the settings: one tab, with its own primary action."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.heading import Heading, PageAction

_READING = 720


class Section(QWidget):
    """Built with the page, brought up to date whenever it comes into view."""

    key: ClassVar[str]
    title: ClassVar[Message]

    told = Signal()
    """The heading or the primary action is another one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def primary(self) -> PageAction | None:
        """What the button at the top right does here."""
        return None

    def heading(self) -> Heading | None:
        """What the header says while something in it fills the page."""
        return None

    def refresh(self) -> None:
        """Show how things are now."""

    def go_back(self) -> bool:
        """From what fills the page back to the section; whether there was a way back."""
        return False

    def step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) of what fills the page."""


class ReadingSection(Section):
    """One column that scrolls; subclasses put their parts into ``_column``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(_READING) + 64)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(12)
        area = QScrollArea()
        area.setAccessibleName(desk.say(self.title))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
