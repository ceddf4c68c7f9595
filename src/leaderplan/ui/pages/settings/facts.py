"""Plain facts, one below the other: a word for each, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_LABEL = 96


class PathLine(QWidget):
    """The path of a file or a folder, to be selected or copied."""

    def __init__(self, desk: Desk, path: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.line = QLineEdit(path)
        self.line.setReadOnly(True)
        self.line.setProperty("bare", True)
        self.line.setAccessibleName(name)
        self.line.setCursorPosition(0)
        self.line.setTextMargins(-2, 0, 0, 0)  # what Qt leaves free at the edge of a field
        self.copy = Button("", Kind.ICON, "copy", name=desk.say(_("Copy the path")), small=True)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self._desk.toast(_("The path is on the clipboard."), undo=False)


class Facts(QWidget):
    """A column of words in small print, and beside each a text or a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show these in place of those before."""
        clear(self._grid)
        type_ = current_theme().type
        self._grid.setColumnMinimumWidth(0, type_.px(_LABEL))
        for row, (word, value) in enumerate(facts):
            label = PlainLabel(word, "small", "muted")
            label.setMinimumHeight(type_.line)
            words = isinstance(value, str)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if words else Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Paragraph(value) if isinstance(value, str) else value, row, 1)
