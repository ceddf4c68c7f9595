"""A field that names another record: its name is typed, completed, and made new where there is none yet."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from leaderplan.domain.fields import Record
from leaderplan.ui.widgets.settling import PlanUndo


class ReferenceField(QLineEdit):
    """``chosen`` tells the id of the record named, or None when emptied; ``wanted`` a name that no record has."""

    chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, str] = {}
        self._value: str | None = None
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(name)
        completer.activated.connect(lambda _words: self.settle())
        self.setCompleter(completer)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.settle)
        PlanUndo(self)

    def offer(self, records: list[tuple[Record, str]]) -> None:
        """The records that can be named, each with the words for it."""
        self._ids = {}
        for record, words in records:
            self._ids.setdefault(words.casefold(), record.id)
        self._names.setStringList(sorted((words for _record, words in records), key=str.casefold))

    def set_value(self, id: str | None, words: str) -> None:
        """Show which record is named now."""
        self._value = id
        self.setText(words)
        self.setCursorPosition(0)

    def settle(self) -> None:
        """Find what was typed among the records and tell it."""
        typed = " ".join(self.text().split())
        if not typed:
            if self._value is not None:
                self._value = None
                self.chosen.emit(None)
            return
        found = self._ids.get(typed.casefold())
        if found is None:
            self.wanted.emit(typed)
        elif found != self._value:
            self._value = found
            self.chosen.emit(found)
