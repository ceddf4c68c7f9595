"""Choosing the record to which a comment belongs now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from leaderplan.domain.fields import Record, specs
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Comment,
    CommentKind,
    Competency,
    Round,
    StrayAnswer,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.palette import Entry, Palette
from leaderplan.ui.naming import name_of
from leaderplan.ui.place import Place
from leaderplan.ui.where import icon_of

_STORIES = (Achievement, Collaboration)
_NEVER = (Round, Comment, StrayAnswer)


class PlaceChooser(Palette):
    """As the palette, of records alone; ``chosen`` is called with the one that was taken."""

    title: ClassVar[Message] = _("Where does this comment belong?")

    def __init__(self, desk: Desk, window: QWidget, comment: Comment, chosen: Callable[[Record], object]) -> None:
        self._kind, self._chosen = comment.kind, chosen
        first = (Competency,) if comment.kind is CommentKind.RATING else _STORIES
        records = [record for kind in first for record in desk.plan.all(kind)]
        entries = [Entry(name_of(record, desk.plan.find, desk.language), "", icon_of(record.table), "",
                         partial(chosen, record)) for record in records]  # fmt: skip
        super().__init__(desk, window, sorted(entries, key=lambda entry: entry.words.casefold()))

    def offers(self, record: Record) -> bool:
        """What is not offered by name already and may be read by a mentor."""
        if self._kind in (CommentKind.RATING, CommentKind.TESTIMONIAL) or isinstance(record, (*_STORIES, *_NEVER)):
            return False
        return any(spec.shared for spec in specs(type(record)).values())

    def take(self, record: Record, _place: Place) -> None:
        """Give the comment to it."""
        self._chosen(record)
