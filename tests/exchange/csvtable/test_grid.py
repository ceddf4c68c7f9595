from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderplan.errors import UserError
from leaderplan.exchange.csvtable.grid import DELIMITERS, Row, grid_of


def cells(data: bytes) -> list[list[str]]:
    grid = grid_of(data, "x.csv")
    return [grid.header, *(row.cells for row in grid.rows)]


@pytest.mark.parametrize("sign", DELIMITERS)
def test_whatever_sign_parts_the_columns_is_found(sign: str) -> None:
    text = f'Date{sign}What\n2025{sign}"Cut it, then; told\tit | twice"\n2024{sign}x\n'
    assert cells(text.encode()) == [["Date", "What"], ["2025", "Cut it, then; told\tit | twice"], ["2024", "x"]]


def test_one_column_of_prose_is_one_column() -> None:
    assert cells(b"What\nCut claims, then told it\nMoved, merged, closed\n")[1] == ["Cut claims, then told it"]


def test_a_spreadsheet_may_name_its_sign_in_the_first_line() -> None:
    assert cells(b"sep=;\r\nA;B\r\n1,5;2\r\n") == [["A", "B"], ["1,5", "2"]]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    grid = grid_of(b'A,B\r\n"two\r\nlines",2\r\n\r\n,\r\n3,4\r\n', "x")
    assert list(grid.rows) == [Row(2, ["two\r\nlines", "2"]), Row(5, ["3", "4"])]


@pytest.mark.parametrize("text", ["=1+1", "+44 29", "-5", "@ann", "\tx"])
def test_the_apostrophe_that_guards_a_formula_is_taken_off(text: str) -> None:
    assert cells(f'A,B\n"\'{text}",2\n'.encode())[1][0] == text
    assert cells(f'A,B\n"{text}",2\n'.encode())[1][0] == text


def test_any_other_apostrophe_stays() -> None:
    assert cells(b"A,B\n'tis,'\n")[1] == ["'tis", "'"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\n \n", "holds no table"),
        (b",".join([b"a"] * 201), "more than 200 columns"),
        (b"A,B\n" + b"1,2\n" * 100_001, "more than 100000 rows"),
        (b'A,B\n"1' + b"x" * 140_000 + b"\n", "cell of more than 131072 characters, from row 2 on"),
    ],
)
def test_limits_are_told_before_any_row_is_taken(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        grid_of(data, "x.csv")


def test_tables_up_to_the_limits_are_read() -> None:
    assert len(cells(b",".join([b"a"] * 200))[0]) == 200
    assert len(cells(b"A,B\n" + b"1,2\n" * 100_000)) == 100_001


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(UserError):
        assert all(isinstance(cell, str) for row in cells(data) for cell in row)
