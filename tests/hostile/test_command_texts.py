"""Whatever a person types is kept, listed, shown and printed as it was typed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from leaderplan.domain.checks import LONGEST_TEXT
from leaderplan.domain.fields import Kind, specs
from leaderplan.domain.records import BY_TABLE, StrayAnswer
from tests.commandline import done, objects

TEXTS = {
    "ampersand": "R&D &amp; &#60;b&#62;",
    "markup": "<b>bold</b> <i> </para> <a href='x'>",
    "image": '<img src="/etc/hostname"> <img src=x onerror=alert(1)>',
    "template": "{title} {0} {} %s %(x)s $HOME `id` \\n {{x}}",
    "formula": '=HYPERLINK("http://example.org")',
    "quotes": 'Robert\'); DROP TABLE achievement;-- "quoted" ’single’',
    "welsh": "Tŷ Gŵyr, ŵyrion a thŷ'r Cyngor",
    "greek": "Ψηφιακή ηγεσία, άνθρωποι",
    "cyrillic": "Цифровое лидерство, ёж, Ґанок",
    "chinese": "数字化领导力",
    "emoji": "Merci 😀 👩🏽‍💻 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️",
    "combining": "é́̂ n̈ Z͑ͫ",
    "long": "x" * LONGEST_TEXT,
}
FOOT = re.compile(r"page \d+ of \d+")
MIXED = " ".join(text for name, text in TEXTS.items() if name != "long")


def text_fields(table: str) -> dict[str, Kind]:
    """The fields of a table into which a person types words."""
    kinds = (Kind.TEXT, Kind.PROSE, Kind.TAGS)
    return {name: spec.kind for name, spec in specs(BY_TABLE[table]).items() if spec.kind in kinds}


def one_of(table: str) -> str:
    """The id of a record of a table; the sample keeps no answer aside, since nothing in it ever went wrong."""
    if table == StrayAnswer.table:
        file = next(row["attachment"] for row in done("list", "evidence", "--json").json if row["attachment"])
        stray = {"title": "Answer", "attachment": file}
        return str(done("put", table, "-", "--json", stdin=objects(stray)).json["records"][0]["id"])
    return str(done("list", table, "--json").json[0]["id"])


@pytest.mark.parametrize("text", [MIXED, TEXTS["long"]], ids=["mixed", "long"])
@pytest.mark.parametrize("table", [table for table in BY_TABLE if text_fields(table)])
def test_what_is_typed_into_any_field_is_shown_as_it_was_typed(sample: Path, table: str, text: str) -> None:
    id = one_of(table)
    typed: dict[str, Any] = {name: [text] if kind is Kind.TAGS else text for name, kind in text_fields(table).items()}
    done("put", table, "-", stdin=objects({"id": id, **typed}))
    (listed,) = [row for row in done("list", table, "--json").json if row["id"] == id]
    assert {name: listed[name] for name in typed} == typed
    shown = done("show", id, "--json").json
    assert {name: shown[name] for name in typed} == typed
    seen = [name for name in typed if not specs(BY_TABLE[table])[name].inner]
    assert done("show", id).out.count(text) >= len(seen)
    heading = BY_TABLE[table].title_field
    assert (f"{id[-8:]}  {text}\n" in done("list", table).out) is (heading in typed)
    assert done("check", "--json").json["ok"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_goes_through_every_command_unharmed(plan: Path, tmp_path: Path, text: str) -> None:
    story = {"title": text, "situation": text, "action": text, "result": text, "ended": "2025", "tags": [text]}
    (made,) = done("put", "achievement", "-", "--json", stdin=objects(story)).json["records"]
    assert done("search", text[:200], "--json").json[0]["title"] == text
    assert done("list", "achievement", "--where", f"title={text}", "--json").json[0]["id"] == made["id"]
    assert text[:60] in done("history").out
    assert text in done("undo").out or len(text) > 60
    assert text in done("redo").out or len(text) > 60
    done("advise", "--json")
    assert text in done("remove", made["id"]).out
    assert text in done("bin").out
    assert text in done("bin", "restore", made["id"]).out
    (listed,) = done("list", "achievement", "--json").json
    assert listed.items() <= done("show", made["id"], "--json").json.items()
    assert {name: listed[name] for name in story} == story
    file = tmp_path / "p.pdf"
    said = done("document", "portfolio", "-o", file, "--select", made["id"], "--json").json
    assert all(sign in text for sign in said["unprintable"])
    printed, named = words_of(file), "".join(said["unprintable"])
    if named:
        assert all(sign in printed for sign in text if sign.isalnum() and sign not in named)
    else:
        assert "".join(text.split()) in printed


def words_of(file: Path) -> str:
    """What a PDF says between its feet, without the spaces, since a line may end anywhere in a long word."""
    lines = [line for page in PdfReader(file).pages for line in page.extract_text().splitlines()]
    return "".join("".join(line.split()) for line in lines if not FOOT.search(line))


def test_a_line_that_is_captured_keeps_its_signs(plan: Path) -> None:
    text = "Wrote <b>R&D</b> notes for Tŷ Gŵyr in 中文 😀"
    done("add", text)
    assert done("list", "achievement", "--json").json[0]["title"] == text
