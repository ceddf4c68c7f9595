from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Attachment
from leaderplan.domain.records import (
    Achievement,
    Collaboration,
    Comment,
    CommentKind,
    Conversation,
    Person,
    Profile,
    Round,
    Stage,
    StrayAnswer,
)
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.store.viewing import view
from leaderplan.ui.dialogs.erasing import EraseSheet, UnreachedSheet, ask_to_erase
from leaderplan.ui.dialogs.erasureextent import losing, reached
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.collaborations import Collaborations
from leaderplan.ui.pages.people import People
from leaderplan.ui.signals import Notice
from leaderplan.ui.widgets.text import Paragraph
from tests.ui.careful import idle

DAY = PartialDate(2026, 3, 1)
ANN = Person(id="ann", name="Ann Price")
TALK = Conversation(id="talk", person="ann", on=DAY, about="What she would risk")
STORY = Achievement(id="story", title="Claims in four days", people=("ann",))


@pytest.fixture
def full(kept):
    assert kept.commit(edits.add(ANN, TALK, STORY), None)
    backups.take(kept.workspace.folder, Reason.ASKED, now())
    return kept


def erased(window) -> list[UnreachedSheet]:
    return [sheet for sheet in window.findChildren(UnreachedSheet) if sheet.isVisible()]


def test_what_goes_is_listed_with_all_that_hangs_on_it_and_what_stays_is_counted(full, window) -> None:
    sheet = ask_to_erase(full, window, ANN)
    assert [record.id for record in sheet.going] == ["ann", "talk"]
    assert "Ann Price" in sheet.lines.text()
    said = " ".join(part.text() for part in sheet.findChildren(Paragraph))
    assert "What goes: 1 Person and 1 Conversation" in said
    assert "1 other record stays" in said and "Archives keep" in said and "No backup brings it back" in said


def test_what_was_said_of_it_goes_and_who_got_a_copy_is_told_before_and_not_again(full, window, qtbot) -> None:
    nadia = Person(id="nadia", name="Nadia Khan")
    round = Round(id="round", title="Nadia Khan, round 1", mentor="nadia", sent_on=DAY, scope=("story",))
    said = Comment(
        id="said", round="round", record="story", kind=CommentKind.COMMENT, text=f"Whose four days?\n\n{'So ' * 90}"
    )
    stray = StrayAnswer(id="stray", title="Answer", attachment=Attachment("a" * 64, "answer", 1))
    assert full.commit(edits.add(nadia, round, said, stray), None)
    sheet = ask_to_erase(full, window, STORY)
    assert [record.id for record in sheet.going] == ["story", "said"]
    told = " ".join(part.text() for part in sheet.findChildren(Paragraph))
    assert f"Whose four days? {'So ' * 27}S…" in told
    assert "The copy of what was sent in 1 round goes too. Answers to that round are still taken in." in told
    assert "Nadia Khan got a copy on 1 Mar 2026." in told
    assert "1 answer that was kept aside may quote it" in told
    assert "loses its link" not in told  # the round loses its copy, which was said
    sheet.sure.click()
    sheet.erase.click()
    idle(full, qtbot)
    assert full.plan.find("said") is None
    assert full.plan.table(Round)["round"].scope == ()
    assert erased(window) == []


def test_nothing_goes_without_the_tick(full, window, qtbot) -> None:
    sheet = ask_to_erase(full, window, ANN)
    sheet.erase.click()
    assert not full.tasks.running and full.plan.find("ann") == ANN
    sheet.leave.click()
    assert full.plan.find("ann") == ANN


def test_the_keyboard_is_on_the_way_out(full, window, qtbot) -> None:
    sheet = ask_to_erase(full, window, ANN)
    qtbot.waitUntil(lambda: sheet.focusWidget() is sheet.leave)


def test_what_goes_comes_first_and_the_warning_once(full, window) -> None:
    sheet = ask_to_erase(full, window, ANN)
    said = [part.text() for part in sorted(sheet.findChildren(Paragraph), key=lambda part: part.y())]
    assert said[0].startswith("What goes") and "Ann Price" in said[1]
    words = " ".join((*said, sheet.sure.text()))
    assert words.count("cannot be undone") == 1


