"""A second start: the first window comes forward, and a window that died is in nobody's way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

from leaderplan.ui.onewindow import OneWindow

HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from leaderplan.ui.onewindow import OneWindow
app = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]), Path(sys.argv[2]))
print(one.claim(), flush=True)
sys.stdin.readline()
"""


def holder(tmp_path) -> subprocess.Popen:
    """Another program that shows the plan."""
    arguments = [sys.executable, "-c", HOLD, str(tmp_path / "run"), str(tmp_path / "plan")]
    program = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ)
    assert program.stdout and program.stdout.readline() == "True\n"
    return program


def test_a_second_start_is_heard_by_the_first_with_what_it_was_to_open(qtbot, tmp_path):
    first, second = (OneWindow(tmp_path / "run", tmp_path / "plan") for _ in range(2))
    assert first.claim()
    assert not second.claim()
    heard: list[bool] = []
    with qtbot.waitSignal(first.asked) as told:
        asking = threading.Thread(target=lambda: heard.append(second.ask("/home/ann/Pläne/x.leaderplan", "token 7")))
        asking.start()
    assert told.args == ["/home/ann/Pläne/x.leaderplan", "token 7"]
    asking.join()
    assert heard == [True]
    first.let_go()
    assert second.claim()
    second.let_go()


def test_another_plan_has_a_window_of_its_own(qapp, tmp_path):
    first, other = (OneWindow(tmp_path / "run", tmp_path / name) for name in ("plan", "other"))
    assert first.claim() and other.claim()
    first.let_go()
    other.let_go()


def test_a_window_that_died_is_in_nobodys_way(qapp, tmp_path):
    program = holder(tmp_path)
    one = OneWindow(tmp_path / "run", tmp_path / "plan")
    assert not one.claim()
    program.kill()
    program.communicate()
    assert one.claim()
    one.let_go()


def test_a_window_that_does_not_answer_is_told(qapp, tmp_path):
    program = holder(tmp_path)  # it holds the plan, and its event loop does not run
    one = OneWindow(tmp_path / "run", tmp_path / "plan")
    assert not one.claim()
    assert not one.ask(seconds=0.3)
    assert [path.suffix for path in (tmp_path / "run").iterdir()] == [".lock"]
    program.kill()
    program.communicate()


def test_nonsense_in_the_place_of_a_question_only_brings_the_window_forward(qtbot, tmp_path):
    one = OneWindow(tmp_path / "run", tmp_path / "plan")
    assert one.claim()
    for said in ("{", "[1]", '["a", 1]', '{"a": "b"}', '"' + "x" * 9000 + '"'):
        with qtbot.waitSignal(one.asked) as told:
            next((tmp_path / "run").glob("*.lock")).with_suffix(".asked").write_text(said)
        assert told.args == ["", ""]
    one.let_go()


def test_where_no_lock_can_be_kept_the_window_opens(qapp, tmp_path):
    (tmp_path / "run").write_text("in the way")
    one = OneWindow(tmp_path / "run", tmp_path / "plan")
    assert one.claim()
