"""What every reader of files looks like, so that a command and a window can offer them all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from leaderplan.domain.changes import Imported
from leaderplan.domain.messages import Message
from leaderplan.domain.plan import Plan

NO_MAPPING: Mapping[str, str] = MappingProxyType({})


class Read(Protocol):
    """Turns the bytes of a file into an edit; never stores anything, never removes anything."""

    def __call__(
        self,
        data: bytes,
        name: str,
        plan: Plan,
        *,
        today: date,
        new_id: Callable[[], str],
        mapping: Mapping[str, str] = NO_MAPPING,
        into: str | None = None,
    ) -> Imported:
        """What the file called ``name`` would change in ``plan``.

        ``mapping`` names the field for a column (an empty field leaves the column out), ``into`` the table, where the
        format has tables. Raises UserError for whatever keeps the file out; then nothing of it is taken.
        """


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that can be read: ``name`` is what a command calls it, ``suffixes`` are lower case with their dot."""

    name: str
    title: Message
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes, str], bool]
    read: Read
