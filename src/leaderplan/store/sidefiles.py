"""Files that SQLite would take for the plan's own because of their names, though they belong to another database.

A write-ahead log or a journal says nowhere which database it is of. SQLite plays one back into whatever file it lies
beside, as after a sync client or a person has put files of two folders together, and that destroys the file. The
layouts are those of https://www.sqlite.org/fileformat.html, 1.3 (the header) and 3 (the rollback journal).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from leaderplan.store.folder import SET_ASIDE, make_folder, settle

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_HEADER = 100
_NUMBER = 16
"""How far a journal's own header reaches that no other journal has: its magic, its count and a number by chance."""
_ROLLBACK_MODE = b"\x01\x01"
_COUNTER, _APPLICATION = slice(24, 28), slice(68, 72)


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
    kept = _first_page(journal)
    now = _start(file)
    if kept is None or len(now) < _HEADER or _first_page(journal) != kept:
        return []  # another program is at work: each transaction's journal has a number of its own
    kept = kept[_NUMBER:]
    # A transaction counts one further, and its journal keeps the first page as it was before.
    steps = int.from_bytes(now[_COUNTER]) - int.from_bytes(kept[_COUNTER])
    own = steps in (0, 1) and kept[_APPLICATION] == now[_APPLICATION] and kept[16:18] == now[16:18]
    return [] if own else [journal]


def _start(file: Path) -> bytes:
    if not file.is_file():
        return b""
    with file.open("rb") as stream:
        return stream.read(_HEADER)


def _first_page(journal: Path) -> bytes | None:
    """What tells a journal from others, and the beginning of the first page as it keeps it.

    None where it keeps none, or SQLite would not heed it.
    """
    with journal.open("rb") as stream:
        header = stream.read(28)
        if not header.startswith(_JOURNAL) or len(header) < 28:
            return None
        count, sector, page = (int.from_bytes(header[place : place + 4]) for place in (8, 20, 24))
        if sector < 32 or page < 512:
            return None
        for number in range(count):
            stream.seek(sector + number * (page + 8))
            record = stream.read(4 + _HEADER)
            if len(record) < 4 + _HEADER:
                return None
            if int.from_bytes(record[:4]) == 1:
                return header[:_NUMBER] + record[4:]
    return None
