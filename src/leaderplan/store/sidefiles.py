"""Files that SQLite would take for the plan's own because of their names, though they belong to another database.

A write-ahead log or a journal says nowhere which database it is of. SQLite plays one back into whatever file it lies
beside, as after a sync client or a person has put files of two folders together, and that destroys the file. The
layouts are those of https://www.sqlite.org/fileformat.html, 1.3 (the header) and 3 (the rollback journal).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from leaderplan.store.folder import SET_ASIDE, make_folder, settle

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_HEADER = 28
_LENGTH = 100
_ROLLBACK_MODE = b"\x01\x01"
_SIZE, _COUNTER, _PAGES, _APPLICATION = slice(16, 18), slice(24, 28), slice(28, 32), slice(68, 72)


class _Kept(NamedTuple):
    """What a journal says: its number by chance, how many pages there were, their size, how the first one began.

    The first page is None where the transaction has not come to it.
    """

    number: bytes
    pages: int
    size: bytes
    first: bytes | None


def set_aside_foreign(file: Path, at: datetime) -> None:
    """Move what is not the plan's out of SQLite's sight, into ``set-aside``; raises OSError.

    Plans are never in write-ahead mode, so a log is theirs only where another program has put the file into it.
    """
    found = [*_logs(file), *_journals(file)]
    if not found:
        return
    place = file.parent / SET_ASIDE / f"{at:%Y%m%dT%H%M%S.%fZ}"
    make_folder(place)
    for one in found:
        one.replace(place / one.name)
    settle(place)
    settle(file.parent)


def _logs(file: Path) -> list[Path]:
    names = [file.with_name(f"{file.name}{suffix}") for suffix in ("-wal", "-shm")]
    beside = [one for one in names if one.is_file()]
    return beside if beside and _start(file)[18:20] == _ROLLBACK_MODE else []


def _journals(file: Path) -> list[Path]:
    journal = file.with_name(f"{file.name}-journal")
    if not (journal.is_file() and journal.stat().st_size):
        return []
    kept = _kept_in(journal)
    now = _start(file)
    if kept is None or len(now) < _LENGTH or _kept_in(journal) != kept:
        return []  # another program is at work: each transaction's journal has a number of its own
    if kept.first is None:  # the first page of the file is as it was before
        own = kept.pages == int.from_bytes(now[_PAGES])
    else:  # a transaction counts one further
        steps = int.from_bytes(now[_COUNTER]) - int.from_bytes(kept.first[_COUNTER])
        own = steps in (0, 1) and kept.first[_APPLICATION] == now[_APPLICATION]
    return [] if own and kept.size == now[_SIZE] else [journal]


def _start(file: Path) -> bytes:
    if not file.is_file():
        return b""
    with file.open("rb") as stream:
        return stream.read(_LENGTH)


def _kept_in(journal: Path) -> _Kept | None:
    """What a journal says; None where SQLite would not heed it."""
    with journal.open("rb") as stream:
        start = stream.read(_HEADER)
        if not start.startswith(_JOURNAL) or len(start) < _HEADER:
            return None
        sector, page = int.from_bytes(start[20:24]), int.from_bytes(start[24:28])
        if sector < 32 or page < 512:
            return None
        kept = _Kept(start[12:16], int.from_bytes(start[16:20]), start[26:28], None)
        place = 0
        while start.startswith(_JOURNAL):  # a large transaction has several parts, each with a header
            count = int.from_bytes(start[8:12])
            for number in range(count):
                stream.seek(place + sector + number * (page + 8))
                record = stream.read(4 + _LENGTH)
                if len(record) < 4 + _LENGTH:
                    return kept
                if int.from_bytes(record[:4]) == 1:
                    return kept._replace(first=record[4:])
            end = place + sector + count * (page + 8)
            place = max(-(-end // sector) * sector, place + sector)
            stream.seek(place)
            start = stream.read(_HEADER)
        return kept
