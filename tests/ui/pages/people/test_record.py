"""What a person relies on when they read and edit the page of somebody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.records import Conversation, ConversationKind, Person, Service, Tier
from leaderplan.ui.forms.dialog import RecordDialog
from leaderplan.ui.pages.people.side import View
from leaderplan.ui.place import Place
from tests.ui.pages.people.conftest import person
from tests.ui.typed import type_into


def went(desk) -> list[Place]:
    """The places that are asked for from now on."""
    places: list[Place] = []
    desk.signals.asked.connect(places.append)
    return places


def talks_of(desk, id: str) -> list[Conversation]:
    return [talk for talk in desk.plan.all(Conversation) if talk.person == id]


def note(line, **texts: str) -> None:
    """Type into the line of a new conversation and press Enter in the last field."""
    for name, text in texts.items():
        QTest.keyClicks(line.texts[name], text)
    QTest.keyClick(line.texts["about"], Qt.Key.Key_Return)


def test_a_new_person_is_stored_at_once_with_the_name_ready_to_be_typed_over(page, desk) -> None:
    page.primary.slot()
    assert page.side.view is View.PAGE
    editor = page.record.title.focusProxy()
    assert editor.textCursor().selectedText() == "New person"
    QTest.keyClicks(editor, "Karl Weiss")
    page.record.title.end()
    assert "Karl Weiss" in [each.name for each in desk.plan.all(Person)]
    desk.undo()
    desk.undo()
    assert len(desk.plan.all(Person)) == 5


def test_every_text_is_stored_where_it_stands_and_shown_again(page, desk) -> None:
    page.show_record("dev")
    parts = {name: part for texts in page.record.texts for name, part in texts.parts.items()}
    assert set(parts) == {"role", "organisation", "service_area", "email", "phone", "cares_about", "promised",
                          "private_notes"}  # fmt: skip
    for name, part in parts.items():
        type_into(part, f"words for {name}")
        assert getattr(person(desk, "dev"), name) == f"words for {name}"
    page.show_record("ruth")
    page.show_record("dev")
    assert parts["promised"].text() == "words for promised"


def test_an_empty_name_stays_beside_its_sentence_and_the_old_one_is_kept(page, desk) -> None:
    page.show_record("dev")
    page.record.title.begin()
    page.record.title.focusProxy().clear()
    page.record.title.end()
    assert person(desk, "dev").name == "Dev Rao"
    assert ("dev", "name") in desk.workspace.drafts()


def test_a_choice_is_stored_by_the_click_that_makes_it(page, desk) -> None:
    page.show_record("idris")
    standing = page.record.standing
    for name, value in (("tier", Tier.FRONT_LINE), ("influence", 2), ("interest", 5), ("risk_readiness", 0)):
        action = next(entry for each, _words, entry in standing.choices[name]._entries if each == value)
        action.trigger()
        assert getattr(person(desk, "idris"), name) == value
    assert standing.choices["risk_readiness"].text() == "Ready for risk: no"
    standing.agent.click()
    assert person(desk, "idris").change_agent
    QTest.keyClicks(standing.days.focusProxy(), "45")
    standing.days.settle()
    assert person(desk, "idris").keep_in_touch_days == 45
    assert page.listing.model.contact("idris").promised == 45


def test_a_number_of_days_that_is_none_stays_as_typed_and_belongs_to_its_person_alone(page, desk) -> None:
    page.show_record("dev")
    days = page.record.standing.days
    days.set_value(None)
    QTest.keyClicks(days.focusProxy(), "often")
    days.settle()
    assert days.wrong and person(desk, "dev").keep_in_touch_days == 21
    page.show_record("ruth")
    assert not days.wrong and days.text() == "30"
    page.show_record("dev")
    assert days.wrong and days.text() == "often"


def test_conversations_are_read_newest_first_with_what_came_of_them(page) -> None:
    page.show_record("dev")
    rows = page.record.conversations.rows
    assert [row.words.about for row in rows] == ["Planned visits", "The rota"]
    assert (
        rows[0].accessibleName() == "6 Mar 2026, ask, Planned visits, He would try two wards, Next step: Ask the panel"
    )


def test_a_conversation_is_noted_in_a_line_and_counts_at_once(page, desk) -> None:
    page.show_record("ruth", "+conversation")
    line = page.record.conversations.line
    assert line.isVisible() and line.texts["about"].hasFocus()
    note(line, outcome="She will lend two officers", next_step="Send the dates", about="Appeals")
    made = next(talk for talk in talks_of(desk, "ruth") if talk.id != "talk-ruth")
    assert (made.about, made.outcome, made.next_step) == ("Appeals", "She will lend two officers", "Send the dates")
    assert (made.on, made.kind) == (PartialDate(2026, 3, 12), ConversationKind.CHECK_IN)
    assert not line.isVisible()
    assert page.record.conversations.rows[0].words.about == "Appeals"
    assert page.listing.model.contact("ruth").days == 0
    desk.undo()
    assert [row.words.about for row in page.record.conversations.rows] == ["Case officers"]


def test_another_day_and_kind_can_be_given(page, desk) -> None:
    page.show_record("helen", "+conversation")
    line = page.record.conversations.line
    line.on.set_draft("3 Feb 2026")
    line.kind.set_value(ConversationKind.ASK)
    note(line, about="Leave of absence")
    made = talks_of(desk, "helen")[0]
    assert (made.on, made.kind) == (PartialDate(2026, 2, 3), ConversationKind.ASK)


def test_what_was_typed_of_a_conversation_is_stored_when_one_goes_to_another_person(page, desk) -> None:
    page.show_record("helen", "+conversation")
    QTest.keyClicks(page.record.conversations.line.texts["about"], "Half a thought")
    page.listing.view.chosen.emit("dev")
    assert [talk.about for talk in talks_of(desk, "helen")] == ["Half a thought"]
    assert not page.record.conversations.line.isVisible()


def test_nothing_typed_is_nothing_stored(page, desk) -> None:
    before = desk.plan
    page.show_record("helen", "+conversation")
    QTest.keyClick(page.record.conversations.line.texts["about"], Qt.Key.Key_Escape)
    assert not page.record.conversations.line.isVisible()
    page.show_record("dev")
    assert desk.plan == before


def test_a_day_that_is_none_keeps_the_conversation_back_but_not_its_words(page, desk) -> None:
    page.show_record("helen", "+conversation")
    line = page.record.conversations.line
    line.on.set_draft("someday")
    note(line, about="Leave of absence")
    assert line.isVisible() and not talks_of(desk, "helen")
    page.listing.view.chosen.emit("dev")
    assert not talks_of(desk, "helen") and line.texts["about"].text() == ""
    page.listing.view.chosen.emit("helen")
    assert line.isVisible() and line.texts["about"].text() == "Leave of absence"
    QTest.keyClick(line.texts["about"], Qt.Key.Key_Return)
    assert [talk.about for talk in talks_of(desk, "helen")] == ["Leave of absence"]
    assert ("helen", "+conversation.about") not in desk.workspace.drafts()


def test_a_press_on_a_conversation_opens_all_of_it(page, desk) -> None:
    page.show_record("dev")
    page.record.conversations.rows[0].click()
    panel = page.record.findChild(RecordDialog)
    type_into(panel.form.editor("next_step"), "Ask the leader")
    assert desk.plan.table(Conversation)["talk-dev"].next_step == "Ask the leader"
    panel.accept()
    assert page.record.conversations.rows[0].words.next_step == "Next step: Ask the leader"


def test_a_conversation_found_elsewhere_leads_to_its_person_and_opens(page) -> None:
    page.show_record("talk-old")
    assert page.record.id == "dev"
    panel = page.record.findChild(RecordDialog)
    assert panel is not None
    panel.accept()


def test_only_the_newest_of_many_conversations_are_shown_until_more_are_asked_for(page, desk) -> None:
    desk.commit(add(*(Conversation(id=f"t{n:02}", person="ann", on=PartialDate(2025, 1, 1 + n % 28), about=f"Talk {n}")
                      for n in range(30))), None)  # fmt: skip
    page.show_record("ann")
    conversations = page.record.conversations
    assert len(conversations.rows) == 20
    conversations._more.click()
    assert len(conversations.rows) == 31 and not conversations._more.isVisible()


def test_services_collaborations_tellings_and_ratings_stand_on_the_page_and_lead_on(page, desk) -> None:
    places = went(desk)
    page.show_record("dev")
    record = page.record
    assert [row.accessibleName() for row in record.runs.rows] == ["Home care, 2,300 people"]
    assert [row.accessibleName() for row in record.collaborations.rows] == [
        "Visits planned with families, leads, Interested"
    ]
    record.collaborations.rows[0].click()
    page.show_record("helen")
    assert [row.accessibleName() for row in record.told.rows] == [
        "Claims decided in four days, conversation, supportive, 3 Mar 2026"
    ]
    assert [row.accessibleName() for row in record.rated.rows] == ["Service redesign, Leads, Jan 2026"]
    record.told.rows[0].click()
    record.rated.rows[0].click()
    assert not record.collaborations.isVisible()
    assert places == [Place("collaborations", "visits"), Place("achievements", "claims"),
                      Place("competencies", "redesign")]  # fmt: skip


def test_a_service_can_be_written_down_for_a_person(page, desk) -> None:
    page.show_record("ruth")
    panel = page.record.runs.add()
    made = next(each for each in desk.plan.all(Service) if each.owner == "ruth")
    type_into(panel.form.editor("name"), "Appeals")
    panel.accept()
    assert desk.plan.table(Service)[made.id].name == "Appeals"
    assert [row.accessibleName() for row in page.record.runs.rows] == ["Appeals"]


def test_the_rules_say_what_to_do_and_the_button_starts_a_conversation(page, desk, qtbot) -> None:
    page.show_record("ruth")
    tray = page.record.advice.tray
    qtbot.waitUntil(tray.isVisible)
    assert len(tray._rows) == 1
    tray.acted.emit(0)
    assert page.record.conversations.line.isVisible()


def test_a_finding_that_is_dismissed_goes_and_comes_back_by_undo(page, desk, qtbot) -> None:
    page.show_record("ruth")
    tray = page.record.advice.tray
    qtbot.waitUntil(tray.isVisible)
    tray.dismissed.emit(0)
    qtbot.waitUntil(lambda: not tray.isVisible())
    desk.undo()
    qtbot.waitUntil(tray.isVisible)


def test_the_menu_moves_somebody_to_the_bin_with_their_conversations_and_undo_brings_all_back(page, desk) -> None:
    before = desk.plan
    page.show_record("dev")
    menu: QMenu = page.side.more
    next(action for action in menu.actions() if action.text() == "Move to the bin").trigger()
    assert "dev" not in desk.plan.table(Person) and not talks_of(desk, "dev")
    desk.undo()
    assert desk.plan == before


def test_an_edit_made_elsewhere_is_shown_at_once(page, desk) -> None:
    page.show_record("dev")
    desk.commit(alter(desk.plan, person(desk, "dev"), name="Dev K. Rao", promised="A word"), None)
    assert page.record.title.text() == "Dev K. Rao"
    assert page.record.texts[2].parts["promised"].text() == "A word"
    desk.commit(remove(desk.plan, desk.plan.table(Service)["care"]), None)
    assert not page.record.runs.rows


def test_words_that_look_like_markup_are_shown_as_typed(page, desk) -> None:
    desk.commit(alter(desk.plan, person(desk, "dev"), name="<b>R&D</b> <img src=x>", role="A & B <i>"), None)
    page.show_record("dev")
    assert page.record.title.text() == "<b>R&D</b> <img src=x>"
    assert page.side.map.foot.sentence.text().startswith("<b>R&D</b> <img src=x>")


def test_half_a_conversation_with_somebody_who_was_removed_comes_back_with_them(page, desk) -> None:
    page.show_record("helen", "+conversation")
    QTest.keyClicks(page.record.conversations.line.texts["about"], "Half a thought")
    desk.commit(remove(desk.plan, person(desk, "helen")), None)
    assert page.record.id != "helen" and not talks_of(desk, "helen")
    desk.undo()
    page.show_record("helen")
    assert page.record.conversations.line.texts["about"].text() == "Half a thought"
