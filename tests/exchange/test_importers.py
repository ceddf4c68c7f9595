from __future__ import annotations

from pathlib import Path

import pytest

from leaderplan.errors import UserError
from leaderplan.exchange.importers import IMPORTERS, importer_for

FILES = Path(__file__).parent


def test_every_format_has_a_name_of_its_own_and_its_suffixes() -> None:
    assert {importer.name for importer in IMPORTERS} >= {"framework", "json-resume", "csv", "json"}
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)
    assert all(str(importer.title) and importer.suffixes for importer in IMPORTERS)
    assert all(s.startswith(".") and s == s.lower() for importer in IMPORTERS for s in importer.suffixes)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("jsonresume/files/full-1.0.0.json", "json-resume"),
        ("jsonresume/files/exported-by-php.json", "json-resume"),
        ("csvtable/files/brag-list-excel.csv", "csv"),
        ("csvtable/files/star-utf16.txt", "csv"),
    ],
)
def test_a_file_is_known_by_what_it_holds(path: str, format: str) -> None:
    assert importer_for((FILES / path).read_bytes(), Path(path).name).name == format


def test_objects_are_known_and_a_format_that_was_named_is_taken() -> None:
    assert importer_for(b'[{"title": "x"}]', "x.json").name == "json"
    assert importer_for(b'{"title": "x", "tags": ["work"]}\n', "x.jsonl").name == "json"
    assert importer_for(b"What\nword\n", "notes", "csv").name == "csv"


@pytest.mark.parametrize(
    ("data", "wanted", "said"),
    [
        (b"", None, "x is empty"),
        (b"one word", None, "in none of the formats that can be read"),
        (b"\x89PNG\r\n\x1a\n", None, "in none of the formats that can be read"),
        (b"a,b", "docx", "There is no format docx"),
        (bytes(50_000_001), "csv", "larger than 50 MB"),
    ],
)
def test_what_no_importer_takes_is_refused_with_the_formats_named(data: bytes, wanted: str | None, said: str) -> None:
    with pytest.raises(UserError, match=said):
        importer_for(data, "x", wanted)
