from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from leaderplan.ui.dialogs.archiving import ArchiveSheet, save_archive
from leaderplan.ui.pages.settings.facts import PathLine
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.text import Paragraph
from leaderplan.upkeep import archives
from tests.ui.careful import PASSPHRASE, cheap_key, idle
from tests.ui.finding import the
from tests.ui.pages.settings.conftest import second_place_of


@pytest.fixture
def chosen(kept, second: Path):
    """A plan with a second place, and one copy in it."""
    kept.care.choose_place(second, PASSPHRASE, lambda _done, _all: None)
    return kept


def words_of(section) -> str:
    return " ".join(part.text() for part in section.facts.findChildren(Paragraph))


def test_without_a_place_the_page_says_why_one_pays_and_asks_for_it(kept, open_page, qtbot) -> None:
    page = open_page(section="second-place")
    assert "only on this computer" in second_place_of(page)._why.text()
    assert not second_place_of(page).forget.isVisible()
    with qtbot.waitSignal(kept.signals.place_wanted):
        page.primary.slot()


def test_with_a_place_it_says_where_when_and_how_many(chosen, second, open_page) -> None:
    section = second_place_of(open_page(section="second-place"))
    assert the(PathLine, section.facts).line.text() == str(second)
    assert "1 copy" in words_of(section)


def test_a_copy_is_written_now(chosen, second, open_page, qtbot) -> None:
    page = open_page(section="second-place")
    with qtbot.waitSignal(chosen.signals.copied, timeout=10_000):
        page.primary.slot()
        assert not page.primary.enabled
    idle(chosen, qtbot)
    assert page.primary.enabled and "2 copies" in words_of(second_place_of(page))
    assert len(list(second.iterdir())) == 2


def test_a_place_that_went_is_said_in_the_end(chosen, second, open_page, qtbot) -> None:
    notices: list[Notice] = []
    chosen.signals.noticed.connect(notices.append)
    second.rename(second.with_name("away"))
    page = open_page(section="second-place")
    assert "out of reach" in words_of(second_place_of(page))
    page.primary.slot()
    idle(chosen, qtbot)
    assert notices[0].trouble and page.primary.enabled


def test_no_more_copies_go_there_and_those_that_are_there_stay(chosen, second, open_page) -> None:
    page = open_page(section="second-place")
    second_place_of(page).forget.click()
    assert chosen.care.second_place() is None and len(list(second.iterdir())) == 1
    assert page.primary.text.id == "Choose a folder"


def test_an_archive_is_sealed_unless_the_person_decides_otherwise(kept, tmp_path: Path, qtbot) -> None:
    for passphrase, name in ((PASSPHRASE, "sealed.leaderplan"), (None, "open.leaderplan")):
        save_archive(kept, kept.care, tmp_path / name, passphrase)
        idle(kept, qtbot)
    assert archives.look(tmp_path / "sealed.leaderplan", cheap_key()).records == 1
    assert archives.look(tmp_path / "open.leaderplan", None).records == 1
    assert archives.sealed_with(tmp_path / "sealed.leaderplan") and not archives.sealed_with(
        tmp_path / "open.leaderplan"
    )


def test_the_archive_goes_where_the_person_says(kept, open_page, tmp_path: Path, qtbot, monkeypatch) -> None:
    section = second_place_of(open_page(section="second-place"))
    section.archive.click()
    sheet = the(ArchiveSheet, section.window())
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_how: (str(target), ""))
    assert not sheet.save.isEnabled()
    sheet.words.written.click()
    sheet.save.click()
    idle(kept, qtbot)
    assert archives.is_archive(target.with_suffix(".leaderplan"))
