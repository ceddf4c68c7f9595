from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from leaderplan.domain import edits
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, Measure, Person
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.workspace import Workspace
from leaderplan.ui.pages.settings.backups.wording import REASONS, held
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.rows import ROW
from tests.ui.careful import idle
from tests.ui.pages.settings.conftest import backups_of

STORY = Achievement(id="story", title="Claims in four days")
DAYS = Measure(id="days", of="story", name="Days")
ANN = Person(id="ann", name="Ann Price")
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk_before(kept):
    """A plan of which a backup was taken before a story went and a person changed."""
    kept.commit(edits.add(STORY, DAYS, ANN), None)
    backups.take(kept.workspace.folder, Reason.REGULAR, NOON)
    kept.commit(edits.remove(kept.plan, STORY), None)
    kept.commit(edits.alter(kept.plan, ANN, name="Ann Price-Jones"), None)
    return kept


@pytest.fixture
def section(desk_before, open_page, qtbot):
    made = backups_of(open_page())
    qtbot.waitUntil(lambda: bool(made.detail.differences.model.ids))
    return made


def choose(section, *ids: str) -> None:
    pane = section.detail.differences
    selection = pane.list.selectionModel()
    selection.clearSelection()
    for id in ids:
        selection.select(pane.model.index(pane.model.row_of(id)), QItemSelectionModel.SelectionFlag.Select)


def test_backups_stand_under_their_days_newest_first_with_the_reason_in_words(kept, open_page) -> None:
    folder = kept.workspace.folder
    for hours, reason in ((0, Reason.CLOSE), (1, Reason.IMPORT), (-24, Reason.ASKED), (24, Reason.REGULAR)):
        backups.take(folder, reason, NOON + timedelta(hours=hours))
    model = backups_of(open_page()).listing.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [model.index(row).data(ROW) or model.index(row).data() for row in range(model.rowCount())]
    heads = [row for row in rows if isinstance(row, str)]
    assert heads == ["Today", "Yesterday", "10 March 2026"]
    reasons = [row.words[0] for row in rows if not isinstance(row, str)]
    assert reasons == ["Every ten minutes", "Before an import", "When you closed", "You asked for it"]


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)


def test_what_a_backup_holds_is_said_by_what_stands_for_itself() -> None:
    assert held({"profile": 1}, ENGLISH) == "Nothing but your profile."
    assert held({"profile": 1, "person": 2, "achievement": 1}, ENGLISH) == "1 Achievement and 2 People"
    said = held({"profile": 1, "achievement": 1, "measure": 2}, ENGLISH)
    assert said == "1 Achievement, with 2 records that hang on them"


def test_what_is_gone_and_what_is_different_is_listed_once(section) -> None:
    model = section.detail.differences.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.ids == ["story", "ann"]
    assert model.row_words("story").words == ("Achievement", "with 1 that hangs on it")
    assert model.row_words("ann").words == ("Person", "Name")


def test_taking_back_is_one_step_with_all_that_hung_on_it(desk_before, section, qtbot) -> None:
    notices: list[Notice] = []
    desk_before.signals.noticed.connect(notices.append)
    choose(section, "story")
    section.detail.differences.button.click()
    assert desk_before.plan.find("story") == STORY and desk_before.plan.find("days") == DAYS
    assert desk_before.plan.get(Person, "ann").name == "Ann Price-Jones"
    assert notices[0].undo and "Claims in four days" in ENGLISH.say(notices[0].message)
    qtbot.waitUntil(lambda: section.detail.differences.model.ids == ["ann"])
    desk_before.undo()
    assert desk_before.plan.find("story") is None and desk_before.plan.find("days") is None
    qtbot.waitUntil(lambda: section.detail.differences.model.ids == ["story", "ann"])


def test_several_are_taken_back_together(desk_before, section) -> None:
    choose(section, "story", "ann")
    assert section.detail.differences.button.text() == "Take back 2"
    section.detail.differences.button.click()
    assert desk_before.plan.find("ann") == ANN and desk_before.plan.find("story") == STORY
    desk_before.undo()
    assert desk_before.plan.find("story") is None


def test_a_backup_that_is_like_the_plan_says_so(kept, open_page, qtbot) -> None:
    backups.take(kept.workspace.folder, Reason.ASKED, NOON)
    pane = backups_of(open_page()).detail.differences
    qtbot.waitUntil(lambda: "Nothing of it is missing" in pane.said.text())
    assert not pane.list.isVisible() and not pane.button.isVisible()


