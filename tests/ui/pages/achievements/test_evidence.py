from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.records import Achievement, Evidence, EvidenceKind
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.taking import Dropped, dropped
from leaderplan.ui.pages.achievements.tile import Tile
from leaderplan.ui.widgets.button import Button
from tests.ui.typed import type_into


def evidence(desk, id: str = "claims") -> list[Evidence]:
    found = desk.plan.referring(Evidence, "supports", desk.plan.table(Achievement)[id])
    return [each for each in found if each.id != "thanks"]


def of_urls(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def drop(page, data: QMimeData) -> None:
    action = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(400, 300), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter_of thanks.eml"
    file.write_bytes(b"Subject: Thank you\n\nI had my answer.")
    return file


def test_a_dropped_file_is_kept_beside_the_plan_and_becomes_evidence(desk, page, letter, qtbot) -> None:
    drop(page, of_urls(QUrl.fromLocalFile(str(letter))))
    qtbot.waitUntil(lambda: bool(evidence(desk)))
    [made] = evidence(desk)
    assert (made.title, made.kind, made.on) == ("letter of thanks", EvidenceKind.FILE, PartialDate(2026, 3, 12))
    assert desk.workspace.blobs.read(made.attachment) == letter.read_bytes()
    assert "letter of thanks is evidence now" in page.window().toast.text()
    page.window().toast.undone.emit()
    assert evidence(desk) == []


def test_a_dropped_link_becomes_evidence_with_its_address(desk, page) -> None:
    drop(page, of_urls(QUrl("https://example.org/news/rent-support")))
    [made] = evidence(desk)
    assert (made.url, made.kind) == ("https://example.org/news/rent-support", EvidenceKind.LINK)
    assert made.title == "example.org/news/rent-support"


def test_a_letter_dropped_on_the_empty_page_begins_the_record(desk, open_page, letter, qtbot) -> None:
    page = open_page(filled=False)
    drop(page, of_urls(QUrl.fromLocalFile(str(letter))))
    qtbot.waitUntil(lambda: bool(desk.plan.all(Achievement)))
    [story] = desk.plan.all(Achievement)
    assert story.title == "letter of thanks"
    assert [each.supports for each in desk.plan.all(Evidence)] == [(story.id,)]
    desk.undo()
    assert not desk.plan.all(Achievement)


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_stored(desk, page, tmp_path, qtbot) -> None:
    gone = tmp_path / "gone.pdf"
    page._taking.take_files([str(gone)], "claims")
    qtbot.waitUntil(lambda: "gone.pdf" in page.window().toast.text())
    assert evidence(desk) == []


def test_only_files_and_web_addresses_are_taken(tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("just words")
    link = QMimeData()
    link.setText("https://example.org/a")
    assert not dropped(words)
    assert dropped(link).links == ("https://example.org/a",)
    assert not dropped(
        of_urls(QUrl("javascript:alert(1)"), QUrl("ftp://example.org/x"), QUrl.fromLocalFile(str(tmp_path)))
    )


@pytest.fixture
def opened(monkeypatch) -> list[QUrl]:
    """What the system was asked to open."""
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url))  # type: ignore[func-returns-value]
    return asked


def with_file(desk, data: bytes, name: str) -> Evidence:
    """A piece of evidence with a file."""
    made = Evidence(
        id="filed", title="Filed", kind=EvidenceKind.FILE, supports=("claims",),
        attachment=desk.workspace.blobs.keep(data, name),
    )  # fmt: skip
    desk.commit(edits.add(made), None)
    return made


def buttons(widget: QWidget) -> list[str]:
    return [button.text() for button in widget.findChildren(Button)]


def test_what_could_run_is_only_saved_as_a_copy(desk, page) -> None:
    looking = page.record.evidence._looking
    harmless, program = with_file(desk, b"%PDF-1.7", "cv.pdf"), Attachment("1" * 64, "cv.pdf.exe", 3)
    assert buttons(looking.row_for(harmless)) == ["Open", "Save a copy…"]
    (desk.workspace.blobs.folder / program.sha256).write_bytes(b"MZ\0")
    assert buttons(looking.row_for(replace(harmless, attachment=program))) == ["Save a copy…"]


def test_a_pdf_is_opened_as_a_copy_under_its_own_name(desk, page, qtbot, opened) -> None:
    kept = desk.workspace.blobs.keep(b"%PDF-1.7", "board paper.pdf")
    page.record.evidence._looking.open_file(kept)
    qtbot.waitUntil(lambda: bool(opened))
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "board paper.pdf"
    assert copy.read_bytes() == b"%PDF-1.7"


def test_a_program_that_is_called_a_pdf_is_not_opened(desk, page, qtbot, opened) -> None:
    kept = desk.workspace.blobs.keep(b"MZ\x90\0", "cv.pdf")
    page.record.evidence._looking.open_file(kept)
    qtbot.waitUntil(lambda: "cv.pdf is not what its name says" in page.window().toast.text())
    assert opened == []


