from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Dismissal,
    Measure,
    Milestone,
    Outcome,
    Person,
    Readiness,
    Reading,
    Risk,
    SeenBy,
    ServiceStep,
    Side,
    Stage,
    Treatment,
)
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.models.steps import FIELDS
from leaderplan.ui.pages.collaborations.canvas.lines import Block
from leaderplan.ui.pages.collaborations.canvas.stops import Disc
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.drawing import FigureView
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.finding import focused

RETURN = Qt.Key.Key_Return


@pytest.fixture
def canvas(page):
    """The canvas of Home care."""
    page.desk.go(Place("collaborations", "c-care"))
    return page.canvas


def care(desk):
    return desk.plan.table(Collaboration)["c-care"]


@pytest.fixture
def dialog_of(qtbot):
    """The panel that is open, once it has the keyboard."""

    def find(page) -> RecordDialog:
        dialog = [each for each in page.window().findChildren(RecordDialog) if each.isVisible()][-1]
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
        return dialog

    return find


def press(widget, words):
    next(b for b in widget.findChildren(Button) if b.isVisible() and b.text() == words).click()


def choose(menu: QMenu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def type_into(text, words):
    text.begin()
    QTest.keyClicks(focused(QWidget), words)
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Escape)


def test_pressing_a_stage_moves_the_collaboration_and_undo_brings_it_back(filled, canvas) -> None:
    canvas.stages.button(Stage.TALKED).click()
    assert care(filled).stage is Stage.TALKED
    assert "where it is now" in canvas.stages.button(Stage.TALKED).accessibleName()
    filled.undo()
    assert "where it is now" in canvas.stages.button(Stage.INTERESTED).accessibleName()


def test_agreed_is_held_back_and_yields_to_a_reason_written_there(filled, page, canvas) -> None:
    assert not page.primary.enabled and "still lacks" in filled.say(page.primary.reason)
    canvas.stages.button(Stage.AGREED).click()
    assert care(filled).stage is Stage.INTERESTED
    assert canvas.refused.words == "Home care still lacks a risk that the service owns."
    QTest.keyClicks(canvas.refused.reason, "The manager signs on Monday")
    QTest.keyClick(canvas.refused.reason, RETURN)
    assert (care(filled).stage, care(filled).agreed_without) == (Stage.AGREED, "The manager signs on Monday")
    assert canvas.agreed.reason.text() == "The manager signs on Monday"


def test_the_checklist_leads_to_the_fix_and_then_lets_it_be_agreed(filled, page, canvas, dialog_of) -> None:
    press(canvas.agreed, "Add a risk")
    menu = next(m for m in canvas.pact.findChildren(QMenu) if m.isVisible())
    choose(menu, "Complaints rise at first")
    [risk] = [risk for risk in filled.plan.all(Risk) if risk.side is Side.SERVICE]
    assert (risk.owner, risk.acceptable) == ("dev", "A third more in the first month")
    dialog_of(page).accept()
    assert page.primary.enabled
    page.window().navigator.press_primary()
    assert care(filled).stage is Stage.AGREED


def test_a_text_is_edited_in_place_as_one_step(filled, canvas) -> None:
    need = canvas.texts.texts[0]
    type_into(need, "A visit at a known time")
    assert care(filled).citizen_need == "A visit at a known time"
    filled.undo()
    assert care(filled).citizen_need == ""
    assert need.text() == ""


def test_a_text_that_is_too_long_stays_beside_its_sentence_and_survives(filled, page, canvas) -> None:
    need = canvas.texts.texts[0]
    need.begin()
    focused(QTextEdit).insertPlainText("x" * 10_001)
    need.end()
    assert care(filled).citizen_need == ""
    assert "shorten it" in need.accessibleDescription()
    page.go_back()
    page.desk.go(Place("collaborations", "c-care"))
    again = page.canvas.texts.texts[0]
    assert len(again.text()) == 10_001 and "shorten it" in again.accessibleDescription()


def test_the_guess_reads_as_one_sentence_once_it_is_whole(filled, canvas, qtbot) -> None:
    assert not canvas.texts.guess.isVisible()
    filled.commit(
        alter(filled.plan, care(filled), if_="families pick", then="visits start", because="of the rota"), None
    )
    assert canvas.texts.guess.accessibleName() == "Our guess: If families pick, then visits start, because of the rota."
    assert canvas.texts.guess.isVisible()
    canvas.texts.guess.click()
    QTest.keyClicks(focused(QWidget), " a time")
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Escape)
    assert care(filled).if_ == "families pick a time"


def test_the_lead_is_named_by_typing_and_a_new_name_makes_the_person(filled, canvas) -> None:
    canvas.who.click()
    lead = canvas.who_fields.form.editor("lead")
    lead.setText("Ruth Adeyemi")
    lead.settle()
    ruth = filled.plan.get(Person, care(filled).lead)
    assert ruth.name == "Ruth Adeyemi"
    assert canvas.who.text().startswith("Ruth Adeyemi leads, you co-own")


