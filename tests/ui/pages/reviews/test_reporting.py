"""The report on a round, by its button and by Ctrl+E."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.reporting import Reporting
from tests.ui.pages.reviews.conftest import OpenPage, idle, row_saying, window_of


def asked(monkeypatch: pytest.MonkeyPatch, chosen: str) -> list[str]:
    """Answers the question for a file with what was ``chosen``; what it offered."""
    offered: list[str] = []

    def answer(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def text_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(file).pages)


def test_the_report_holds_what_was_said_and_what_became_of_it(
    page: Reviews, desk: Desk, qtbot, tmp_path: Path, toasts: list[str], monkeypatch
) -> None:
    row_saying(page, "impatient").right.buttons[Act.DONE].click()
    offered = asked(monkeypatch, str(tmp_path / "report"))
    page.side.round.head.report.click()
    idle(desk, qtbot)
    assert offered == ["Nadia Khan, round 1 – report.pdf"]
    said = text_of(tmp_path / "report.pdf")
    assert "Nadia Khan" in said and "impatient" in said and "Done." in said
    assert "report.pdf" in toasts[-1]


def test_ctrl_e_writes_it_too(page: Reviews, desk: Desk, qtbot, tmp_path: Path, monkeypatch) -> None:
    asked(monkeypatch, str(tmp_path / "r.pdf"))
    qtbot.keyClick(window_of(page), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    idle(desk, qtbot)
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_a_question_that_is_not_answered_writes_nothing(
    page: Reviews, desk: Desk, qtbot, tmp_path: Path, monkeypatch
) -> None:
    asked(monkeypatch, "")
    page.side.round.head.report.click()
    idle(desk, qtbot)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_place_that_cannot_be_written_is_told(
    page: Reviews, desk: Desk, qtbot, tmp_path: Path, toasts: list[str], monkeypatch
) -> None:
    asked(monkeypatch, str(tmp_path / "nowhere" / "r.pdf"))
    page.side.round.head.report.click()
    idle(desk, qtbot)
    assert "cannot be written" in toasts[-1]


def test_without_a_round_there_is_nothing_to_report(open_page: OpenPage) -> None:
    page = open_page()
    assert isinstance(page.reporting, Reporting)
    assert page.export is not None
    assert not page.export.enabled
