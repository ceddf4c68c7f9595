"""What is gathered on the way through a JSON Resume: new records, what is known, what is wrong, what is not kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.domain.plan import Plan
from leaderplan.exchange.guard import one_line, shown
from leaderplan.exchange.jsonresume.shape import Part
from leaderplan.exchange.known import Known
from leaderplan.exchange.named import Named
from leaderplan.exchange.problems import Place, Wrong
from leaderplan.exchange.writtendates import is_open, read_date

R = TypeVar("R", bound=Record)

LONGEST_TITLE = 120
"""Characters of a title; what is longer keeps its words in the story."""

_BULLET = re.compile(r"[-*•–·]\s+")
_BARE_ADDRESS = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


@dataclass(slots=True)
class Taking:
    """One file on its way into one plan."""

    plan: Plan
    new_id: Callable[[], str]
    named: Named
    known: Known
    records: list[Record] = field(default_factory=list)
    already: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)

    def take(self, record: R, path: str) -> R:
        """The record of the plan that is like this one, or this one, which is then new."""
        known = self.known.take(record)
        if isinstance(known, type(record)):
            self.already += 1
            return known
        self.records.append(record)
        self._places[record.id] = path
        return record

    def look_over(self, part: Part, section: str) -> None:
        """Remember what of an object is not kept."""
        for name in part.unread():
            self.unread[shown(f"{section}.{name}")] = None

    def day(self, text: str, path: str) -> PartialDate | None:
        """A date; none where nothing is said, or that it still goes on."""
        if not text.strip() or is_open(text):
            return None
        try:
            return read_date(text)
        except ValueError:
            self.wrong.append(Wrong(path, _("{text} is not a date such as 2025-03-12, 2025-03 or 2025.",
                                            text=shown(text)), len(self.wrong)))  # fmt: skip
            return None

    def address(self, text: str, path: str) -> str:
        """An address of the web; what is none is left out and noted."""
        line = one_line(text)
        if not line or _ADDRESS.fullmatch(line):
            return line
        if _BARE_ADDRESS.fullmatch(line):
            return f"https://{line}"
        self.notes.append(_("{path} is no address of the web and is left out: {text}.", path=path, text=shown(line)))
        return ""

    def place(self, id: str, _name: str) -> Place:
        """Where in the file a record stands."""
        return self._places.get(id, "basics"), len(self.wrong)


def titled(text: str) -> tuple[str, str]:
    """A title, and the whole text where it is longer than a title or has several lines."""
    bare = _BULLET.sub("", text.strip(), count=1) if _BULLET.match(text.strip()) else text.strip()
    line = one_line(bare)
    if len(line) <= LONGEST_TITLE:
        return line, ""
    start = line[:LONGEST_TITLE]
    sentence = re.match(r".{20,}?[.;!?](?=\s)", start)
    short = (
        sentence[0].rstrip(".;") if sentence else start[: start.rfind(" ") if " " in start else -1].rstrip(",") + "…"
    )
    return short, bare
