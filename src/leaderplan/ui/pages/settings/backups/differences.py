"""What a backup has that the plan has not, or has otherwise, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from leaderplan.domain.comparison import Comparison, fields_between
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _, _n
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import BY_TABLE
from leaderplan.ui.desk import Desk
from leaderplan.ui.models.grouped import GroupedModel, Order
from leaderplan.ui.naming import name_of
from leaderplan.ui.widgets.rows import RECORD, RowWords

_GONE, _ALTERED = 0, 1
_KINDS = {table: place for place, table in enumerate(BY_TABLE)}
_MOST_FIELDS = 4


class DifferencesModel(GroupedModel):
    """What is gone, without what hangs on it, and below it what is different, by kind and name."""

    def __init__(self, desk: Desk, parent=None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found = Comparison(Plan.of(()), {}, {}, 0)
        self._hanging: dict[str, int] = {}

    def show_comparison(self, found: Comparison) -> None:
        """Begin anew with what was found."""
        self._found, self._hanging = found, found.hanging()
        gone = ((self._place(_GONE, found.gone[id]), id) for id in self._hanging)
        altered = ((self._place(_ALTERED, record), id) for id, record in found.altered.items())
        self.show_all((*gone, *altered))

    def section_word(self, section: int) -> str:
        if section == _GONE:
            return self._desk.say(_("Not in the plan now ({count})", count=len(self._hanging)))
        return self._desk.say(_("Different now ({count})", count=len(self._found.altered)))

    def row_words(self, id: str) -> RowWords:
        say, record = self._desk.say, self._record(id)
        kind = say(type(record).one)
        name = name_of(record, self._found.earlier.find, self._desk.language)
        if id in self._hanging:
            with_it = self._hanging[id]
            more = say(_n("with {count} that hangs on it", "with {count} that hang on it", with_it)) if with_it else ""
        else:
            more = self._fields(record)
        return RowWords(name, words=tuple(filter(None, (kind, more))))

    def _record(self, id: str) -> Record:
        return self._found.gone.get(id) or self._found.altered[id]

    def _fields(self, record: Record) -> str:
        now = self._desk.plan.find(record.id)
        labels = [self._desk.say(label) for label in fields_between(record, now)] if now else []
        return ", ".join(labels[:_MOST_FIELDS]) + (" …" if len(labels) > _MOST_FIELDS else "")

    def _place(self, section: int, record: Record) -> Order:
        name = name_of(record, self._found.earlier.find, self._desk.language).casefold()
        return (section, 1, _KINDS[record.table], f"{name}\0{record.id}".encode())


def ids_of(indexes: Sequence[QModelIndex]) -> list[str]:
    """The records of rows, in their order."""
    return [id for index in sorted(indexes, key=QModelIndex.row) if (id := index.data(RECORD))]
