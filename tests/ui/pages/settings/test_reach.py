"""What everybody relies on who has a small screen, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QScrollArea, QWidget

from leaderplan.domain import edits
from leaderplan.domain.records import Person
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.ui.dress import dress
from leaderplan.ui.widgets.button import Button
from tests.ui.pages.settings.conftest import backups_of
from tests.ui.reach import LONG, assert_whole, by_tab

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView)
SECTIONS = ("backups", "second-place", "plan", "look", "about")


@pytest.fixture
def full(kept, second):
    """A plan of which a person with a very long name was removed after a backup, with a second place."""
    kept.commit(edits.add(Person(id="long", name=LONG[:200])), None)
    backups.take(kept.workspace.folder, Reason.REMOVAL, now())
    kept.commit(edits.remove(kept.plan, kept.plan.find("long")), None)
    kept.care.choose_place(second, "one key for all of these tests", lambda _done, _all: None)
    return kept


@pytest.mark.parametrize("section", SECTIONS)
def test_every_control_has_a_name(full, open_page, section) -> None:
    page = open_page(section=section)
    found = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS)]
    assert len(found) > 8
    assert not [each for each in found if not each.accessibleName()]
    assert all(area.accessibleName() for area in page.findChildren(QScrollArea) if not isinstance(area, CONTROLS))


@pytest.mark.parametrize(("theme", "scale", "size"), [
    ("light", 1.0, (1072, 700)), ("dark", 1.0, (844, 500)),
    ("light", 2.0, (1072, 700)), ("high-contrast", 2.0, (844, 500)),
])  # fmt: skip
@pytest.mark.parametrize("section", SECTIONS)
def test_no_label_is_clipped_and_nothing_is_cut_at_the_side(
    full, dressed, open_page, qtbot, theme, scale, size, section
):
    dress(dressed, theme, scale)
    page = open_page(*size, section=section)
    if section == "backups":
        found = backups_of(page)
        found.listing.opened.emit(found.listing.model.ids[0])
        qtbot.waitUntil(lambda: bool(found.detail.differences.model.ids))
    assert_whole(page)
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.height() >= button.fontMetrics().height(), button.accessibleName()
            right = button.mapTo(page, button.rect().topRight()).x()
            assert right <= page.width(), button.accessibleName()
    dress(dressed, "light")


def test_the_keyboard_gets_from_the_tabs_through_the_list_to_the_ways_back(full, open_page, qtbot) -> None:
    page = open_page(1280, 800)
    section = backups_of(page)
    qtbot.waitUntil(lambda: bool(section.detail.differences.model.ids))
    reached = by_tab(page, page.tabs.segments[0])
    pane = section.detail.differences
    parts = [section.listing.view, section.detail.back, section.detail.look, pane.button, pane.list]
    places = [reached.index(part) for part in parts]
    assert places == sorted(places)
