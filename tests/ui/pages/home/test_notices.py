from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from leaderplan.domain import edits
from leaderplan.domain.records import Person
from leaderplan.store.steps import now
from leaderplan.store.surroundings import Kind, Surroundings
from leaderplan.ui.care import ArchiveCopy
from leaderplan.ui.pages.home import Home
from leaderplan.ui.pages.home.notices import Notices
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.finding import FindingRow
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.careful import PASSPHRASE, idle, kept, second
from tests.ui.finding import the

__all__ = ["kept", "second"]


@pytest.fixture
def home(kept, qtbot) -> Home:
    kept.commit(edits.add(Person(id="ann", name="Ann Price")), None)
    page = Home(kept)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    page.refresh()
    idle(kept, qtbot)
    return page


def rows(page: Home) -> list[FindingRow]:
    return [row for row in page.findChildren(FindingRow) if row.isVisible()]


def only(page: Home, qtbot) -> FindingRow:
    """The one notice, once Qt has shown it."""
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    return rows(page)[0]


def sentence(row: FindingRow) -> str:
    return the(Paragraph, row).text()


def press(row: FindingRow, name: str) -> None:
    next(button for button in row.findChildren(Button) if name in button.accessibleName()).click()


def test_without_a_second_place_home_offers_to_choose_one(kept, home, qtbot) -> None:
    row = only(home, qtbot)
    assert sentence(row) == "Your plan exists only on this computer."
    with qtbot.waitSignal(kept.signals.place_wanted):
        press(row, "Choose a second place")


def test_the_notice_goes_when_a_place_was_chosen(kept, home, second, qtbot) -> None:
    kept.care.choose_place(second, PASSPHRASE, lambda _done, _all: None)
    kept.signals.copied.emit()
    idle(kept, qtbot)
    assert not rows(home)


def test_an_old_copy_is_said_and_one_is_written_from_here(kept, home, second, qtbot, monkeypatch) -> None:
    kept.care.choose_place(second, PASSPHRASE, lambda _done, _all: None)
    old = ArchiveCopy(second / "old.leaderplan", now() - timedelta(days=9), 1)
    with monkeypatch.context() as patched:
        patched.setattr(kept.care, "copies", lambda: [old])
        home.refresh()
        idle(kept, qtbot)
    row = only(home, qtbot)
    assert "for 9 days" in sentence(row)
    with qtbot.waitSignal(kept.signals.copied, timeout=10_000):
        press(row, "Write one now")
    idle(kept, qtbot)
    assert not rows(home) and len(list(second.iterdir())) == 2


def test_a_bad_place_is_said_with_the_way_out_until_it_is_dismissed_for_good(
    kept, home, second, qtbot, monkeypatch
) -> None:
    kept.care.choose_place(second, PASSPHRASE, lambda _done, _all: None)
    monkeypatch.setattr(kept.care, "surroundings", lambda: Surroundings(Kind.SYNCED, "OneDrive"))
    monkeypatch.setattr(kept.care, "usual_folder", lambda: Path("/home/rhian/plan"))
    home.refresh()
    idle(kept, qtbot)
    row = only(home, qtbot)
    with qtbot.waitSignal(kept.signals.move_wanted) as wanted:
        press(row, "Move it")
    assert wanted.args == [Path("/home/rhian/plan")]
    press(row, "do not say so again")
    assert not rows(home)
    home.refresh()
    idle(kept, qtbot)
    assert not rows(home)


def test_of_the_example_nothing_is_said(kept, qtbot) -> None:
    page = Notices(replace(kept, care=None))
    qtbot.addWidget(page)
    page.look()
    assert not kept.tasks.running and not page.isVisible()
