"""Which table or index each page of a database belongs to; https://www.sqlite.org/fileformat.html is the source."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def owners(file: Path) -> list[str]:
    """The name of the b-tree of each page, counted from 0; ``free`` or ``overflow`` where it is of none."""
    data = file.read_bytes()
    size = int.from_bytes(data[16:18])
    found = ["free or overflow"] * (len(data) // size)
    with closing(sqlite3.connect(file)) as db:
        roots = [("schema", 1), *db.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0")]
    for name, root in roots:
        for page in _pages(data, size, root):
            found[page - 1] = name
    return found


def _pages(data: bytes, size: int, root: int) -> list[int]:
    """A page of a b-tree and those under it."""
    page = data[(root - 1) * size : root * size]
    start = 100 if root == 1 else 0
    if page[start] not in (2, 5):  # no interior page
        return [root]
    cells = int.from_bytes(page[start + 3 : start + 5])
    places = [int.from_bytes(page[at : at + 2]) for at in range(start + 12, start + 12 + 2 * cells, 2)]
    children = [int.from_bytes(page[place : place + 4]) for place in places]
    children.append(int.from_bytes(page[start + 8 : start + 12]))
    return [root, *(below for child in children for below in _pages(data, size, child))]
