from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leaderplan.domain import edits
from leaderplan.domain.records import Person, Tier
from leaderplan.ui.dialogs.passphrase import Seal
from leaderplan.ui.dialogs.sending.picklist import PickList
from leaderplan.ui.dialogs.sending.picks import Pick
from tests.ui.dialogs.sending.conftest import MARKER, settled


def test_people_are_offered_mentors_first_and_whoever_is_called_the_same_is_told_apart(up, full) -> None:
    full.commit(edits.add(Person(id="other", name="Ann Price", role="Head of parking")), None)
    sheet = up()
    field = sheet.choosing.mentor
    assert field._names.stringList() == ["Karl Weiss", "Nadia Khan", "Ann Price", "Ann Price · Head of parking"]
    field.line.setText("Ann Price · Head of parking")
    assert field.mentor is not None and field.mentor.id == "other"
    field.line.setText("  nadia   KHAN ")
    assert field.mentor is not None and field.mentor.id == "nadia"
    assert field.note.text() == "1 round before this one."
    field.line.setText("Karl Weiss")
    assert field.note.text() == "The first round."


def test_a_new_name_is_a_new_mentor_and_that_is_said(up, full) -> None:
    sheet = up(to="Ruth Adeyemi")
    mentor = sheet.choosing.mentor.mentor
    assert mentor is not None and mentor.tier is Tier.MENTOR and mentor == sheet.choosing.mentor.mentor
    assert "Ruth Adeyemi is added to the people, as a mentor" in sheet.choosing.mentor.note.text()
    assert full.plan.find(mentor.id) is None


def test_a_question_is_put_in_by_one_click_and_offered_no_more(up) -> None:
    sheet = up()
    asking = sheet.choosing.asking
    offered = [question for question in asking.questions if not question.isHidden()]
    assert len(offered) == 3
    asking.field.editor.setPlainText("Be frank.")
    offered[0].click()
    offered[2].click()
    assert asking.message == f"Be frank.\n{offered[0].text()}\n{offered[2].text()}"
    left = [question for question in asking.questions if not question.isHidden()]
    assert len(left) == 3 and not {offered[0], offered[2]} & set(left)
    asking.more.click()
    assert sum(not question.isHidden() for question in asking.questions) == len(asking.questions) - 2
    asking.field.editor.clear()
    assert all(not question.isHidden() for question in asking.questions)


def test_what_stands_in_the_way_is_said_beside_the_button(up, qtbot) -> None:
    sheet = up(to="")
    assert sheet.foot.note.text() == sheet.foot.save.accessibleDescription() == "Say whom it is for."
    assert not sheet.foot.save.isEnabled()
    sheet.choosing.mentor.line.setText("Nadia Khan")
    sheet.choosing.what.extent.segments[2].click()
    settled(sheet, qtbot)
    assert sheet.foot.note.text() == "Tick what goes." and not sheet.foot.save.isEnabled()
    sheet.choosing.what.records.picks.turn(sheet.choosing.what.records.picks.index(1))
    settled(sheet, qtbot)
    assert sheet.foot.note.text() == "" and sheet.foot.save.isEnabled()
    sheet.choosing.sealing.words.choose(Seal.OWN)
    sheet.choosing.sealing.words.own.setText("short")
    assert "shorter than 12 characters" in sheet.foot.note.text() and not sheet.foot.save.isEnabled()
    sheet.choosing.sealing.words.own.setText("long enough to keep")
    assert sheet.foot.save.isEnabled()
    sheet.choosing.asking.field.editor.setPlainText("x" * 10_001)
    assert "longer than 10,000 characters" in sheet.foot.note.text() and not sheet.foot.save.isEnabled()


def test_what_is_private_is_listed_with_the_reason_and_cannot_be_ticked(up, qtbot) -> None:
    sheet = up()
    sheet.choosing.what.extent.segments[2].click()
    records = sheet.choosing.what.records
    said = [records.view.model().index(row, 0).data() for row in range(records.picks.rowCount())]
    assert said == [
        "Achievements",
        "Claims in four days, 1 Mar 2026",
        "One form for a birth, 2025",
        f"{MARKER} story, private, so it stays",
        "Collaborations",
        "One visit",
    ]
    secret = records.picks.index(3)
    assert not records.picks.flags(secret) & Qt.ItemFlag.ItemIsUserCheckable
    assert records.picks.flags(secret) & Qt.ItemFlag.ItemIsEnabled, "the arrows come there, and it says why"
    records.picks.turn(secret)
    assert not records.picks.chosen


def test_records_named_from_elsewhere_are_ticked_from_the_start_but_not_what_is_private(up) -> None:
    sheet = up("story", "secret", "nowhere")
    assert sheet.choosing.what.extent.choice == 2
    assert sheet.choosing.what.wanted(()).records == {"story"}
    assert not sheet.choosing.what.competencies.isChecked()


def test_records_are_found_by_their_words_under_their_kind(up) -> None:
    sheet = up("story")
    picks = sheet.choosing.what.records.picks
    picks.seek("visit ONE")
    assert [pick.words for pick in picks.shown] == ["Collaborations", "One visit"]
    assert picks.chosen == {"story"}, "what is out of view stays ticked"
    picks.seek("")
    assert len(picks.shown) == 6


def test_what_was_sought_hides_nothing_once_there_is_nothing_to_seek_in(dressed, qtbot) -> None:
    made = PickList("Records", "Search")
    qtbot.addWidget(made)
    made.offer([Pick(str(n), f"Story {n}") for n in range(9)])
    made.search.setText("8")
    qtbot.waitUntil(lambda: len(made.picks.shown) == 1)
    made.offer([Pick(str(n), f"Story {n}") for n in range(3)])
    qtbot.waitUntil(lambda: len(made.picks.shown) == 3)
    assert made.search.isHidden()


def test_how_much_goes_is_remembered_for_the_next_time(up, full, tmp_path, qtbot) -> None:
    sheet = up()
    sheet.choosing.what.extent.segments[1].click()
    settled(sheet, qtbot)
    sheet.save_as(tmp_path / "a.leaderplan-review")
    qtbot.waitUntil(lambda: sheet.is_ready)
    sheet.foot.done.click()
    assert up().choosing.what.extent.choice == 1


def test_the_page_goes_by_itself_only_without_a_passphrase_and_else_says_what_it_means(up) -> None:
    sheet = up(seal=Seal.WORDS)
    sealing = sheet.choosing.sealing
    assert not sealing.form.isChecked()
    sealing.form.click()
    assert "never sealed: whoever gets it can read all of this" in sealing._about.text()
    assert sealing.form.accessibleDescription() == sealing._about.text()
    sealing.words.choose(Seal.OPEN)
    assert sealing.form.isChecked() and "never sealed" not in sealing._about.text()
    assert sealing.passphrase is None and "Whoever gets the file can read it." in sealing.words._note.text()
    sealing.words.choose(Seal.WORDS)
    assert not sealing.form.isChecked()


def test_other_words_are_drawn_anew(up) -> None:
    words = up(seal=Seal.WORDS).choosing.sealing.words
    first = words.passphrase
    assert words.box.words.toPlainText() == first and len(first.split()) == 6
    assert words.written.isHidden(), "nobody is asked to keep what is told on the phone"
    words.other.click()
    assert words.passphrase != first and words.box.words.toPlainText() == words.passphrase


def test_a_line_is_ticked_by_the_keyboard(up) -> None:
    sheet = up("story")
    view = sheet.choosing.what.records.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 1, "not the heading"
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert sheet.choosing.what.records.picks.chosen == {"story", "second"}
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert sheet.choosing.what.records.picks.chosen == {"story"}
