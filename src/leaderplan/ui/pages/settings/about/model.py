"""The works as a list: the program first, then what it is made with, then what a bundle took from its system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.licences import Work
from leaderplan.ui.models.grouped import GroupedModel
from leaderplan.ui.widgets.rows import RowWords

_SECTIONS: Final[tuple[Message, ...]] = (
    _("This program"),
    _("What it is made with"),
    _("What it took from the system it was built on"),
)


class WorkModel(GroupedModel):
    """A row for each, known by its number."""

    def __init__(self, language: Language, parent=None) -> None:
        super().__init__(parent)
        self._language = language
        self._works: dict[str, Work] = {}

    def show_works(self, works: Sequence[Work]) -> None:
        """Begin anew with these."""
        self._works = {str(number): work for number, work in enumerate(works)}
        self.show_all(((_section(id, work), 1, int(id), b""), id) for id, work in self._works.items())

    def work(self, id: str) -> Work | None:
        """The one with this number."""
        return self._works.get(id)

    def section_word(self, section: int) -> str:
        return self._language.say(_SECTIONS[section])

    def row_words(self, id: str) -> RowWords:
        work = self._works[id]
        return RowWords(work.name, words=tuple(each for each in (work.licence, work.purpose) if each))


def _section(id: str, work: Work) -> int:
    if id == "0":
        return 0
    return 1 if work.licence else 2
