from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import Collaboration, Person, Profile, Risk, Side
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.forms.form import RecordForm
from leaderplan.ui.forms.numbers import NumberField, read_number
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.widgets.dates import DateField
from tests.ui.finding import the
from tests.ui.typed import type_into

FIELDS = ("title", "owner", "side", "acceptable", "stop_rule", "agreed_on")
JOINT = Collaboration(id="joint", title="Claims in four days")
RISK = Risk(id="risk", collaboration="joint", title="The rota is wrong")


@pytest.fixture
def risk(desk) -> Risk:
    desk.workspace.watch(desk.signals.changed.emit)
    desk.commit(add(JOINT, RISK, Person(id="ann", name="Ann Price")), None)
    return RISK


@pytest.fixture
def form(desk, risk, qtbot) -> RecordForm:
    made = RecordForm(desk, risk, FIELDS)
    qtbot.addWidget(made)
    made.show()
    return made


def stored(desk) -> Risk:
    return desk.plan.table(Risk)["risk"]


def test_what_is_typed_is_stored_and_one_undo_takes_it_back(desk, form) -> None:
    type_into(form.editor("stop_rule"), "after two missed visits")
    assert stored(desk).stop_rule == "after two missed visits"
    desk.undo()
    assert stored(desk).stop_rule == ""
    assert form.editor("stop_rule").text() == ""


def test_a_required_field_left_empty_keeps_its_sentence_and_the_plan_as_it_was(desk, form) -> None:
    type_into(form.editor("title"), " ")
    field = form.editor("title")
    field.begin()
    field.focusProxy().clear()
    field.end()
    assert field.accessibleDescription() == "Risk is missing: fill it in."
    assert desk.workspace.drafts()[("risk", "title")] == ""


def test_a_wrong_date_is_kept_as_a_draft_and_stands_there_after_a_restart(desk, form, qtbot, risk) -> None:
    field = form.editor("agreed_on")
    QTest.keyClicks(field.focusProxy(), "32 March")
    field.settle()
    assert stored(desk).agreed_on is None
    again = RecordForm(desk, risk, FIELDS)
    qtbot.addWidget(again)
    date = again.editor("agreed_on")
    assert isinstance(date, DateField)
    assert date.text() == "32 March"
    assert date.wrong


def test_a_date_a_choice_and_an_owner_are_stored(desk, form) -> None:
    date = form.editor("agreed_on")
    QTest.keyClicks(date.focusProxy(), "9 Mar 2026")
    date.settle()
    form.editor("side").chosen.emit(Side.SERVICE)
    owner = form.editor("owner")
    QTest.keyClicks(owner, "ann price")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    assert stored(desk).agreed_on == PartialDate(2026, 3, 9)
    assert stored(desk).side is Side.SERVICE
    assert stored(desk).owner == "ann"


def test_the_planner_is_called_me(desk, form) -> None:
    owner = form.editor("owner")
    QTest.keyClicks(owner, "Me")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    assert stored(desk).owner == desk.plan.all(Profile)[0].id


def test_a_new_name_makes_the_person_in_the_same_step(desk, form) -> None:
    owner = form.editor("owner")
    QTest.keyClicks(owner, "Dev Rao")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    person = desk.plan.find(stored(desk).owner)
    assert person is not None
    assert person.heading == "Dev Rao"
    desk.undo()
    assert stored(desk).owner is None
    assert desk.plan.find(person.id) is None


def test_another_hand_is_seen_in_the_form(desk, form, risk) -> None:
    desk.commit(alter(desk.plan, risk, acceptable="two days"), "another")
    assert form.editor("acceptable").text() == "two days"


def test_every_editor_has_a_name(form) -> None:
    assert all(form.editor(field).accessibleName() or form.editor(field).focusProxy() for field in FIELDS)


def test_the_panel_moves_its_record_to_the_bin_and_closes_when_it_is_gone(desk, risk, qtbot, qwidget_parent) -> None:
    panel = RecordDialog(desk, risk, FIELDS, qwidget_parent)
    panel.open()
    panel._remove()
    assert desk.plan.find("risk") is None
    assert panel.isHidden()
    desk.undo()
    other = RecordDialog(desk, risk, FIELDS, qwidget_parent)
    other.open()
    desk.commit(remove(desk.plan, risk), None)
    assert other.isHidden()


@pytest.fixture
def qwidget_parent(qtbot, desk):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.mark.parametrize(
    ("text", "whole", "value"),
    [("", False, None), ("1,234.5", False, 1234.5), ("−3", False, -3.0), ("£31", False, 31.0), ("61 %", False, 61.0),
     ("30", True, 30), ("1 200", True, 1200)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, whole: bool, value: float | None) -> None:
    assert read_number(text, whole) == value


@pytest.mark.parametrize(
    ("text", "whole"), [("three", False), ("nan", False), ("1e99", False), ("2.5", True), ("-1", True)]
)
def test_what_is_no_number_is_refused(text: str, whole: bool) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_number(text, whole)


def test_a_number_field_keeps_what_it_cannot_read(desk, qtbot) -> None:
    field = NumberField(desk.language, "Before")
    qtbot.addWidget(field)
    told: list[object] = []
    drafts: list[str] = []
    field.edited.connect(told.append)
    field.drafted.connect(drafts.append)
    QTest.keyClicks(the(QLineEdit, field), "many")
    field.settle()
    assert (told, drafts, field.wrong) == ([], ["many"], True)
    field.set_draft("21")
    field.settle()
    assert (told, field.wrong) == ([21.0], False)


def test_a_visit_lasts_until_leaving_a_pause_or_a_minute() -> None:
    now = 0.0
    visit = Visit(lambda: now)
    first = visit.token()
    now = 4.0
    assert visit.token() is first
    now = 9.5
    second = visit.token()
    assert second is not first
    for later in range(14, 69, 4):
        now = float(later)
        assert visit.token() is second
    now = 71.0
    third = visit.token()
    assert third is not second
    visit.leave()
    assert visit.token() is not third
