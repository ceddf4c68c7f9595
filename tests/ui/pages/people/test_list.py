"""What a person relies on in the list of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester, QTest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Conversation, Person, Tier
from leaderplan.domain.rules.losing_touch import contacts
from leaderplan.ui.pages.people.beginning import names_in
from leaderplan.ui.pages.people.model import PERSON_ROW
from leaderplan.ui.pages.people.wanted import Wanted
from tests.ui.pages.people.conftest import person


def test_whom_one_is_losing_touch_with_comes_first_in_the_order_of_the_rule(page, desk) -> None:
    assert page.listing.model.ids == [touch.person.id for touch in contacts(desk.plan, desk.today())]
    assert page.listing.model.ids[0] == "ruth"


def test_a_row_says_days_and_promise_and_only_a_broken_promise_is_urgent(page) -> None:
    model = page.listing.model
    words = {id: model.index(model.row_of(id)).data(PERSON_ROW) for id in model.ids}
    assert (words["ruth"].days, words["ruth"].promise, words["ruth"].urgent) == ("74 days", "promised 30", True)
    assert (words["dev"].days, words["dev"].promise, words["dev"].urgent) == ("6 days", "promised 21", False)
    assert (words["helen"].days, words["helen"].promise) == ("9 days", "no promise")
    assert (words["idris"].days, words["idris"].urgent) == ("not yet", False)
    assert words["dev"].who == "Head of Home Care · Adult care"
    assert words["ann"].who == "Benefits Manager"


def test_the_list_can_be_read_by_name_instead(page) -> None:
    page.listing.order.chosen.emit(True)
    assert page.listing.model.ids == ["ann", "dev", "helen", "idris", "ruth"]


def test_only_one_tier_is_shown_on_list_and_map_when_it_is_chosen(page) -> None:
    page.listing.tier.chosen.emit(Tier.EXECUTIVE)
    assert page.listing.model.ids == ["helen"]
    assert page.side.map.plot.laid.order == ["helen"]


@pytest.mark.parametrize(("words", "found"), [
    ("mondays", ["dev"]), ("INSPECTORATE", ["ruth"]), ("two wards", ["dev"]), ("head", ["ruth", "dev"]), ("zzz", []),
])  # fmt: skip
def test_the_search_reads_everything_that_is_written_of_a_person(page, words, found) -> None:
    page.search(words)
    assert page.listing.model.ids == found


def test_whoever_is_hidden_by_a_filter_is_shown_all_the_same_when_asked_for(page) -> None:
    page.listing.tier.chosen.emit(Tier.EXECUTIVE)
    page.show_record("dev")
    assert page.listing.model.row_of("dev") >= 0
    assert page.listing.tier.value is None


def test_a_noted_conversation_moves_its_person_down_and_undo_moves_them_back(page, desk) -> None:
    QAbstractItemModelTester(page.listing.model)
    talk = Conversation(id="new", person="ruth", on=PartialDate(2026, 3, 12))
    desk.commit(add(talk), None)
    assert page.listing.model.ids[0] != "ruth"
    desk.undo()
    assert page.listing.model.ids[0] == "ruth"


def test_another_name_takes_another_place_with_the_mark_still_on_it(page, desk) -> None:
    page.listing.order.chosen.emit(True)
    page.listing.view.chosen.emit("ann")
    desk.commit(alter(desk.plan, person(desk, "ann"), name="Zoe Price"), None)
    assert page.listing.model.ids[-1] == "ann"
    assert page.listing.view.currentIndex().data() == "Zoe Price"


def test_removing_the_person_in_view_shows_the_next_one_and_undo_brings_them_back(page, desk) -> None:
    page.listing.view.chosen.emit("ruth")
    desk.commit(remove(desk.plan, person(desk, "ruth")), None)
    assert page.listing.model.row_of("ruth") == -1
    assert page.place.record == page.listing.model.ids[0]
    desk.undo()
    assert page.listing.model.ids[0] == "ruth"


def test_several_names_in_the_first_line_make_several_people_in_one_step(open_page, desk) -> None:
    page = open_page(filled=False)
    field = page.beginning.state.field
    QTest.keyClicks(field, "Ann Price,  Dev   Rao ; Ann Price,")
    field.returnPressed.emit()
    assert sorted(each.name for each in desk.plan.all(Person)) == ["Ann Price", "Dev Rao"]
    assert page.listing.isVisible() and not page.beginning.isVisible()
    desk.undo()
    assert page.beginning.isVisible()


@given(st.lists(st.text(st.characters(exclude_characters=",;", exclude_categories=["Cs", "Cc", "Z"]), min_size=1)))
def test_every_name_of_a_line_is_read_once(names) -> None:
    assert names_in(", ".join(names)) == list(dict.fromkeys(" ".join(name.split()) for name in names if name.split()))


def test_the_model_keeps_its_order_through_any_edits(page, desk) -> None:
    model = page.listing.model
    QAbstractItemModelTester(model)
    for wanted in (Wanted(), Wanted(by_name=True), Wanted(text="head")):
        model.filter(wanted)
        plan: Plan = desk.plan
        for number, days in enumerate((5, 90, 0, 40)):
            someone = plan.table(Person)["dev"]
            edit = alter(plan, someone, name=f"{'ZAMB'[number]}ev Rao", keep_in_touch_days=days)
            plan = plan.after(edit)
            model.take(edit, plan)
            made = add(Person(id=f"p{number}", name=f"Head {number}"))
            plan = plan.after(made)
            model.take(made, plan)
        after = model.ids
        model.show_plan(plan)
        assert after == model.ids
        model.show_plan(desk.plan)
