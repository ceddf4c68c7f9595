"""The backups as a list, newest first, under the words of their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _n
from leaderplan.store.snapshot import Snapshot
from leaderplan.ui.days import day_words, local_day, time_words
from leaderplan.ui.models.grouped import GroupedModel, Order, newest_first
from leaderplan.ui.pages.settings.backups.wording import REASONS
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.rows import RowWords


class SnapshotModel(GroupedModel):
    """A row for each, known by the name of its file."""

    def __init__(self, language: Language, parent=None) -> None:
        super().__init__(parent)
        self._language = language
        self._today = date.min
        self._snapshots: dict[str, Snapshot] = {}

    def show_snapshots(self, snapshots: Sequence[Snapshot], today: date) -> None:
        """Begin anew with these."""
        self._today = today
        self._snapshots = {each.file.name: each for each in snapshots}
        self.show_all((_order(each), name) for name, each in self._snapshots.items())

    def snapshot(self, name: str) -> Snapshot | None:
        """The one with this name."""
        return self._snapshots.get(name)

    def section_word(self, section: int) -> str:
        return day_words(date.fromordinal(-section), self._today, self._language)

    def row_words(self, id: str) -> RowWords:
        found, language = self._snapshots[id], self._language
        records = language.say(_n("{count} record", "{count} records", sum(found.records.values())))
        reason = language.say(REASONS[found.reason])
        return RowWords(time_words(found.at), words=(reason, records, size_words(found.size, language)))


def _order(snapshot: Snapshot) -> Order:
    """Of several within a second the one with a number is newer, so the longer name."""
    name = snapshot.file.name
    return (
        -local_day(snapshot.at).toordinal(),
        1,
        -int(snapshot.at.timestamp()),
        newest_first(f"{len(name):04} {name}"),
    )
