"""A review that is open: its contents at the left, and beside them what one reads and writes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.review.reading import chapters
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.contents import Contents, ContentsList
from leaderplan.ui.mentor.document import Document
from leaderplan.ui.mentor.entries import WHOLE, Entry, counts, places, sections
from leaderplan.ui.mentor.files import Files
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.widgets.split import Split

_SIDE_BY_SIDE = 1100
_LIST, _NARROW_LIST = 272, 208


class MentorDesk(QWidget):
    """``removed`` tells that a comment was taken back by hand, and may be brought again."""

    removed = Signal()

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = sitting
        say = sitting.language.say
        found = sections(chapters(sitting.plan, sitting.language), sitting.language)
        self._places = places(found)
        self.files = Files(sitting.review, sitting.language, self)
        self._model = Contents(found, sitting.language, self)
        self.contents = ContentsList(self._model, say(_("Contents")))
        self.document = Document(sitting, self.files)
        self.document.removed.connect(self._remove)
        self.document.next_wanted.connect(lambda: self.step(1))
        self._entry: Entry | None = None
        self._wide: bool | None = None
        self._split = Split(self.contents, self.document, say(_("Width of the contents")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self.contents.chosen.connect(self._show)
        sitting.changed.connect(lambda _by: self._count())
        for keys, slot in (
            ("F6", self.switch),
            ("Shift+F6", self.switch),
            ("Ctrl+PgDown", lambda: self.step(1)),
            ("Ctrl+PgUp", lambda: self.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._count()
        self.contents.show_entry(WHOLE)

    @property
    def entry(self) -> Entry | None:
        """What is read now."""
        return self._entry

    def step(self, by: int) -> None:
        """Read the next entry (1), or the one before (-1)."""
        entries = self._model.entries
        place = entries.index(self._entry) + by if self._entry in entries else 0
        if 0 <= place < len(entries):
            self.contents.show_entry(entries[place].key)
            self.document.focus_reading()

    def switch(self) -> None:
        """From the document to the comments beside it and back; from the contents into the document."""
        if self.document.in_margin() or not self.document.isAncestorOf(self.focusWidget() or self):
            self.document.focus_reading()
        elif not self.document.focus_margin():
            self.contents.setFocus()

    def show_record(self, record: str | None) -> None:
        """Read the entry in which a record stands; the plan as a whole where it stands in none."""
        self.contents.show_entry(self._places.get(record or "", WHOLE))

    def settle(self) -> None:
        """Forget what was begun and says nothing."""
        self.document.settle()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._wide = None
            self._fit()

    def _fit(self) -> None:
        type_ = current_theme().type
        room = self.window().width()
        wide = room >= type_.px(_SIDE_BY_SIDE)
        least = min(type_.px(_NARROW_LIST), room // 3)
        self.contents.setMinimumWidth(least)
        if wide == self._wide:
            return
        self._wide = wide
        self.document.set_wide(wide)
        self._split.setSizes([type_.px(_LIST) if wide else least, 10_000])

    def _show(self, entry: Entry) -> None:
        if entry is self._entry:
            return
        self._entry = entry
        entries = self._model.entries
        place = entries.index(entry) + 1
        self.document.show_entry(entry, entries[place].title if place < len(entries) else "")

    def _remove(self, id: str) -> None:
        self._sitting.remove(id)
        self.removed.emit()

    def _count(self) -> None:
        self._model.show_counts(counts(self._sitting.book.current, self._places, self._sitting.plan))
