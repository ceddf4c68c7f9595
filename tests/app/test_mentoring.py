"""Reviews opened from outside: each in one window, in one process, and without a plan."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.app.arrivals import Arrivals
from leaderplan.app.claims import Claims
from leaderplan.app.mentoring import Mentoring
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.messages import _
from leaderplan.domain.review import sending
from leaderplan.exchange.review import package
from leaderplan.places import reviews_folder, run_folder
from leaderplan.store import Workspace
from leaderplan.ui.contents import LatePage
from leaderplan.ui.dress import dress
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.pages.page import Page
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp
from tests.app.conftest import AT, opens

SURROUNDINGS = {"QT_QPA_PLATFORM": "offscreen", "LEADERPLAN_TODAY": "2026-03-12"}


@pytest.fixture
def review(folder: Path, tmp_path: Path) -> Path:
    """A review file of the plan."""
    file = tmp_path / "sent.leaderplan-review"
    with Workspace.open(folder) as workspace:
        wish = sending.Wish(sending.everything(workspace.plan), sending.mentor_named(workspace.plan, "Nadia Khan"))
        reviews.send(workspace, wish, file, None, Stamp(AT, date(2026, 3, 12), ENGLISH))
    return file


@pytest.fixture
def mentoring(qapp: QApplication, qtbot):
    """The reviews of one process."""
    dress(qapp, "light")
    claims = Claims(run_folder())
    made = Mentoring(claims)
    yield made
    for window in list(made.windows):
        window._leaves = True
        window.close()
    claims.let_go()


def shown(qtbot, mentoring: Mentoring, file: Path) -> MentorWindow:
    window = mentoring.open(file)
    assert window is not None
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    return window


def test_a_review_that_is_open_comes_forward(mentoring: Mentoring, review: Path, qtbot) -> None:
    window = shown(qtbot, mentoring, review)
    assert mentoring.open(review) is window
    assert len(mentoring.windows) == 1


def test_a_copy_of_a_review_that_is_open_shows_the_window_that_there_is(
    mentoring: Mentoring, review: Path, qtbot, tmp_path: Path
) -> None:
    first = shown(qtbot, mentoring, review)
    copy = tmp_path / "copy.leaderplan-review"
    shutil.copy(review, copy)
    second = mentoring.open(copy)
    assert second is not None and second is not first
    qtbot.waitUntil(lambda: mentoring.windows == [first], timeout=10_000)
    assert first.isVisible()


def test_several_reviews_are_open_at_once(mentoring: Mentoring, review: Path, folder: Path, qtbot, tmp_path) -> None:
    other = tmp_path / "other.leaderplan-review"
    with Workspace.open(folder) as workspace:
        wish = sending.Wish(sending.everything(workspace.plan), sending.mentor_named(workspace.plan, "Karl Weiss"))
        reviews.send(workspace, wish, other, None, Stamp(AT, date(2026, 3, 12), ENGLISH))
    windows = [shown(qtbot, mentoring, file) for file in (review, other)]
    assert mentoring.windows == windows
    windows[0].close()
    assert mentoring.windows == windows[1:]


def test_a_file_that_copies_the_share_of_another_is_a_review_of_its_own(
    mentoring: Mentoring, review: Path, qtbot, tmp_path: Path
) -> None:
    first = shown(qtbot, mentoring, review)
    found = package.read(io.BytesIO(review.read_bytes()))
    forged = tmp_path / "forged.leaderplan-review"
    forged.write_bytes(
        package.write(replace(found.head, key="ef" * 32), found.plan, lambda file: found.files[file.sha256])
    )
    second = shown(qtbot, mentoring, forged)
    assert mentoring.windows == [first, second]


def test_another_process_that_shows_reviews_is_asked(mentoring: Mentoring, review: Path, qtbot) -> None:
    elsewhere = Claims(run_folder())
    assert elsewhere.claim(reviews_folder())
    asked: list[str] = []
    elsewhere.asked.connect(lambda path, _right: asked.append(path))
    script = (
        "import sys; from leaderplan.app.claims import Claims; from leaderplan.places import *\n"
        "sys.exit(not Claims(run_folder()).ask(reviews_folder(), sys.argv[1]))"
    )
    ran = subprocess.Popen([sys.executable, "-c", script, str(review)], env=os.environ | SURROUNDINGS)
    qtbot.waitUntil(lambda: asked == [str(review)], timeout=20_000)
    assert ran.wait(20) == 0
    elsewhere.let_go()


class Reviews(Page):
    """Stands for the page that takes answers."""

    key, group, title, icon = "reviews", None, _("Reviews"), "inbox"
    sentence = _("What your mentors said.")
    taken: list[Path]

    def open_answer(self, path: Path) -> None:
        self.taken = [*getattr(self, "taken", []), path]


@pytest.fixture
def arrivals(program, mentoring: Mentoring, monkeypatch: pytest.MonkeyPatch) -> Arrivals:
    """What comes to the window on the plan."""
    late = LatePage("reviews", None, Reviews.title, Reviews.sentence, "inbox", load=lambda: Reviews)
    monkeypatch.setattr(sys.modules["leaderplan.app.application"], "PAGES", (late,))
    return Arrivals(program, mentoring, mentoring._claims)


def test_an_answer_is_shown_on_the_page_that_takes_it_once_the_plan_is_open(
    program, arrivals: Arrivals, qtbot, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.leaderplan-answer", tmp_path / "B.LEADERPLAN-ANSWER"
    arrivals.take(str(first))
    opens(qtbot, program)
    page = program.window.navigator.page
    assert isinstance(page, Reviews) and page.taken == [first]
    arrivals.take(str(second))
    assert page.taken == [first, second]


def test_a_review_opens_beside_the_plan_whose_window_stays_where_it_is(
    program, arrivals: Arrivals, mentoring: Mentoring, review: Path, qtbot
) -> None:
    opens(qtbot, program)
    arrivals.take(str(review))
    [window] = mentoring.windows
    qtbot.waitUntil(lambda: window.desk is not None, timeout=10_000)
    assert program.window.desk is not None and program.window.isVisible()


def test_a_mentor_without_a_plan_is_not_asked_to_begin_one(
    program, arrivals: Arrivals, mentoring: Mentoring, review: Path, folder: Path, qtbot
) -> None:
    (folder / "plan.db").rename(folder / "away.db")
    with qtbot.waitSignal(program.waiting):
        program.open()
    arrivals.take_from_system(str(review))
    assert not program.window.isVisible()
    assert [window.file for window in mentoring.windows] == [review]


def dropped(window: QWidget, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window, enters)
    event = QDropEvent(QPointF(50, 50), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_what_is_dropped_on_a_review_is_opened_if_it_is_ours(
    mentoring: Mentoring, review: Path, qtbot, tmp_path
) -> None:
    window = shown(qtbot, mentoring, review)
    told: list[str] = []
    mentoring.arrived.connect(told.append)
    assert not dropped(window, tmp_path / "notes.txt")
    assert dropped(window, tmp_path / "x.leaderplan-review", tmp_path / "notes.txt", tmp_path / "y.leaderplan-answer")
    assert [Path(path).name for path in told] == ["x.leaderplan-review", "y.leaderplan-answer"]


def start(*arguments: object) -> subprocess.Popen:
    command = [sys.executable, "-m", "leaderplan", *map(str, arguments)]
    return subprocess.Popen(command, env=os.environ | SURROUNDINGS, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen) -> tuple[str, int]:
    told = process.communicate(timeout=50)[1]
    return "\n".join(line for line in told.splitlines() if "plugin does not support" not in line), process.returncode


def log_of(folder: Path, words: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        file = folder / "log" / "leaderplan.log"
        if file.exists() and words in file.read_text("utf-8"):
            return
        time.sleep(0.1)
    pytest.fail(f"nothing was told of {words!r}")


@pytest.mark.timeout(180)
def test_a_review_is_read_in_the_real_program_without_a_plan(review: Path, own_home: Path) -> None:
    assert ended(start("open", review, "--quit-after-paint")) == ("", 0)
    assert not (own_home / "plan").exists()
    assert not list(reviews_folder().glob("*.json"))
    review.write_bytes(b"Dear Nadia")
    assert ended(start("open", review, "--quit-after-paint")) == ("", 1)
    assert review.read_bytes() == b"Dear Nadia"


@pytest.mark.timeout(180)
def test_a_second_start_finds_the_window_wherever_it_is(review: Path, folder: Path, tmp_path: Path) -> None:
    first = start("open", review)
    try:
        log_of(reviews_folder(), "A review was opened")
        assert ended(start(review)) == ("", 0)
        assert first.poll() is None
    finally:
        first.kill()
        first.communicate()
    planner = start("open", folder)
    try:
        log_of(folder, "A plan was opened")
        assert ended(start("--plan", folder, "open", review)) == ("", 0)
        log_of(folder, "A review was opened")
        assert planner.poll() is None
    finally:
        planner.kill()
        planner.communicate()


REVIEW_OUTLIVES_THE_PLAN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from leaderplan.app import running
from leaderplan.app.claims import Claims
from leaderplan.places import run_folder
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.window import Window

folder, review = Path(sys.argv[1]), sys.argv[2]
app = running.application()
QCoreApplication.postEvent(app, QFileOpenEvent(review))
steps = []

def windows(kind):
    return [each for each in app.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

def look():
    plans, reviews = windows(Window), windows(MentorWindow)
    if not steps and plans and plans[0].desk and reviews and reviews[0].desk:
        steps.append(plans[0].close())
    elif steps and not plans:
        QTimer.singleShot(300, lambda: (print(Claims(run_folder()).claim(folder), reviews[0].isVisible(), flush=True),
                                        reviews[0].close()))
        return
    QTimer.singleShot(50, look)

QTimer.singleShot(50, look)
sys.exit(running.run(folder))
"""


@pytest.mark.timeout(120)
def test_a_review_stays_open_when_the_plan_is_closed_and_another_start_may_have_the_plan(
    review: Path, folder: Path
) -> None:
    command = [sys.executable, "-c", REVIEW_OUTLIVES_THE_PLAN, str(folder), str(review)]
    ran = subprocess.run(command, env=os.environ | SURROUNDINGS, capture_output=True, text=True, timeout=60)
    complaints = [line for line in ran.stderr.splitlines() if "plugin does not support" not in line]
    assert (ran.stdout, complaints, ran.returncode) == ("True True\n", [], 0)
    assert list((folder / "backups").glob("plan-*-close.db"))
