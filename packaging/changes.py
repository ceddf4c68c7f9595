"""What CHANGELOG.md says of each version, as values, and the day that stands in everything that is made from it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from facts import ROOT

COMING: Final = "Not yet released"
"""The heading above what the next version will bring."""
_HEADING = re.compile(r"(\d+(?:\.\d+)+) \((\d{4}-\d\d-\d\d)\)")
_MARKS = re.compile(r"(?<!\w)[*_`]+(?=\S)|(?<=\S)[*_`]+(?!\w)|\[([^]]+)\]\([^)]+\)")


class Unclear(Exception):
    """A heading of CHANGELOG.md that is neither the coming version nor ``0.1.0 (2026-03-12)``."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version, its day, and what is new in it, each point as plain text; what is to come has no day of its own."""

    version: str
    day: date | None
    points: tuple[str, ...]


def releases(version: str, text: str | None = None) -> tuple[Release, ...]:
    """What CHANGELOG.md tells, newest first; the coming points belong to ``version`` unless it was released already."""
    _top, *sections = re.split(r"^## ", text if text is not None else _changelog(), flags=re.MULTILINE)
    told = [_release(section, version) for section in sections]
    dated = {release.version for release in told if release.day}
    return tuple(release for release in told if release.day or release.version not in dated)


def day(version: str, text: str | None = None, environment: Mapping[str, str] = os.environ) -> date:
    """The day of ``version``: its release, else that of SOURCE_DATE_EPOCH, else the first day of computers' time.

    Never today, so that the same source always makes the same bytes.
    """
    for release in releases(version, text):
        if release.version == version and release.day:
            return release.day
    return datetime.fromtimestamp(int(environment.get("SOURCE_DATE_EPOCH") or 0), UTC).date()


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def _release(section: str, coming: str) -> Release:
    heading, _line, body = section.partition("\n")
    points = tuple(_plain(point) for point in re.split(r"^- ", body, flags=re.MULTILINE)[1:])
    if heading.strip() == COMING:
        return Release(coming, None, points)
    found = _HEADING.fullmatch(heading.strip())
    if not found:
        raise Unclear(f"CHANGELOG.md: “{heading}” is neither “{COMING}” nor a version with its day in brackets.")
    return Release(found[1], date.fromisoformat(found[2]), points)


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(lambda mark: mark[1] or "", text).split())
