"""About: what runs, and the text of every licence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from leaderplan import __version__, assets, licences
from leaderplan.licences import Work
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.about.section import AboutSection
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.careful import idle
from tests.ui.reach import LONG, by_tab

HOSTILE = "<b>bold</b> <img src='file:///etc/passwd'> \u202e backwards \x00 " + LONG * 40 + "\n" * 5000


@pytest.fixture
def show(open_page):
    """Shows the section; works are read anew for each."""

    def made(width: int = 1280, height: int = 800) -> AboutSection:
        section = open_page(width, height, section="about").section
        assert isinstance(section, AboutSection)
        return section

    return made


def said(section: AboutSection) -> str:
    return "\n".join(each.text() for each in section.findChildren(Paragraph) if each.isVisible())


def test_it_begins_with_the_program_its_versions_and_its_own_licence(show, kept) -> None:
    section = show()
    assert section.listing.current.name == "LeaderPlan"
    for words in (__version__, f"Qt {qVersion()}", "works offline", "copyright The Qt Company", "under the LGPL"):
        assert words in said(section), words
    assert section.detail.program.folder.line.text() == str(kept.workspace.folder)
    assert section.detail.words.toPlainText() == assets.read_text("licences/leaderplan.txt").strip()


def test_every_work_shows_its_text_and_its_name(show, kept, qtbot) -> None:
    section = show()
    works = licences.works()
    assert len(section.listing.model.ids) == len(works) > 30
    for id, work in zip(section.listing.model.ids, works, strict=True):
        section.listing.view.chosen.emit(id)
        idle(kept, qtbot)
        assert section.detail.words.toPlainText() == licences.text(work), work.name
        assert section.detail.program.isVisible() == (work.name == "LeaderPlan")
        if work.name != "LeaderPlan":
            assert work.title in said(section) and work.licence in said(section)
            assert section.detail.head.source.line.text() == work.source


def test_the_versions_are_copied_without_the_folder_of_the_plan(show, kept) -> None:
    section = show()
    section.detail.program.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"LeaderPlan {__version__}" in copied and f"Qt {qVersion()}" in copied and "SQLite" in copied
    assert str(kept.workspace.folder) not in copied


def test_the_folder_of_the_plan_is_opened_by_the_system(show, kept, monkeypatch) -> None:
    opened: list[str] = []
    told: list[str] = []

    def nothing_opens_it(url) -> bool:
        opened.append(url.toLocalFile())
        return False

    kept.signals.noticed.connect(lambda notice: told.append(kept.say(notice.message)))
    monkeypatch.setattr(QDesktopServices, "openUrl", nothing_opens_it)
    show().detail.program.open.click()
    assert [Path(each) for each in opened] == [kept.workspace.folder]
    assert str(kept.workspace.folder) in told[0]


def test_in_a_small_window_a_work_fills_the_page_and_there_is_a_way_back(show) -> None:
    section = show(844, 500)
    assert section.listing.isVisible() and not section.detail.isVisible()
    section.listing.view.setFocus()
    QTest.keyClick(section.listing.view, Qt.Key.Key_Down)
    QTest.keyClick(section.listing.view, Qt.Key.Key_Return)
    heading = section.heading()
    assert heading is not None and heading.title.startswith("Qt and PySide6 6.") and heading.back == "About"
    section.step(1)
    assert section.heading().title.startswith("Shiboken")
    assert not section.listing.isVisible() and section.detail.isVisible()
    assert section.go_back() and not section.go_back()
    assert section.heading() is None and section.listing.isVisible()


def test_a_hostile_text_is_shown_letter_by_letter(open_page, kept, qtbot, monkeypatch) -> None:
    work = Work("<b>LeaderPlan</b>" + LONG, "<i>MIT</i>", by=LONG, source="https://example.org/" + "x" * 3000)
    monkeypatch.setattr(licences, "works", lambda: [Work("LeaderPlan", "MIT"), work])
    monkeypatch.setattr(licences, "text", lambda _work: HOSTILE)
    section = open_page(section="about").section
    idle(kept, qtbot)
    section.listing.view.chosen.emit(section.listing.model.ids[1])
    idle(kept, qtbot)
    assert "<img src='file:///etc/passwd'>" in section.detail.words.toPlainText()
    assert "<i>MIT</i>" in said(section)


def test_the_works_are_looked_for_once_and_not_before_it_is_looked_at(open_page, kept, qtbot, monkeypatch) -> None:
    asked: list[bool] = []

    def works() -> list[Work]:
        asked.append(True)
        return [Work("LeaderPlan", "MIT")]

    monkeypatch.setattr(licences, "works", works)
    page = open_page(section="look")
    assert not asked
    page.show_record("about")
    page.show_record("look")
    page.show_record("about")
    idle(kept, qtbot)
    assert len(asked) == 1


def test_the_keyboard_gets_from_the_list_through_the_head_to_the_text(show) -> None:
    section = show()
    reached = by_tab(section, section.listing.view)
    program = section.detail.program
    parts = [program.folder.line, program.folder.copy, program.open, program.copy, section.detail.words]
    places = [reached.index(part) for part in parts]
    assert places == sorted(places)


def test_the_text_shows_that_it_has_the_keyboard_and_is_read_by_keys(show) -> None:
    section = show()
    words = section.detail.words
    around = words.parentWidget()
    section.window().activateWindow()
    words.setFocus(Qt.FocusReason.MouseFocusReason)
    without = around.grab().toImage().pixelColor(around.width() // 2, 1)
    words.clearFocus()
    words.setFocus(Qt.FocusReason.TabFocusReason)
    assert around.grab().toImage().pixelColor(around.width() // 2, 1) == current_theme().focus != without
    QTest.keyClick(words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words.toPlainText() != ""
    QTest.keyClick(words, Qt.Key.Key_Tab)
    assert not words.hasFocus()