def test_steps_are_added_typed_treated_moved_and_taken_out_by_keys(filled, canvas, qtbot) -> None:
    steps = canvas.steps
    steps.add()
    editor = focused(QLineEdit)
    QTest.keyClicks(editor, "Phones and waits")
    QTest.keyClick(editor, RETURN)
    qtbot.waitUntil(lambda: steps.model.steps[0].as_is == "Phones and waits")
    filled.commit(add(ServiceStep(id="s2", collaboration="c-care", position=2, as_is="Form posted")), None)
    first, second = steps.model.steps
    assert (first.as_is, second.as_is) == ("Phones and waits", "Form posted")
    steps.table.setCurrentIndex(steps.model.index(1, FIELDS.index("treatment")))
    choose(steps.table.menu(steps.table.currentIndex()), "removed")
    assert filled.plan.table(ServiceStep)["s2"].treatment is Treatment.REMOVED
    steps.table.setFocus()
    QTest.keyClick(steps.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.as_is for step in steps.model.steps] == ["Form posted", "Phones and waits"]
    QTest.keyClick(steps.table, Qt.Key.Key_Delete)
    assert [step.as_is for step in steps.model.steps] == ["Phones and waits"]
    filled.undo()
    filled.undo()
    assert [step.as_is for step in steps.model.steps] == ["Phones and waits", "Form posted"]


def test_the_bar_says_how_much_of_the_service_hardly_changes(filled, canvas) -> None:
    treatments = (Treatment.MERGED, Treatment.UNTOUCHED, None)
    made = [
        ServiceStep(id=f"s{n}", collaboration="c-care", position=n, treatment=t) for n, t in enumerate(treatments, 1)
    ]
    filled.commit(add(*made), None)
    bar = canvas.steps._bar
    assert bar.accessibleDescription() == "1 merged, 1 untouched, 1 not decided"


def test_a_missing_leg_is_named_and_one_press_begins_it(filled, canvas) -> None:
    filled.commit(alter(filled.plan, care(filled), technology_leg="Portal", governance_leg="Panel"), None)
    assert any(
        p.text() == "It seldom lasts without people." for p in canvas.legs.findChildren(Paragraph) if p.isVisible()
    )
    press(canvas.legs, "Add a leg")
    QTest.keyClicks(focused(QWidget), "Six learn it")
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Escape)
    assert care(filled).people_leg == "Six learn it"


def test_the_pact_shows_each_side_and_asks_the_one_that_carries_nothing(filled, canvas) -> None:
    it, service = canvas.pact.sides[Side.IT], canvas.pact.sides[Side.SERVICE]
    assert [block.accessibleName() for block in it.findChildren(Block)] == ["Left out, you"]
    assert service._question.text() == "Nothing yet. What would Dev Rao take on?"


def test_a_risk_is_opened_edited_and_put_in_the_bin_with_a_way_back(filled, page, canvas, dialog_of) -> None:
    canvas.pact.findChildren(Block)[0].click()
    dialog = dialog_of(page)
    rule = dialog.form.editor("stop_rule")
    type_into(rule, "1 in 20 calls")
    assert filled.plan.table(Risk)["r1"].stop_rule == "1 in 20 calls"
    press(dialog, "Move to the bin")
    assert "r1" not in filled.plan.table(Risk)
    filled.undo()
    assert "r1" in filled.plan.table(Risk)


def test_a_citizen_measure_is_offered_and_asks_for_the_figure_from_before(filled, page, canvas, dialog_of) -> None:
    choose(canvas.measures.offer(), "Completion rate")
    [measure] = [m for m in filled.plan.all(Measure) if m.name == "Completion rate"]
    assert (measure.unit, measure.seen_by, measure.of) == ("%", SeenBy.CITIZEN, "c-care")
    field = dialog_of(page).form.editor("baseline")
    assert field.isAncestorOf(QApplication.focusWidget())


def test_a_reading_is_written_in_one_line_and_drawn(filled, canvas) -> None:
    block = canvas.measures.blocks()[0]
    block.begin()
    QTest.keyClicks(block.field, "28 days on 9 Mar")
    QTest.keyClick(block.field, RETURN)
    [reading] = [r for r in filled.plan.all(Reading) if r.measure == "m1"]
    assert (reading.value, reading.on) == (28, PartialDate(2026, 3, 9))
    figure = canvas.measures.blocks()[0].findChild(FigureView).figure
    assert "28 days" in figure.alternative and "target 14" in figure.alternative


def test_a_reading_that_is_none_is_not_stored_and_says_why(filled, canvas) -> None:
    block = canvas.measures.blocks()[0]
    block.begin()
    QTest.keyClicks(block.field, "many")
    QTest.keyClick(block.field, RETURN)
    assert [r for r in filled.plan.all(Reading) if r.measure == "m1"] == []
    assert block.field.text() == "many"
    assert "Write a number" in block.field.accessibleDescription()


