from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.records import Achievement, Evidence, EvidenceKind
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.achievements.looking import is_harmless
from leaderplan.ui.pages.achievements.taking import dropped
from leaderplan.ui.pages.achievements.tile import Tile
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


@pytest.mark.parametrize("name", ["run.exe", "a.sh", "x.html", "m.docm", "noending", "pdf", "a.pdf.bat", "x.svg"])
def test_what_could_run_is_never_opened_by_the_system(name: str) -> None:
    assert not is_harmless(name)


def test_a_pdf_is_opened_as_a_copy_under_its_own_name(desk, page, qtbot, monkeypatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))  # type: ignore[func-returns-value]
    kept = desk.workspace.blobs.keep(b"%PDF-1.7", "board paper.pdf")
    page.record.evidence._looking.open_file(kept)
    qtbot.waitUntil(lambda: bool(opened))
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "board paper.pdf"
    assert copy.read_bytes() == b"%PDF-1.7"


def test_a_file_that_has_gone_from_the_plan_is_said_and_not_opened(desk, page, qtbot) -> None:
    page.record.evidence._looking.open_file(Attachment("0" * 64, "lost.pdf", 3))
    qtbot.waitUntil(lambda: "lost.pdf" in page.window().toast.text())


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