def test_after_the_tick_it_is_gone_for_good_and_that_is_said(full, window, qtbot) -> None:
    notices: list[Notice] = []
    full.signals.noticed.connect(notices.append)
    sheet = ask_to_erase(full, window, ANN)
    sheet.sure.click()
    qtbot.mouseClick(sheet.erase, Qt.MouseButton.LeftButton)
    idle(full, qtbot)
    assert full.plan.find("ann") is None and full.plan.find("talk") is None
    assert full.plan.get(Achievement, "story").people == ()
    for file in full.workspace.folder.rglob("*.db"):
        assert b"Ann Price" not in file.read_bytes()
    assert full.say(notices[0].message) == "2 records are gone for good." and not notices[0].undo
    assert not erased(window)


def test_a_copy_that_could_not_be_cleaned_is_named_with_what_no_program_reaches(
    full, window, qtbot, monkeypatch
) -> None:
    def broken(_folder):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("leaderplan.store.erasing.finish", broken)
    sheet = ask_to_erase(full, window, ANN)
    sheet.sure.click()
    sheet.erase.click()
    qtbot.waitUntil(lambda: bool(erased(window)), timeout=10_000)
    said = " ".join(part.text() for part in erased(window)[0].findChildren(Paragraph))
    assert "could not be cleaned yet" in said and "Archives keep" in said


def test_the_pages_hear_of_it_in_the_thread_of_the_window(full, window, qtbot) -> None:
    heard: list[threading.Thread] = []

    class Ear(QObject):
        def hear(self, _edit: object, _by: object) -> None:
            heard.append(threading.current_thread())

    ear = Ear()
    full.signals.changed.connect(ear.hear)
    full.signals.changed.connect(lambda _edit, _by: heard.append(threading.current_thread()))
    sheet = ask_to_erase(full, window, ANN)
    sheet.sure.click()
    sheet.erase.click()
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=10_000)
    assert set(heard) == {threading.main_thread()}
    idle(full, qtbot)


def test_what_lies_in_the_bin_can_be_erased_too(full, window, qtbot) -> None:
    full.commit(edits.remove(full.plan, ANN), None)
    assert set(reached(full, ANN).gone) == {"ann", "talk"}
    sheet = ask_to_erase(full, window, ANN)
    sheet.sure.click()
    sheet.erase.click()
    idle(full, qtbot)
    assert not full.workspace.removed()


def test_what_cannot_be_erased_is_said(full, window, qtbot) -> None:
    notices: list[Notice] = []
    full.signals.noticed.connect(notices.append)
    [profile] = full.plan.all(Profile)
    sheet = EraseSheet(full, window, profile)
    sheet.sure.setChecked(True)
    sheet.erase.click()
    idle(full, qtbot)
    assert notices[0].trouble and full.plan.find(profile.id)


def test_whoever_only_refers_to_it_stays(full) -> None:
    assert losing(full.plan, [ANN, TALK]) == {"story"}


def test_the_sheet_stays_within_a_small_window_and_the_button_in_view(full, window, qtbot) -> None:
    full.commit(
        edits.add(*(Conversation(id=f"talk{n}", person="ann", on=DAY, about=f"Talk {n}") for n in range(60))), None
    )
    window.resize(900, 600)
    sheet = ask_to_erase(full, window, ANN)
    qtbot.wait(30)
    assert sheet.height() <= 600 and sheet.rect().contains(sheet.erase.geometry())


@pytest.mark.parametrize(("kind", "record"), [
    (People, "ann"), (Achievements, "story"), (Collaborations, "joint"),
])  # fmt: skip
def test_wherever_a_record_can_go_to_the_bin_it_can_be_erased(full, qtbot, kind, record) -> None:
    full.commit(edits.add(Collaboration(id="joint", title="Claims in one visit", stage=Stage.SPOTTED)), None)
    page = kind(full)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.refresh()
    page.show_record(record)
    menus = [menu for part in (page, *page.header_buttons()) for menu in part.findChildren(QMenu)]
    [action] = [each for menu in menus for each in menu.actions() if "Erase" in each.text()]
    action.trigger()
    [sheet] = [each for each in page.findChildren(EraseSheet) if each.isVisible()]
    assert sheet.going[0].id == record


def test_a_plan_that_is_only_looked_at_does_not_offer_it(full, qtbot) -> None:
    [made] = backups.listed(full.workspace.folder)
    with view(made.file, full.workspace.folder) as looked_at:
        page = People(replace(full, workspace=looked_at, care=None))
        qtbot.addWidget(page)
        actions = [each for menu in page.findChildren(QMenu) for each in menu.actions()]
        assert actions and not any("Erase" in each.text() for each in actions)
