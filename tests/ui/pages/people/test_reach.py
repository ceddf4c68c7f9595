"""What everybody relies on who has a small screen, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget

from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import Person
from leaderplan.ui.dress import dress
from leaderplan.ui.pages.people.map.plot import Plot
from leaderplan.ui.pages.people.side import View
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.editable import EditableText
from tests.ui.pages.people.conftest import person
from tests.ui.reach import LONG, assert_whole, by_tab

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, EditableText, Plot)


@pytest.mark.parametrize("view", View)
def test_every_control_has_a_name(page, view) -> None:
    page.side.show_view(view)
    page.record.focus("+conversation")
    found = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS)]
    assert len(found) > 20
    assert not [each for each in found if not each.accessibleName()]


def test_the_keyboard_gets_from_the_list_to_the_switch_and_through_the_page(page) -> None:
    page.show_record("dev")
    reached = by_tab(page, page.listing.view)
    record = page.record
    parts = [page.side.switch.segments[1], record.title, record.texts[0].parts["role"],
             record.standing.choices["influence"], record.texts[2].parts["promised"], record.conversations.button,
             record.conversations.rows[0], record.runs.button, record.texts[1].parts["email"]]  # fmt: skip
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
    desk.commit(alter(desk.plan, person(desk, "dev"), name=LONG[:200], role=LONG[:300], promised=LONG), None)
    page.show_record("dev", "+conversation")
    page.side.show_view(view)
    assert_whole(page)
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.height() >= button.fontMetrics().height(), button.accessibleName()


def test_with_little_room_the_page_replaces_the_list_and_escape_leads_back(open_page) -> None:
    page = open_page(900, 600)
    assert page.listing.isVisible() and not page.side.isVisible()
    page.listing.view.setFocus()
    page.listing.select("ruth")
    QTest.keyClick(page.listing.view, Qt.Key.Key_Return)
    assert page.side.isVisible() and not page.listing.isVisible()
    assert page.side.view is View.PAGE
    assert (page.heading().title, page.heading().back, page.heading().steps) == ("Ruth Adeyemi", "People", True)
    page.step(1)
    assert page.record.id == page.listing.model.ids[1]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.listing.isVisible() and page.listing.view.hasFocus()


def test_with_little_room_the_map_is_one_button_away(open_page) -> None:
    page = open_page(900, 600)
    button = page.header_buttons()[0]
    button.click()
    assert page.side.map.plot.isVisible() and page.heading().title == "Map"
    assert not page.header_buttons()
    assert page.go_back() and page.listing.isVisible()


def test_with_little_room_a_new_person_is_named_in_the_header(open_page, desk) -> None:
    page = open_page(900, 600)
    asked: list[bool] = []
    page.title_wanted.connect(lambda: asked.append(True))
    page.primary.slot()
    assert asked and page.heading().rename == "Name"
    page.rename("Karl Weiss")
    assert "Karl Weiss" in [each.name for each in desk.plan.all(Person)]


def test_the_way_back_leads_to_the_map_where_one_was_on_the_map(page) -> None:
    navigator = page.window().navigator
    page.listing.view.chosen.emit("helen")
    navigator.go(Place("people", "dev"))
    assert (page.side.view, page.record.id) == (View.PAGE, "dev")
    navigator.go(Place("people", "ann", "promised"))
    navigator.back()
    assert (page.side.view, page.record.id) == (View.PAGE, "dev")
    navigator.back()
    assert (page.side.view, page.record.id) == (View.MAP, "helen")


def test_an_edit_among_ten_thousand_is_shown_without_a_reset(desk, page) -> None:
    many = [Person(id=f"many-{n}", name=f"Person {n}", influence=1 + n % 5, interest=1 + n // 5 % 5,
                   keep_in_touch_days=30) for n in range(10_000)]  # fmt: skip
    plan = desk.plan.after(add(*many))
    model = page.listing.model
    model.show_plan(plan)
    page.side.map.show_people()
    edit = alter(plan, plan.table(Person)["many-77"], name="Another", interest=3)
    after = plan.after(edit)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.take(edit, after)
    page.side.map.take(["many-77"])
    assert page.side.map.plot.laid.placed
    assert not resets
    assert model.index(model.row_of("many-77")).data() == "Another"
