"""What lies where in an archive, and how large it may be. docs/formats/archive.md says the same in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from leaderplan.domain.records import RECORDS

Tables = Mapping[str, Iterable[Mapping[str, Any]]]
"""Rows by table: records as ``domain/plain.py:to_plain`` gives them, and the columns of step, change and draft."""
Progress = Callable[[int, int], None]
"""Told (done, of all) in bytes; may raise Cancelled."""

SUFFIX = ".leaderplan"
MIME = "application/vnd.leaderplan.archive"
MANIFEST = "manifest.json"

ENTRY_OF: Mapping[str, str] = MappingProxyType({
    **{record_type.table: f"records/{record_type.table}.jsonl" for record_type in RECORDS},
    "step": "history/step.jsonl",
    "change": "history/change.jsonl",
    "draft": "drafts/draft.jsonl",
})  # fmt: skip
"""The entry of each table, in the order in which they are written; one that was renamed keeps its old entry too."""

MOST_ENTRIES = 100_000
LARGEST_MANIFEST = 32_000_000
"""Bytes: 100,000 entries take 20 million."""
LONGEST_LINE = 16_000_000
"""Bytes of one row. A record of today takes 4 MB at the very most, but what is kept as a draft has no limit."""
MOST_JSON = 1_000_000_000
"""Bytes of all rows together."""
MOST_ROWS = 2_000_000
"""Rows of all tables together."""
LARGEST_ATTACHMENT = 2_000_000_000
"""Bytes of one attachment."""
PIECE = 1 << 19
"""Bytes that are read or written at once."""

_ATTACHMENT = re.compile(r"attachments/([0-9a-f]{64})", re.ASCII)


def attachment_entry(sha256: str) -> str:
    """The entry that holds the bytes with this digest."""
    return f"attachments/{sha256}"


def attachment_of(entry: str) -> str | None:
    """The digest that an entry is named for; None for one that holds no attachment."""
    found = _ATTACHMENT.fullmatch(entry)
    return found[1] if found else None
