"""Files that the system hands to the running program, as it does on a Mac."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from leaderplan.upkeep import archives
from tests.app.conftest import AT
from tests.store.plans import linked, opened

SURROUNDINGS = {"QT_QPA_PLATFORM": "offscreen", "LEADERPLAN_TODAY": "2026-03-12"}

EARLY_AND_LATE = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from leaderplan.app.program import Program

heard = []
app = Program([])
app.asked.connect(heard.append)
send = lambda name: QCoreApplication.sendEvent(app, QFileOpenEvent(name))
assert send("/early one.leaderplan") and send("/early two.leaderplan")
assert heard == [], heard
app.listen()
assert heard == ["/early one.leaderplan", "/early two.leaderplan"], heard
assert send("/late.leaderplan")
assert heard[2:] == ["/late.leaderplan"], heard
"""

WHILE_IT_RUNS = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from leaderplan.app import running
from leaderplan.ui.start.findplan import FindPlan

folder, archive = Path(sys.argv[1]), sys.argv[2]
app = running.application()
QCoreApplication.postEvent(app, QFileOpenEvent(archive))  # before there is a window

def look():
    for window in app.topLevelWidgets():
        if isinstance(window, FindPlan) and window.isVisible():
            print(window._path, flush=True)
            window.close()
            QTimer.singleShot(0, lambda: [each.close() for each in app.topLevelWidgets()])
            return
    QTimer.singleShot(50, look)

QTimer.singleShot(50, look)
sys.exit(running.run(folder))
"""


def ran(program: str, *arguments: object) -> str:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    said = subprocess.run(command, env=os.environ | SURROUNDINGS, capture_output=True, text=True, timeout=50)
    complaints = [line for line in said.stderr.splitlines() if "This plugin does not support" not in line]
    assert (complaints, said.returncode) == ([], 0)
    return said.stdout


def test_a_file_that_comes_before_there_is_a_window_waits_for_it() -> None:
    ran(EARLY_AND_LATE)


def test_an_archive_that_the_system_hands_over_is_offered_in_the_window(tmp_path: Path) -> None:
    with opened(tmp_path, *linked()) as workspace:
        folder = workspace.folder
    archive = tmp_path / "of another computer.leaderplan"
    archives.save(folder, archive, None, AT)
    assert Path(ran(WHILE_IT_RUNS, folder, archive).strip()) == archive
