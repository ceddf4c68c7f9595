"""Rows and cells: which sign parts the columns, quotation marks, limits, and what spreadsheets add to a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.exchange.guard import lines_of, shown

MOST_ROWS = 100_000
MOST_COLUMNS = 200
DELIMITERS = (",", ";", "\t", "|")

_SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_LOOKED_AT = 20
_NO_SIGN = "\x1f"


class Row(NamedTuple):
    """One row as a spreadsheet counts them: the header is row 1."""

    number: int
    cells: list[str]


class Grid(NamedTuple):
    """A header and the rows below it, read as they are asked for."""

    header: list[str]
    rows: Iterator[Row]


def grid_of(data: bytes, name: str) -> Grid:
    """The table in a text file; raises UserError, also on the way through the rows, for what is none."""
    start = list(islice(lines_of(data, name), _LOOKED_AT * 5))
    told = _SEP.fullmatch(start[0]) if start else None
    first, delimiter = (1, told[1]) if told else (0, _delimiter(start))
    for _row in _rows(islice(lines_of(data, name), first, None), delimiter, name):
        pass  # every limit is looked at before any row is taken for a record
    rows = _rows(islice(lines_of(data, name), first, None), delimiter, name)
    header = next(rows, None)
    if header is None:
        raise UserError(_("{name} holds no table.", name=shown(name)), _("Its first line must name the columns."))
    return Grid(
        [cell.strip() for cell in header.cells], (Row(row.number, [*map(_unguarded, row.cells)]) for row in rows)
    )


def _delimiter(lines: list[str]) -> str:
    """The sign that parts the first rows most evenly into the most columns; one that never comes for one column."""
    evenness, sign = max((_evenness(lines, sign), sign) for sign in DELIMITERS)
    return sign if evenness[1] else _NO_SIGN


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    try:
        widths = [len(row) for row in islice(csv.reader(lines, delimiter=delimiter), _LOOKED_AT) if any(row)]
    except csv.Error:
        return (0, 0)
    if not widths or widths[0] == 1:
        return (0, 0)
    return (sum(width == widths[0] for width in widths) * 100 // len(widths) // 10, widths[0])


def _rows(lines: Iterable[str], delimiter: str, name: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell beyond csv.field_size_limit(): a quotation mark that is never closed
            raise UserError(
                _("{name} has a cell of more than {most} characters, from row {row} on.",
                  name=shown(name), most=csv.field_size_limit(), row=number + 1),
                _("Look for a quotation mark that is not closed there."),
            ) from None  # fmt: skip
        number += 1
        if len(cells) > MOST_COLUMNS:
            raise UserError(
                _("{name} has more than {most} columns.", name=shown(name), most=MOST_COLUMNS),
                _("Take out the columns that are not needed."),
            )
        if number > MOST_ROWS + 1:
            raise UserError(
                _("{name} has more than {most} rows.", name=shown(name), most=MOST_ROWS),
                _("Split it into smaller files."),
            )
        if any(cell and not cell.isspace() for cell in cells):
            yield Row(number, cells)


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking text for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") and len(cell) > 1 else cell
