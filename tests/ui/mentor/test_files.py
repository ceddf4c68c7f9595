"""Files of evidence that came with a review."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from leaderplan.domain.records import Evidence
from leaderplan.ui.mentor.files import FilePart
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.text import PlainLabel
from tests.ui.mentor.conftest import row_of


@pytest.fixture
def parts(window: MentorWindow, qtbot) -> dict[str, FilePart]:
    """Of the evidence, by the name of its file."""
    row_of(window, "action")
    assert window.desk is not None
    document = window.desk.document

    def found() -> dict[str, FilePart]:
        return {
            next(label.text() for label in part.findChildren(PlainLabel)): part
            for part in document.parts
            if isinstance(part, FilePart)
        }

    qtbot.waitUntil(lambda: len(found()) == 2)
    return found()


def press(part: FilePart, words: str) -> None:
    [button] = [each for each in part.findChildren(Button) if each.text() == words]
    button.click()


def test_a_harmless_file_is_opened_as_a_copy(parts, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    press(parts["letter.pdf"], "Open")
    [url] = opened
    assert Path(url.toLocalFile()).read_bytes() == b"%PDF-1.7\nDear Rhian"


def test_a_program_that_is_called_like_a_page_is_not_opened(
    window: MentorWindow, parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(str(url)))
    press(parts["cv.pdf"], "Open")
    assert "is not what its name says" in window.toast.text()


def test_any_file_is_saved_as_a_copy(window: MentorWindow, parts, tmp_path: Path) -> None:
    assert window.desk is not None and window.sitting is not None
    evidence = window.sitting.plan.get(Evidence, "letter-02")
    assert evidence is not None and evidence.attachment is not None
    window.desk.files.copy(evidence.attachment, tmp_path / "kept.pdf")
    assert (tmp_path / "kept.pdf").read_bytes() == b"MZ this is no page"
    assert window.toast.text() == f"A copy is in {tmp_path}."
    window.desk.files.copy(evidence.attachment, tmp_path / "kept.pdf" / "no folder" / "x.pdf")
    assert "cannot be written" in window.toast.text()