def test_the_effort_is_split_by_four_fields(filled, canvas) -> None:
    canvas.effort.open()
    for (effort, field), share in zip(canvas.effort.fields.items(), (30, 29, 23, 18), strict=True):
        line = field.findChild(QLineEdit)
        line.setText(str(share))
        field.settle()
        assert effort in canvas.effort.fields
    assert care(filled).split == (18, 29, 23, 30)
    assert "technology 30 %" in canvas.effort._bar.accessibleDescription()


def test_a_milestone_is_added_and_reached_by_a_press(filled, page, canvas, dialog_of) -> None:
    canvas.milestones.add()
    dialog_of(page).accept()
    [milestone] = filled.plan.all(Milestone)
    disc = canvas.milestones.findChild(Disc)
    QTest.keyClick(disc, RETURN)
    assert filled.plan.table(Milestone)[milestone.id].done_on == PartialDate(2026, 3, 12)
    assert disc.isChecked() and canvas.milestones.findChild(Disc) is disc
    disc.click()
    assert filled.plan.table(Milestone)[milestone.id].done_on is None


def test_readiness_is_rated_on_a_day(filled, page, canvas, dialog_of) -> None:
    canvas.service.add()
    [readiness] = filled.plan.all(Readiness)
    assert (readiness.service, readiness.on) == ("care", PartialDate(2026, 3, 12))
    editor = dialog_of(page).form.editor("attitude")
    next(action for action in editor.menu().actions() if action.text() == "4").trigger()
    assert filled.plan.table(Readiness)[readiness.id].attitude == 4


def test_delivered_makes_the_achievement_with_what_was_counted(filled, page) -> None:
    page.desk.go(Place("collaborations", "c-claims"))
    offer = page.canvas.afterwards
    assert offer.isVisible()
    page.canvas.stages.button(Stage.DELIVERED).click()
    press(offer, "Make the achievement")
    [made] = filled.plan.all(Achievement)
    assert (made.title, made.collaboration, made.people) == ("Claims in four days", "c-claims", ("ann",))
    [measure] = [m for m in filled.plan.all(Measure) if m.of == made.id]
    assert [r.value for r in filled.plan.all(Reading) if r.measure == measure.id] == [4]
    assert not [b for b in offer.findChildren(Button) if b.isVisible() and b.text() == "Make the achievement"]
    filled.undo()
    assert filled.plan.all(Achievement) == ()


def test_whether_the_guess_came_true_is_chosen(filled, page) -> None:
    page.desk.go(Place("collaborations", "c-claims"))
    next(a for a in page.canvas.afterwards.came_true.menu().actions() if a.text() == "partly").trigger()
    assert filled.plan.table(Collaboration)["c-claims"].came_true is Outcome.PARTLY


def test_a_finding_is_dismissed_for_this_one_alone(filled, canvas) -> None:
    assert canvas.advice.isVisible()
    next(b for b in canvas.advice.findChildren(Button) if b.accessibleName() == "Not for this one").click()
    assert len(filled.plan.all(Dismissal)) == 1
    assert not canvas.advice.isVisible()


def test_places_lead_to_fields_and_to_what_is_to_be_added(filled, page, dialog_of) -> None:
    page.desk.go(Place("collaborations", "c-care", "lead"))
    assert page.canvas.who_fields.isVisible()
    page.desk.go(Place("collaborations", "c-care", "+milestone"))
    dialog_of(page).accept()
    assert len(filled.plan.all(Milestone)) == 1
    page.desk.go(Place("collaborations", "m1", "target"))
    assert dialog_of(page).form.editor("target").isAncestorOf(QApplication.focusWidget())
    dialog_of(page).accept()
    page.desk.go(Place("collaborations", "c-care", "because"))
    assert page.canvas.texts.texts[4].editing


def test_the_title_is_typed_over_in_the_header_and_stored_before_undo(filled, page, canvas) -> None:
    page.title_wanted.emit()
    field = focused(QLineEdit)
    QTest.keyClicks(field, "Visits that families plan")
    page.window()._undo()
    assert care(filled).title == "Home care visits"
    assert page.heading().title == "Home care visits"


def test_back_leads_to_the_board_and_a_removed_one_closes_its_canvas(filled, page, canvas) -> None:
    page.window().navigator.back()
    assert page.canvas is None
    page.desk.go(Place("collaborations", "c-care"))
    menu = next(
        m
        for m in page.findChildren(QMenu) + page.window().findChildren(QMenu)
        if any(a.text() == "Rename" for a in m.actions())
    )
    choose(menu, "Move to the bin")
    assert "c-care" not in filled.plan.table(Collaboration)
    assert page.canvas is None
    filled.undo()
    assert "m1" in filled.plan.table(Measure)


def test_what_another_process_writes_appears_and_the_cursor_stays(filled, canvas) -> None:
    vision = canvas.texts.texts[1]
    vision.begin()
    editor = focused(QTextEdit)
    QTest.keyClicks(editor, "No waiting")
    filled.commit(alter(filled.plan, care(filled), citizen_need="Known visits"), None)
    assert canvas.texts.texts[0].text() == "Known visits"
    assert editor.toPlainText() == "No waiting" and editor.hasFocus()
