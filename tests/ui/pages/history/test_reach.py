"""What everybody relies on who has a small screen, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QScrollArea, QWidget

from leaderplan.ui.dress import current_theme, dress
from leaderplan.ui.pages.history.left import View
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.pages.history.conftest import bin_, change, seen
from tests.ui.reach import LONG, assert_whole, by_tab

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QScrollArea, ChangedText)


def show(page, view: View) -> None:
    """One of the three views, with something in it."""
    if view is View.VERSIONS:
        page.show_record("claims")
    else:
        page.listing.switch.segments[view].click()
        page._open(page.listing.current.model.ids[0])


@pytest.mark.parametrize("view", View)
def test_every_control_has_a_name(desk, page, view) -> None:
    bin_(desk, "ann")
    show(page, view)
    found = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS)]
    assert len(found) > 12
    assert not [each for each in found if not each.accessibleName()]


def test_the_keyboard_gets_from_the_switch_to_the_list_and_through_the_step(page) -> None:
    steps, pane = page.listing.steps, page.side.step
    links = seen(QAbstractButton, pane)
    reached = by_tab(page, page.window().sidebar)
    parts = [page.listing.switch.segments[0], steps.touch, steps.kind, steps.view, pane.area, *links]
    places = [reached.index(part) for part in parts]
    assert places == sorted(places) and len(links) == 2


def test_the_keyboard_gets_through_the_versions(page) -> None:
    page.show_record("claims")
    compare = page.side.compare
    assert seen(ChangedText, compare)
    reached = by_tab(page, page.window().sidebar)
    parts = [page.listing.versions.view, compare.heads[0].earlier, compare.heads[0].restore, compare.area, compare.rest]
    places = [reached.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(("theme", "scale", "size"), [
    ("light", 1.0, (1280, 800)), ("dark", 1.0, (900, 600)),
    ("light", 2.0, (1280, 800)), ("high-contrast", 2.0, (900, 600)),
])  # fmt: skip
@pytest.mark.parametrize("view", View)
def test_no_label_is_clipped(desk, dressed, open_page, theme, scale, size, view) -> None:
    dress(dressed, theme, scale)
    page = open_page(*size)
    change(desk, "claims", title=LONG[:200], situation=LONG)
    change(desk, "claims", situation="Short.")
    bin_(desk, "ann")
    change(desk, "dev", keep_in_touch_days=30, email="dev@example.org")
    show(page, view)
    assert_whole(page)
    for words in page.findChildren(Paragraph):
        if words.isVisible():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    for text in page.findChildren(ChangedText):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.height() >= button.fontMetrics().height(), button.accessibleName()


def test_with_little_room_the_step_replaces_the_list_and_escape_leads_back(open_page) -> None:
    page = open_page(900, 600)
    assert page.listing.isVisible() and not page.side.isVisible()
    page.listing.setFocus()
    QTest.keyClick(page.listing.steps.view, Qt.Key.Key_Return)
    assert page.side.isVisible() and not page.listing.isVisible()
    assert (page.heading().title, page.heading().back) == ("Change Dev Rao", "History")
    page.step(1)
    assert page.heading().title == "Change Action of Claims decided in four days"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.listing.isVisible() and page.listing.steps.view.hasFocus()


def test_with_little_room_versions_fill_the_page_and_are_chosen_by_their_arrows(open_page) -> None:
    page = open_page(900, 600)
    page.show_record("claims")
    assert not page.listing.isVisible()
    page.side.compare.heads[0].earlier.click()
    assert [field.field for field in page.side.compare.fields] == ["title", "action"]
    assert page.go_back() and page.listing.isVisible() and not page.side.isVisible()


def test_the_bin_of_a_narrow_window_is_a_list_first(desk, open_page) -> None:
    page = open_page(900, 600)
    bin_(desk, "ann")
    page._open(page.listing.steps.model.ids[0])
    page.go_back()
    page.listing.switch.segments[1].click()
    assert page.listing.isVisible() and not page.side.isVisible()
    page._open("ann")
    assert (page.heading().title, page.heading().back) == ("Ann Price", "Bin")


def test_a_text_shows_what_went_and_came_in_the_colours_of_the_theme(page) -> None:
    page.show_record("claims")
    text = seen(ChangedText, page.side.compare)[0]
    colours = {text.grab().toImage().pixelColor(x, y).name() for x in range(40) for y in range(text.height())}
    assert current_theme().bad.name() in colours
