"""One record as a page to read and to edit in place, which scrolls, with what the rules say at its foot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTextEdit, QVBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.storedtext import StoredText
from leaderplan.ui.pages.advice import Advice

_READING: Final = 720


class RecordView(QWidget):
    """Subclasses put their parts into ``_column`` and show the record that they are given."""

    title_wanted = Signal()
    """The title stands in the header and is to be typed over there."""
    advice: Advice

    def __init__(self, desk: Desk, title: StoredText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id, self._fills = desk, "", False
        self.title = title
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(_READING) + 64)
        self._column = QVBoxLayout(inner)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._area, 1)

    @property
    def id(self) -> str:
        """The record in view; empty before there was one."""
        return self._id

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the title."""
        self._fills = fills
        self.title.setVisible(not fills)

    def fold(self, folded: bool) -> None:
        """Whether what is at its foot is folded."""
        self.advice.tray.fold(folded)

    def rename(self) -> None:
        """Begin to type another title; the old one is selected."""
        if self._fills:
            self.title_wanted.emit()
            return
        self._area.ensureWidgetVisible(self.title)
        self.title.begin()
        editor = self.title.focusProxy()
        if isinstance(editor, QTextEdit):
            editor.selectAll()

    def _put_at_foot(self, advice: Advice) -> None:
        """Advice comes last, so that Tab reaches it after all parts."""
        self.advice = advice
        self._whole.addWidget(advice)
