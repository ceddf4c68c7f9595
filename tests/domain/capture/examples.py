"""Reads the examples of quick capture and says in what an understanding differs from its example."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from leaderplan.domain.capture import KnownPerson, MeasureFound, Understood, understand

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Example:
    """One line with what should be understood from it."""

    wanted: Mapping[str, Any]
    today: date
    people: tuple[KnownPerson, ...]

    @property
    def line(self) -> str:
        return str(self.wanted["line"])

    def understood(self) -> Understood:
        return understand(self.line, self.today, self.people)

    def differences(self) -> dict[str, tuple[object, object]]:
        """Wanted and found, by part, where they differ. What an example does not name must not be found."""
        found = self.understood()
        wanted = self.wanted
        pairs: dict[str, tuple[object, object]] = {
            "title": (wanted["title"], found.title),
            "date": (wanted.get("date", ""), str(found.ended or "")),
            "started": (wanted.get("started", ""), str(found.started or "")),
            "ended": (wanted.get("ended", wanted.get("date", "")), str(found.ended or "")),
            "people": (wanted.get("people", []), [person.words for person in found.people]),
            "mode": (wanted.get("mode"), found.mode),
            "tags": (wanted.get("tags", []), list(found.tags)),
            "measures": (
                [_measure(one) for one in wanted.get("measures", [])],
                [_plain(one) for one in found.measures],
            ),
            "also_possible": (wanted.get("also_possible", []), _also_possible(found)),
            "stays": ([], [words for words in wanted.get("stays", []) if words not in found.title]),
        }
        for part in ("ahead", "notes", "mentioned", "doubt", "hint"):
            if part in wanted:
                pairs[part] = (wanted[part], _extra(part, found))
        return {part: pair for part, pair in pairs.items() if pair[0] != pair[1]}


def load(name: str) -> list[Example]:
    """The examples in a file beside this module."""
    content = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    today = date.fromisoformat(content["meta"]["today"])
    people = tuple(KnownPerson(f"id of {known}", known) for known in content["meta"]["people_in_plan"])
    return [Example(wanted, today, people) for wanted in content["capture"]]


def _measure(wanted: Mapping[str, Any]) -> dict[str, object]:
    return {"before": None, "after": None, "change": None, "unit": "", "better": ""} | dict(wanted)


def _plain(found: MeasureFound) -> dict[str, object]:
    return {part: getattr(found, part) for part in ("before", "after", "change", "unit", "better", "name")}


def _also_possible(found: Understood) -> list[str]:
    return [str(when) for piece in found.pieces if piece.kind == "date" for when in piece.also_possible]


def _extra(part: str, found: Understood) -> object:
    if part == "notes":
        return [str(note) for note in found.notes]
    if part == "mentioned":
        return [person.words for person in found.mentioned]
    if part == "doubt":
        return any(piece.doubt for piece in found.pieces)
    value: object = getattr(found, part)
    return value