def test_a_copy_is_saved_where_the_person_says(desk, page, qtbot, tmp_path) -> None:
    kept = desk.workspace.blobs.keep(b"MZ", "tool.exe")
    looking = page.record.evidence._looking
    looking._copy(kept, tmp_path / "tool.exe")
    qtbot.waitUntil(lambda: "A copy is in" in page.window().toast.text())
    assert (tmp_path / "tool.exe").read_bytes() == b"MZ"
    looking._copy(kept, tmp_path / "nowhere" / "tool.exe")
    qtbot.waitUntil(lambda: "tool.exe cannot be written" in page.window().toast.text())


def test_a_file_that_has_gone_from_the_plan_is_said_and_not_opened(desk, page, qtbot) -> None:
    page.record.evidence._looking.open_file(Attachment("0" * 64, "lost.pdf", 3))
    qtbot.waitUntil(lambda: "lost.pdf" in page.window().toast.text())


@pytest.mark.parametrize(("harm", "said"), [
    (lambda file: file.unlink(), "The file cv.pdf is missing."),
    (lambda file: file.write_bytes(b"short"), "The file cv.pdf was changed."),
])  # fmt: skip
def test_a_file_that_is_missing_or_changed_is_named_on_its_tile_and_in_its_panel(desk, page, harm, said) -> None:
    made = with_file(desk, b"%PDF-1.7", "cv.pdf")
    harm(desk.workspace.blobs.path(made.attachment))
    page.record.evidence.show_record(desk.plan, desk.plan.table(Achievement)["claims"])
    assert f"Filed, {said}" in [tile.accessibleName() for tile in page.record.evidence.findChildren(Tile)]
    row = page.record.evidence._looking.row_for(made)
    assert buttons(row) == []
    assert "Attach it again" in row.accessibleName()


def test_a_file_that_is_too_large_is_refused_with_the_limit(desk, page, tmp_path, qtbot) -> None:
    huge = tmp_path / "talk.mp4"
    huge.touch()
    os.truncate(huge, 2_000_000_001)
    page._taking.take_files([str(huge)], "claims")
    qtbot.waitUntil(lambda: "talk.mp4 is larger than 2 GB" in page.window().toast.text())
    assert evidence(desk) == []


def test_a_quote_shows_its_words_and_is_edited_in_its_panel(desk, page) -> None:
    [tile] = [each for each in page.record.evidence.findChildren(Tile) if not each.isHidden()]
    assert tile.accessibleName().startswith("“I had my answer.”")
    tile.click()
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, RecordDialog)
    type_into(panel.form.editor("quote"), "I had my answer before the rent was due.")
    panel.accept()
    assert desk.plan.table(Evidence)["thanks"].quote.endswith("was due.")


def test_a_link_is_added_with_its_address_and_a_wrong_one_says_why(desk, page) -> None:
    panel = page.record.evidence.add_link()
    address = panel.form.editor("url")
    type_into(address, "javascript:alert(1)")
    assert "https://" in address.accessibleDescription()
    type_into(address, "https://example.org")
    panel.accept()
    [made] = evidence(desk)
    assert made.url == "https://example.org"


def test_a_quote_that_was_never_typed_is_taken_back(desk, page) -> None:
    page.record.evidence.add_quote().reject()
    assert evidence(desk) == []


def test_the_drop_of_a_file_is_accepted_by_the_page(page, letter) -> None:
    from PySide6.QtGui import QDragEnterEvent

    data = of_urls(QUrl.fromLocalFile(str(letter)))
    event = QDragEnterEvent(
        QPoint(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    page.dragEnterEvent(event)
    assert event.isAccepted()


def test_a_picture_is_shown_small_and_what_is_none_keeps_its_sign(desk, page, qtbot) -> None:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QImage(600, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows bytes only, Qt wants a text
    thumbnails = page.record.evidence._thumbnails
    kept = desk.workspace.blobs.keep(data.data(), "chart.png")
    with qtbot.waitSignal(thumbnails.came):
        thumbnails.want(kept)
    shown = thumbnails.of(kept.sha256)
    assert (shown.width(), shown.height()) == (192, 96)
    false = desk.workspace.blobs.keep(b"<svg onload='alert(1)'/>", "chart.jpg")
    thumbnails.want(false)
    qtbot.waitUntil(lambda: not desk.tasks.running)
    assert thumbnails.of(false.sha256) is None


def test_a_review_that_is_dropped_is_left_to_the_window(tmp_path) -> None:
    names = ("letter.pdf", "round 1.leaderplan-review", "ROUND 1.LEADERPLAN-ANSWER")
    for name in names:
        (tmp_path / name).write_bytes(b"PK")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    data.setText("https://example.org")
    assert dropped(data) == Dropped((str(tmp_path / "letter.pdf"),))
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / names[1]))])
    assert not dropped(data)
