"""The start of the window: what may be in the way, with its way out; and what other programs do meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from leaderplan.app.caring import Caring
from leaderplan.domain import edits
from leaderplan.domain.records import Achievement
from leaderplan.store import Workspace, backups, database
from leaderplan.store.snapshot import Reason
from leaderplan.ui.start.findplan import FindPlan
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from leaderplan.upkeep import archives, beginning
from tests.app.conftest import AT, button, hindered, opens, said, ways
from tests.store.plans import renamed, story


def untold(_done: int, _of_all: int) -> None:
    """Progress that nobody looks at."""


def spoil(folder: Path) -> bytes:
    data = bytearray((folder / "plan.db").read_bytes())
    data[100:4000] = b"x" * 3900
    (folder / "plan.db").write_bytes(data)
    return bytes(data)


def test_a_damaged_plan_is_kept_and_the_newest_sound_backup_takes_its_place(program, qtbot, folder):
    backups.take(folder, Reason.CLOSE, AT)
    broken = spoil(folder)
    hindered(qtbot, program)
    assert "is damaged" in said(program)
    assert program.window.sidebar.isHidden()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Go back to it").click()
    assert program.window.sidebar.isVisible()
    assert story(program.window.desk.workspace).title == "Cut the queue"
    assert broken in [path.read_bytes() for path in (folder / "set-aside").rglob("plan.db")]


def test_what_can_still_be_read_of_it_is_only_looked_at(program, qtbot, folder):
    with closing(sqlite3.connect(folder / "plan.db")) as db:
        db.execute("UPDATE claim SET why = 'x'")
        db.commit()
    before = (folder / "plan.db").read_bytes()
    hindered(qtbot, program)
    assert ways(program) == ["Look at it", "Choose it", "Try again"]
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Look at it").click()
    desk = program.window.desk
    assert "1 place is damaged" in said(program)
    assert not desk.commit(edits.alter(desk.plan, story(desk.workspace), title="Other"), None)
    assert program.window.toast.isVisible()
    assert (folder / "plan.db").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "sentence", "offered"),
    [
        (b"", "is empty", ["Choose it", "Begin a new plan"]),
        (b"Dear Ann" * 1000, "is not a LeaderPlan plan", ["Choose it", "Begin a new plan"]),
        ("newer", "written by a newer LeaderPlan", ["Try again"]),
        ("cut off", "its end is missing", ["Look at it", "Choose it", "Try again"]),
    ],
)
def test_each_kind_of_plan_that_does_not_open_has_its_own_words(program, qtbot, folder, data, sentence, offered):
    sound = (folder / "plan.db").read_bytes()
    spoilt = {"newer": sound[:60] + (99).to_bytes(4) + sound[64:], "cut off": sound[:20_000]}.get(data, data)
    (folder / "plan.db").write_bytes(spoilt)
    hindered(qtbot, program)
    assert sentence in said(program)
    assert ways(program) == offered
    assert (folder / "plan.db").read_bytes() == spoilt


def test_beginning_anew_sets_aside_what_was_there(program, qtbot, folder):
    (folder / "plan.db").write_bytes(b"Dear Ann" * 1000)
    hindered(qtbot, program)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Begin a new plan").click()
    [kept] = (folder / "set-aside").rglob("plan.db")
    assert kept.read_bytes() == b"Dear Ann" * 1000


def test_a_locked_plan_opens_by_itself_once_the_other_program_lets_go(program, qtbot, folder, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(folder / "plan.db", check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        hindered(qtbot, program)
        assert "Another program is writing" in said(program)
        assert ways(program) == ["Try again", "Open to read"]
        other.rollback()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        pass


def test_a_backup_that_a_command_restores_is_shown_by_the_open_window(program, qtbot, folder):
    snapshot = backups.take(folder, Reason.ASKED, AT)
    opens(qtbot, program)
    desk = program.window.desk
    renamed(desk.workspace, story(desk.workspace), title="Later")
    with qtbot.waitSignal(program.opened, timeout=20_000):
        beginning.restored(folder, snapshot.file).close()
    assert story(program.window.desk.workspace).title == "Cut the queue"
    assert program.window.desk is not desk


def test_going_back_to_a_backup_from_a_page(program, qtbot, folder):
    snapshot = backups.take(folder, Reason.ASKED, AT)
    opens(qtbot, program)
    desk = program.window.desk
    renamed(desk.workspace, story(desk.workspace), title="Later")
    with qtbot.waitSignal(program.opened, timeout=20_000):
        desk.signals.restore_wanted.emit(snapshot.file)
    assert story(program.window.desk.workspace).title == "Cut the queue"


def test_a_record_is_taken_back_out_of_a_backup_that_is_looked_at(program, qtbot, folder):
    snapshot = backups.take(folder, Reason.ASKED, AT)
    opens(qtbot, program)
    desk = program.window.desk
    before = desk.plan
    desk.commit(edits.remove(desk.plan, story(desk.workspace)), None)
    desk.signals.look_wanted.emit(snapshot.file)
    viewer = program._viewer
    qtbot.waitUntil(lambda: viewer.window.desk is not None, timeout=20_000)
    assert "backup of 1 Mar 2026" in said(viewer)
    assert "Only to look at" in [label.text() for label in viewer.window.status.findChildren(PlainLabel)]
    assert not button(viewer, "Take this record back").isEnabled()  # no record is in view
    viewer.window.navigator.go(where_is("queue-0001"))
    assert button(viewer, "Take this record back").isEnabled()
    button(viewer, "Take this record back").click()
    assert desk.plan == before
    assert program.window.toast.isVisible()
    button(viewer, "Take this record back").click()  # it is there now
    assert desk.plan == before
    viewer.window.close()


def where_is(record: str):
    from leaderplan.ui.place import Place

    return Place("achievements", record)


def test_an_archive_of_another_computer_becomes_the_plan(program, qtbot, folder, tmp_path):
    with Workspace.open(folder) as workspace:
        expected = workspace.plan
    archives.save(folder, tmp_path / "a.leaderplan", None, AT)
    shutil.rmtree(folder)
    hindered(qtbot, program)
    program._start.find(tmp_path / "a.leaderplan")
    [sheet] = program.window.findChildren(FindPlan)
    assert sheet.field.isHidden()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        sheet.bring_here.click()
    assert program.window.desk.plan == expected


def test_a_file_that_is_no_archive_is_named_and_asked_about_once(program, qtbot, folder, tmp_path):
    opens(qtbot, program)
    file = tmp_path / "text.leaderplan"
    file.write_text("Dear Ann")
    for _click in range(2):
        program.come_forward(str(file))
    [sheet] = [each for each in program.window.findChildren(FindPlan) if each.isVisible()]
    words = [part.text() for part in sheet.findChildren(Paragraph) if part.isVisible()]
    assert words[0] == "text.leaderplan" and "is no archive of LeaderPlan" in words[1]
    assert sheet.bring_here.isHidden()


@pytest.mark.timeout(120)
def test_a_sealed_archive_asks_for_its_passphrase_until_it_is_right(program, qtbot, folder, tmp_path, monkeypatch):
    home = tmp_path / "someone"
    (home / "OneDrive").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    Caring(folder).choose_place(home / "OneDrive", "correct horse battery", untold)
    with Workspace.open(folder) as workspace:
        expected = workspace.plan
    shutil.rmtree(folder)
    hindered(qtbot, program)
    button(program, "Bring it here").click()
    [sheet] = program.window.findChildren(FindPlan)
    qtbot.waitUntil(lambda: bool(sheet.rows), timeout=20_000)
    sheet.rows[0].click()
    sheet.field.setText("wrong horse battery")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.wrong.isVisible, timeout=30_000)
    assert "does not open" in sheet.wrong.text()
    sheet.field.setText("  correct  horse battery ")
    with qtbot.waitSignal(program.opened, timeout=40_000):
        qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert program.window.desk.plan == expected
    assert Caring(folder).second_place() == home / "OneDrive"


def test_on_close_a_changed_plan_leaves_a_backup(program, qtbot, folder):
    opens(qtbot, program)
    desk = program.window.desk
    desk.commit(edits.add(Achievement(id="story-0002", title="Another")), None)
    program.window.close()
    program.finish()
    [snapshot] = backups.listed(folder)
    assert snapshot.reason is Reason.CLOSE and snapshot.records["achievement"] == 2


def test_while_it_is_open_a_changed_plan_is_backed_up_and_the_status_says_when(program, qtbot, folder):
    opens(qtbot, program)
    desk = program.window.desk
    with qtbot.waitSignal(desk.signals.backed_up, timeout=20_000):
        program._keeper.look()
    assert len(backups.listed(folder)) == 1
    desk.commit(edits.add(Achievement(id="story-0002", title="Another")), None)
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=20_000)
    program._keeper.look()
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=20_000)
    assert len(backups.listed(folder)) == 1  # the last is not ten minutes old