def test_what_came_since_is_counted(kept, open_page, qtbot) -> None:
    backups.take(kept.workspace.folder, Reason.ASKED, NOON)
    kept.commit(edits.add(ANN), None)
    pane = backups_of(open_page()).detail.differences
    qtbot.waitUntil(lambda: "1 record came since" in pane.said.text())


def test_going_back_and_looking_name_the_file(desk_before, section, qtbot) -> None:
    file = section.detail.snapshot.file
    with qtbot.waitSignal(desk_before.signals.restore_wanted) as wanted:
        section.detail.back.click()
    assert wanted.args == [file]
    with qtbot.waitSignal(desk_before.signals.look_wanted) as wanted:
        section.detail.look.click()
    assert wanted.args == [file]


def test_a_whole_restore_is_three_clicks_away(desk_before, open_pages, qtbot) -> None:
    from leaderplan.ui.pages.settings import SettingsPage
    from tests.ui.conftest import Welcome

    window = open_pages(Welcome, SettingsPage)
    window.close_desk()
    window.open_desk(desk_before, (Welcome, SettingsPage))
    window.sidebar.chosen.emit("settings")  # the first
    page = window.navigator.page
    assert isinstance(page, SettingsPage)
    idle(desk_before, qtbot)
    view = backups_of(page).listing.view
    row = view.visualRect(backups_of(page).listing.model.index(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row)  # the second
    with qtbot.waitSignal(desk_before.signals.restore_wanted):
        QTest.mouseClick(backups_of(page).detail.back, Qt.MouseButton.LeftButton)  # the third


def test_a_backup_is_made_now_and_stands_first(kept, open_page, qtbot) -> None:
    backups.take(kept.workspace.folder, Reason.CLOSE, NOON)
    page = open_page()
    section = backups_of(page)
    with qtbot.waitSignal(kept.signals.backed_up, timeout=10_000):
        page.primary.slot()
        assert not page.primary.enabled
    idle(kept, qtbot)
    assert page.primary.enabled
    newest = section.listing.model.snapshot(section.listing.model.ids[0])
    assert newest is not None and newest.reason is Reason.ASKED


def test_what_cannot_be_read_among_the_backups_is_named(kept, open_page) -> None:
    backups.take(kept.workspace.folder, Reason.CLOSE, NOON)
    (kept.workspace.folder / "backups" / "mine.db").write_bytes(b"no database")
    section = backups_of(open_page())
    assert "mine.db" in section.listing._odd.text() and section.listing._odd.isVisible()


def test_without_any_backup_the_page_says_when_they_are_made(kept, open_page) -> None:
    section = backups_of(open_page())
    assert section._stack.currentIndex() == 2


def test_a_backup_that_is_damaged_says_so_when_it_is_chosen(desk_before, open_page, qtbot) -> None:
    [snapshot] = backups.listed(desk_before.workspace.folder)
    data = bytearray(snapshot.file.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    snapshot.file.write_bytes(data)
    pane = backups_of(open_page()).detail.differences
    qtbot.waitUntil(lambda: "Comparing" not in pane.said.text())
    assert pane.said.text() and not pane.list.isVisible()


def test_in_a_narrow_window_the_backup_takes_the_place_of_the_list(desk_before, open_page) -> None:
    page = open_page(844, 500)
    section = backups_of(page)
    assert section.listing.isVisible() and not section.detail.isVisible()
    section.listing.opened.emit(section.listing.model.ids[0])
    assert page.heading().back == "Backups" and not section.listing.isVisible() and not page.tabs.isVisible()
    assert page.go_back()
    assert section.listing.isVisible() and page.tabs.isVisible()


def test_nothing_of_a_backup_stays_in_memory_once_the_page_is_left(section) -> None:
    assert section.detail.differences.comparing._found is not None
    section.window().hide()
    assert section.detail.differences.comparing._found is None


def test_a_backup_of_another_program_is_seen_when_the_page_comes_back(kept, open_page, qtbot) -> None:
    page = open_page()
    with Workspace.open(kept.workspace.folder):
        backups.take(kept.workspace.folder, Reason.IMPORT, NOON)
    page.refresh()
    idle(kept, qtbot)
    assert len(backups_of(page).listing.model.ids) == 1
