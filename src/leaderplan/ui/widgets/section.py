"""The heading of a part of a page, with something small at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaderplan.ui.widgets.text import PlainLabel


class SectionRow(QWidget):
    """Words in 600, and at the right small words or widgets added with :meth:`add`."""

    def __init__(self, title: str, aside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(title, "strong")
        self._aside = PlainLabel(aside, "small", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self._title)
        self._row.addStretch()
        self._row.addWidget(self._aside)
        self._aside.setVisible(bool(aside))

    def set_title(self, title: str) -> None:
        """Say another heading."""
        self._title.setText(title)

    def set_aside(self, words: str) -> None:
        """Say something small at the right."""
        self._aside.setText(words)
        self._aside.setVisible(bool(words))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget)
