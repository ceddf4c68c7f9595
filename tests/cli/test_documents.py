from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from leaderplan.domain import edits
from leaderplan.domain.records import Evidence
from leaderplan.store import Workspace
from tests.commandline import done, leaderplan, objects, refused

STORY = {
    "title": "Permits in an hour",
    "situation": "Residents waited nine days for a permit.",
    "action": "I sat at the front desk for a week and struck out four of six steps.",
    "result": "A permit now takes an hour.",
    "ended": "2025-09",
}


@pytest.fixture
def story(plan: Path) -> str:
    """The id of the one achievement of the plan."""
    done("put", "profile", "-", stdin=objects({"name": "Ann Price", "current_role": "Head of IT"}))
    return str(done("put", "achievement", "-", "--json", stdin=objects(STORY)).json["records"][0]["id"])


def text_of(file: Path) -> str:
    """The words of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_a_portfolio_is_printed_and_said_with_its_pages_and_digest(story: str, tmp_path: Path) -> None:
    file = tmp_path / "p.pdf"
    said = done("document", "portfolio", "-o", file, "--select", story, "--json").json
    data = file.read_bytes()
    assert said == {
        "file": str(file),
        "pages": len(PdfReader(BytesIO(data)).pages),
        "sha256": hashlib.sha256(data).hexdigest(),
        "left_out": [],
        "troubles": [],
        "unprintable": [],
    }
    assert "A permit now takes an hour." in text_of(file)
    lines = done("document", "portfolio", "-o", file, "--select", story[-8:]).out
    assert said["sha256"] in lines and f"{said['pages']} pages" in lines
    assert file.read_bytes() == data


def test_what_cannot_be_printed_and_what_was_left_out_is_said(plan: Path, tmp_path: Path) -> None:
    rows = (STORY | {"task": "\U00012000 and \U0001f9ff"}, {"title": "Secret", "situation": "x", "private": True})
    ids = [row["id"] for row in done("put", "achievement", "-", "--json", stdin=objects(*rows)).json["records"]]
    select = [word for id in ids for word in ("--select", id)]
    said = done("document", "portfolio", "-o", tmp_path / "p.pdf", *select, "--json").json
    assert said["left_out"] == ["Secret is private and stays out."]
    lines = done("document", "portfolio", "-o", tmp_path / "p.pdf", *select).out
    assert "Secret is private and stays out." in lines
    for sign in said["unprintable"]:
        assert f"U+{ord(sign[0]):04X}" in lines
    printed = text_of(tmp_path / "p.pdf")
    assert all(sign in said["unprintable"] or sign in printed for sign in "\U00012000\U0001f9ff")


def test_a_file_that_is_missing_is_said_and_the_document_is_made(story: str, plan: Path, tmp_path: Path) -> None:
    with Workspace.open(plan) as workspace:
        letter = workspace.blobs.keep(b"Dear", "letter.pdf")
        workspace.commit(edits.add(Evidence(id="letter-1", title="Letter", supports=(story,), attachment=letter)))
    (plan / "attachments" / letter.sha256).unlink()
    said = done("document", "portfolio", "-o", tmp_path / "p.pdf", "--select", story, "--json").json
    assert said["troubles"] == ["Evidence E1: The file letter.pdf is missing."]
    assert said["troubles"][0] in done("document", "portfolio", "-o", tmp_path / "p.pdf", "--select", story).out
    assert "Letter" in text_of(tmp_path / "p.pdf")


def test_the_page_and_the_name_may_be_chosen(story: str, tmp_path: Path) -> None:
    file = tmp_path / "p.pdf"
    done("document", "portfolio", "-o", file, "--page", "letter", "--anonymous")
    assert tuple(PdfReader(file).pages[0].mediabox[2:]) == (612, 792)
    assert "Ann Price" not in text_of(file)


def test_a_bar_is_drawn_on_a_terminal_only_where_work_is_long(story: str, tmp_path: Path) -> None:
    said = leaderplan("document", "portfolio", "-o", tmp_path / "p.pdf", terminal=True)
    assert said.status == 0
    assert "Printing" in said.err or said.err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cv", "-o", "p.pdf"], "portfolio"),
        (["portfolio", "-o", "p.docx"], "p.docx does not end in .pdf"),
        (["portfolio", "-o", "p"], "does not end in .pdf"),
        (["portfolio", "-o", "nowhere/p.pdf"], "nowhere/p.pdf cannot be written"),
        (["portfolio", "-o", "folder.pdf"], "folder.pdf cannot be written"),
        (["portfolio", "-o", "p.pdf", "--select", "abcdefgh"], "abcdefgh"),
        (["portfolio", "-o", "p.pdf", "--record", "abcdefgh"], "portfolio is about no single record"),
        (["review-report", "-o", "p.pdf", "--select", "abcdefgh"], "review-report is about one record"),
        (["review-report", "-o", "p.pdf", "--record", "abcdefgh"], "abcdefgh"),
    ],
)
def test_what_cannot_be_printed_so_is_said(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.pdf").mkdir()
    assert said in refused("document", *words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf", "home"]


def test_a_review_report_tells_of_the_round_that_was_named_or_last_answered(sample: Path, tmp_path: Path) -> None:
    rounds = {row["title"]: row["id"] for row in done("list", "round", "--json").json}
    file = tmp_path / "r.pdf"
    done("document", "review-report", "-o", file)
    newest = text_of(file)
    assert "Karl Weiss" not in newest
    done("document", "review-report", "-o", file, "--record", rounds["Nadia Khan, round 2"])
    assert text_of(file) == newest
    assert "“Parking appeals without a form” is not in the plan any more." in text_of(file)
    first = done("document", "review-report", "-o", file, "--record", rounds["Nadia Khan, round 1"][-8:], "--json").json
    again = done("document", "review-report", "-o", file, "--record", rounds["Nadia Khan, round 1"], "--json").json
    assert first == again
    story = done("list", "achievement", "--json").json[0]["id"]
    assert "is no round of review" in refused("document", "review-report", "-o", file, "--record", story)


def test_a_plan_without_a_round_prints_what_to_do_first(plan: Path, tmp_path: Path) -> None:
    done("document", "review-report", "-o", tmp_path / "r.pdf")
    assert "Send a part of the plan" in text_of(tmp_path / "r.pdf")


def test_the_layouts_are_listed() -> None:
    rows = done("layouts", "--json").json
    assert {"layout": "portfolio", "title": "Promotion portfolio", "pages": ["A4", "Letter"]} in rows
    assert all(row["layout"] in done("layouts").out for row in rows)
