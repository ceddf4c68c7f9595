"""The window while its plan is closed, opened, put back or moved: nothing of the plan before can be touched."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from leaderplan.app.ways import doors
from leaderplan.domain import edits
from leaderplan.domain.messages import _
from leaderplan.store import backups
from leaderplan.store.snapshot import Reason
from leaderplan.ui.dialogs.sending import SendSheet
from leaderplan.ui.fault import FaultDialog
from leaderplan.ui.tools import SEND
from tests.app.conftest import AT, button, hindered, opens, said, ways
from tests.store.plans import renamed, story


def failing(_progress):
    """A door behind which LeaderPlan makes a mistake."""
    raise ZeroDivisionError


def test_after_a_mistake_of_ours_the_ways_out_stand_below_the_report(program, qtbot, folder):
    snapshot = backups.take(folder, Reason.ASKED, AT)
    opens(qtbot, program)
    with qtbot.waitSignal(program.waiting, timeout=20_000):
        program._leave_by(failing, _("Going back to the backup"))
    [dialog] = program.window.findChildren(FaultDialog)
    assert "ZeroDivisionError" in dialog.report
    dialog.accept()
    assert "LeaderPlan made a mistake" in said(program)
    assert ways(program) == ["Try again", "Go back to it", "Choose it"]
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Try again").click()
    assert story(program.window.desk.workspace).title == "Cut the queue" and snapshot.file.exists()


def test_a_way_is_named_so_that_it_fits_what_is_in_the_way(program, qtbot, folder):
    sound = (folder / "plan.db").read_bytes()
    spoilt = {
        "After mending it by other means": sound[:20_000],
        "After installing the newer LeaderPlan": sound[:60] + (99).to_bytes(4) + sound[64:],
    }
    for words, data in spoilt.items():
        (folder / "plan.db").write_bytes(data)
        hindered(qtbot, program)
        assert words in said(program) and "It was left as it is" in said(program)
        assert "may have gone by itself" not in said(program)


@pytest.mark.parametrize("data", [b"", b"Dear Ann" * 1000])
def test_no_sentence_tells_of_a_way_that_is_not_there(program, qtbot, folder, data):
    (folder / "plan.db").write_bytes(data)
    hindered(qtbot, program)
    assert "It was left as it is." in said(program)
    assert "Choose the folder" not in said(program) and "Open a backup" not in said(program)


def test_opening_that_is_cancelled_can_be_begun_again(program, qtbot, folder):
    gate = threading.Event()
    usual = doors(folder)

    def slow(progress):
        gate.wait(10)
        return usual.open(progress)

    program._start.lead_to(replace(usual, open=slow))
    with qtbot.waitSignal(program.waiting, timeout=20_000):
        program.open()
        program._tasks.running[0].cancel()
        gate.set()
    assert program.window.desk is None and "It was stopped" in said(program)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        button(program, "Try again").click()


def test_a_toast_does_not_undo_a_step_of_the_plan_that_comes_after(program, qtbot, folder):
    opens(qtbot, program)
    renamed(program.window.desk.workspace, story(program.window.desk.workspace), title="Before")
    snapshot = backups.take(folder, Reason.ASKED, AT)
    desk = program.window.desk
    desk.commit(edits.remove(desk.plan, story(desk.workspace)), None)
    desk.toast(_("It lies in the bin."))
    assert program.window.toast.isVisible()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        desk.signals.restore_wanted.emit(snapshot.file)
    assert not program.window.toast.isVisible()
    assert story(program.window.desk.workspace).title == "Before"


def test_a_sentence_about_trouble_stays_when_the_plan_is_closed(program, qtbot):
    opens(qtbot, program)
    program.window.toast.say("The disk is full.", trouble=True)
    program.let_go()
    assert program.window.toast.text() == "The disk is full."


def test_several_tasks_that_hang_hold_the_window_up_once(program, qtbot, monkeypatch):
    opens(qtbot, program)
    monkeypatch.setattr(program._tasks.stop.__func__, "__defaults__", (0.5,))
    gate = threading.Event()
    for _number in range(4):
        program._tasks.start(_("Looking"), lambda _progress, _cancelled: gate.wait(20), lambda _found: None, quiet=True)
    began = time.monotonic()
    program.window.close()
    took = time.monotonic() - began
    gate.set()
    assert 0.4 < took < 1.0
    assert program._desk is None


def test_while_another_plan_takes_the_place_nothing_of_the_closed_one_is_offered(program, qtbot, folder):
    snapshot = backups.take(folder, Reason.ASKED, AT)
    opens(qtbot, program)
    program._restore(snapshot.file)
    assert program.window.sidebar.isHidden() and program.window.header.isHidden()
    assert not {"capture", "palette", "find-all", "import"} & can_be_done(program)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        pass
    assert program.window.sidebar.isVisible() and program.window.header.isVisible()
    assert {"capture", "palette", "find-all", "import"} <= can_be_done(program)


def can_be_done(program) -> set[str]:
    """The commands that the keyboard reaches now."""
    return {command.key for command, _action in program.window.commands.listed()}


def test_at_the_start_the_pages_stand_there_while_the_plan_opens(program, qtbot):
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.open()
        assert program.window.sidebar.isVisible() and program.window.header.isVisible()


def test_after_moving_the_ways_lead_to_the_new_folder(program, qtbot, folder, tmp_path):
    opens(qtbot, program)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program._move(tmp_path / "new")
    assert program.folder == tmp_path / "new"
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program._open_again()
    assert program.window.desk.workspace.folder == tmp_path / "new"


def test_what_is_sent_for_review_is_chosen_from_anywhere(program, qtbot):
    opens(qtbot, program)
    [send] = [action for command, action in program.window.commands.listed() if command is SEND]
    send.trigger()
    [sheet] = program.window.findChildren(SendSheet)
    assert sheet.isVisible() and sheet.focusWidget() is sheet.choosing.mentor.line
    qtbot.waitUntil(lambda: sheet.outcome is not None, timeout=10_000)
    sheet.close()
