"""Review files and answers that mean harm, opened in the real windows: refused in a sentence or shown as plain text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from shiboken6 import isValid

from leaderplan.app.answering import Answering
from leaderplan.app.reviewing import Reviewing
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Comment, Round, StrayAnswer
from leaderplan.exchange.review import armour
from leaderplan.exchange.review.package import Review
from leaderplan.places import reviews_folder
from leaderplan.ui.contents import PageCard
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.answerpreview import AnswerPreview
from leaderplan.ui.dress import dress
from leaderplan.ui.mentor.unsealing import Unsealing
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.competencies import Competencies
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.settings import Settings
from leaderplan.ui.signals import Signals
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.empty import EmptyState
from leaderplan.ui.widgets.link import Why
from leaderplan.ui.widgets.text import Paragraph
from leaderplan.ui.window import Window
from tests.hostile.hostileanswers import HOSTILE_ANSWERS, entry, plain_answer, proven
from tests.hostile.reviewfiles import HARMLESS_REVIEWS, REFUSED_REVIEWS, RICH, Opened
from tests.mentoring import TODAY, planner, review_in, sent
from tests.ui.shownwords import SPY, hidden_in, rich_in, said_by, shows_the_spy

LONGEST = 5.0
"""Seconds of the processor that one file may take from the click to the last text that is shown."""
NAME = "from &amp; to"
"""What a file is called before its suffix: Qt would read one sign of it."""
AS_TEXT = tuple(name for name in HOSTILE_ANSWERS if name.partition(": ")[2] in (
    "no object", "deep", "a million lists", "of another plan", "author is a list", "newer", "a ZIP file", "no proof",
    "another round", "changed after it was proved", "about what is private", "one id, two texts", "rich text",
    "signs that are not seen", "formulas", "nothing said", "claims to be the planner",
))  # fmt: skip
"""Answers that are pasted too, in the form in which they come in a mail."""
STORY_SAYS_SOMETHING_ELSE = {"formulas", "signs that are not seen", "as large as a text may be", "of format 1"}


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """A day that stays, and nothing that a window may ask the system to open."""
    monkeypatch.setenv("LEADERPLAN_TODAY", TODAY.isoformat())
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(f"asked to open {url.toString()}"))


@pytest.fixture(autouse=True)
def processor() -> Iterator[None]:
    """No file costs more than it may."""
    start = time.process_time()
    yield
    assert time.process_time() - start < LONGEST


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the plan, its review and a picture that nobody may load lie."""
    made = tmp_path_factory.mktemp("windows")
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(*SPY))
    assert picture.save(str(made / "spy.png"))
    return made


@pytest.fixture(scope="module")
def desk(place: Path, qapp: QApplication) -> Iterator[Desk]:
    """The planner's plan, which was sent to Nadia Khan and Karl Weiss."""
    dress(qapp, "light")
    tasks = Tasks()
    with planner(place / "plan") as workspace:
        sent(workspace, place / "good")
        settings = Settings(place / "window.json")
        made = Desk(workspace, Signals(), ENGLISH, tasks, settings, lambda: TODAY)
        yield replace(made, reviews=Reviewing(workspace, ENGLISH))
        assert tasks.stop()


@pytest.fixture(scope="module")
def good(desk: Desk, place: Path) -> bytes:
    """A good review file."""
    return (place / "good").read_bytes()


@pytest.fixture(scope="module")
def review(good: bytes) -> Review:
    """What is in it."""
    return review_in(good)


def is_plain_sentence(text: str) -> bool:
    """Whether it is a sentence on one line that hides nothing."""
    return bool(text) and text.endswith(".") and "\n" not in text and not hidden_in(text) and len(text) < 400


# -------------------------------------------------------------------------------------------------- the mentor's window


def opened(window: MentorWindow, qtbot: Any) -> None:
    """Wait until the review is there, or what is in the way."""
    window.open()
    idle(window, qtbot)


def idle(window: MentorWindow, qtbot: Any) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window._tasks.running, timeout=20_000)
    settle()


def settle() -> None:
    """Let all that comes with later turns of the event loop come."""
    for _turn in range(5):
        QApplication.processEvents()


@pytest.fixture(scope="module")
def refusing(place: Path, desk: Desk) -> Iterator[MentorWindow]:
    """One window, in which one file after the other is chosen."""
    window = MentorWindow(place / "x.leaderplan-review", Answering(), ENGLISH)
    window.resize(1000, 700)
    window.show()
    yield window
    window.close()


@pytest.fixture
def new_window(qtbot: Any) -> Iterator[Callable[[Path], MentorWindow]]:
    """Opens a file in a window of its own."""
    windows: list[MentorWindow] = []

    def show(file: Path) -> MentorWindow:
        window = MentorWindow(file, Answering(), ENGLISH)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        opened(window, qtbot)
        return window

    yield show
    for window in windows:
        window._leaves = True
        window.close()


def refusal_of(window: MentorWindow, qtbot: Any) -> list[str]:
    """The sentences in which a file was refused, be it once a passphrase was typed."""
    state = window._stack.currentWidget()
    if isinstance(state, Unsealing):
        state.field.setText("correct horse battery staple")
        state.open.click()
        qtbot.waitUntil(lambda: state.wrong.isVisible() or window._stack.currentWidget() is not state, timeout=30_000)
        idle(window, qtbot)
        if window._stack.currentWidget() is state:
            return [state.wrong.text()]
        state = window._stack.currentWidget()
    assert isinstance(state, EmptyState), said_by(window)
    return [each.text() for each in state.findChildren(Paragraph) if each.text().endswith(".")]


def entries_of(window: MentorWindow) -> Iterator[str]:
    """All that the window says, entry by entry of the review, each built to its end."""
    assert window.desk is not None
    for each in window.desk._model.entries:
        window.desk.contents.show_entry(each.key)
        while window.desk.document._left:
            QApplication.processEvents()
        settle()
        yield said_by(window)


@pytest.mark.parametrize("name", REFUSED_REVIEWS)
def test_a_hostile_review_file_is_refused_in_the_window(
    refusing: MentorWindow, good: bytes, tmp_path: Path, qtbot: Any, name: str
) -> None:
    file = tmp_path / f"{NAME}.leaderplan-review"
    data = REFUSED_REVIEWS[name](good)
    file.write_bytes(data)
    before = sorted(tmp_path.rglob("*"))
    refusing._take(str(file))
    idle(refusing, qtbot)
    assert refusing.desk is None and refusing.sitting is None
    told = refusal_of(refusing, qtbot)
    assert len(told) in (1, 2) and all(is_plain_sentence(each) for each in told), told
    assert rich_in(refusing) == []
    assert file.read_bytes() == data and sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", HARMLESS_REVIEWS)
def test_a_strange_review_file_is_shown_as_plain_words(
    new_window: Callable[[Path], MentorWindow], good: bytes, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{NAME}.leaderplan-review"
    file.write_bytes(HARMLESS_REVIEWS[name](good))
    window = new_window(file)
    assert window.desk is not None, said_by(window)
    shown = []
    for words in entries_of(window):
        assert not hidden_in(words)
        assert rich_in(window) == []
        shown.append(words)
    words = "\n".join(shown)
    assert "They wait four days." in words or name in STORY_SAYS_SOMETHING_ELSE
    assert "Shy." not in words and "AGE-SECRET-KEY" not in words and "os.system" not in words
    if name == "rich text":
        assert words.count(RICH) >= 3, "the title, the message and the story stand as they were typed"
    assert not list(reviews_folder().glob("*.json")), "nothing was written, so nothing is kept"


def naming_the_spy(place: Path) -> str:
    """A text that would show the picture where it were rich."""
    address = (place / "spy.png").as_uri()
    return f'<p><img src="{address}" width="40" height="40"><a href="{address}">open</a></p>'


def test_a_picture_that_a_review_names_is_not_loaded(
    new_window: Callable[[Path], MentorWindow], good: bytes, place: Path, tmp_path: Path
) -> None:
    found, rich = Opened.of(good), naming_the_spy(place)
    found.head |= {"title": rich, "message": rich, "from": rich, "to": rich}
    for row in (row for rows in found.tables.values() for row in rows):
        row.update({name: rich for name in ("title", "name", "result", "text") if row.get(name)})
    file = tmp_path / "x.leaderplan-review"
    file.write_bytes(found.packed())
    window = new_window(file)
    for words in entries_of(window):
        assert rich in words
        assert rich_in(window) == []
        assert not shows_the_spy(window)


def test_the_picture_would_be_seen_where_it_is_loaded(place: Path, qtbot: Any) -> None:
    label = QLabel(naming_the_spy(place))
    qtbot.addWidget(label)
    label.show()
    assert shows_the_spy(label) and rich_in(label)
    box = QTextEdit(naming_the_spy(place))
    qtbot.addWidget(box)
    assert shows_the_spy(box) and rich_in(box)


# -------------------------------------------------------------------------------------------------- the page of reviews


@pytest.fixture(scope="module")
def page(desk: Desk) -> Iterator[Reviews]:
    """The page in one window, which takes in one answer after the other."""
    pages = (Reviews, Achievements, Competencies)
    window = Window(tuple(PageCard.of(each) for each in pages), ENGLISH, desk.settings, desk.tasks)
    window.resize(1280, 800)
    window.show()
    window.open_desk(desk, pages)
    found = window.navigator.page
    assert isinstance(found, Reviews)
    yield found
    window.close()


@pytest.fixture
def untouched(desk: Desk, page: Reviews, qtbot: Any) -> Iterator[Plan]:
    """The plan before an answer comes, which is taken back after the test."""
    before = desk.plan
    window_of(page).toast.retract()
    page.opening.preview = None
    yield before
    if page.opening.preview is not None and isValid(page.opening.preview):
        page.opening.preview.close()
    for _step in range(3):
        if desk.plan != before:
            desk.undo()
    rest(desk, qtbot)
    assert desk.plan == before


def window_of(page: Reviews) -> Window:
    """The window that the page is in."""
    window = page.window()
    assert isinstance(window, Window)
    return window


def rest(desk: Desk, qtbot: Any) -> None:
    """Wait until nothing is under way, and all that came of it is shown."""
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=20_000)
    settle()
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=20_000)
    settle()


def own(plan: Plan) -> set[Any]:
    """What is the planner's in the plan, which no answer changes; of a round it changes when one came."""
    return {record for record in plan if not isinstance(record, Comment | StrayAnswer | Round)}


def judge(desk: Desk, page: Reviews, before: Plan, name: str, qtbot: Any) -> None:
    """What came up is a sentence or a preview that counts right; once taken in, all of it stands as plain words."""
    rest(desk, qtbot)
    sheet = page.opening.preview
    if sheet is None:
        toast = window_of(page).toast
        assert name.startswith("refused: ") and toast.isVisible() and is_plain_sentence(toast.text()), toast.text()
        assert desk.plan is before
        return
    assert not name.startswith("refused: ")
    counts_right(sheet)
    assert rich_in(sheet) == [] and not hidden_in(said_by(sheet))
    if sheet.take.isVisible():
        sheet.take.click()
    else:
        sheet.leave.click()
    rest(desk, qtbot)
    assert own(desk.plan) == own(before)
    rounds = {round.id for round in before.all(Round)}
    assert {round.id for round in desk.plan.all(Round)} == rounds
    looked_through(page)
    for stray in desk.plan.all(StrayAnswer):
        page.show_record(stray.id)
        rest(desk, qtbot)
        looked_through(page)


def counts_right(sheet: AnswerPreview) -> None:
    """Whether what it tells is what is in the file."""
    merge = sheet._offer.merge
    assert merge.in_file == len(merge.new) + merge.known + len(merge.rejected)
    numbers = (fact.partition(" ") for fact in sheet.facts if fact[0].isdigit())
    told = {words: int(number.replace(",", "")) for number, _blank, words in numbers}
    new = sum(count for words, count in told.items() if words.startswith("new "))
    known = sum(count for words, count in told.items() if "already" in words)
    rejected = sum(count for words, count in told.items() if "not match" in words)
    assert (new, known, rejected) == (len(merge.new), merge.known, len(merge.rejected)), sheet.facts
    listed = min(len(merge.new), 400) + (len(merge.new) > 400)
    assert sheet.lines.count() == listed


def looked_through(page: Reviews) -> None:
    """From the head of what is shown to its foot, and what is folded away too."""
    window = window_of(page)
    bar = page.side.round.rows.verticalScrollBar()
    for at in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(at)
        for why in page.findChildren(Why):
            if why.isVisible():
                why.click()
        settle()
        assert rich_in(window) == []
        assert not hidden_in(said_by(window))


@pytest.mark.parametrize("name", HOSTILE_ANSWERS)
def test_a_hostile_answer_is_refused_or_taken_in_as_plain_words(
    desk: Desk, page: Reviews, untouched: Plan, review: Review, tmp_path: Path, qtbot: Any, name: str
) -> None:
    file = tmp_path / f"{NAME}.leaderplan-answer"
    data = HOSTILE_ANSWERS[name](review)
    file.write_bytes(data)
    page.open_answer(file)
    judge(desk, page, untouched, name, qtbot)
    assert file.read_bytes() == data


@pytest.mark.parametrize("name", AS_TEXT)
def test_a_hostile_answer_is_no_worse_as_the_text_of_a_mail(
    desk: Desk, page: Reviews, untouched: Plan, review: Review, qtbot: Any, name: str
) -> None:
    text = armour.armoured(HOSTILE_ANSWERS[name](review))
    page.opening.paste("Dear Rhian,\n\n> " + text.replace("\n", "\n> ") + "\n<img src=x> &amp; <b>Nadia</b>\n")
    judge(desk, page, untouched, name, qtbot)


def test_the_texts_to_be_pasted_are_of_every_sort() -> None:
    assert len(AS_TEXT) == 17
    assert {name.partition(":")[0] for name in AS_TEXT} == {"refused", "rejected", "harmless"}


@pytest.mark.parametrize("proved", [True, False])
def test_a_picture_that_an_answer_names_is_not_loaded_and_its_words_stand_as_they_were_typed(
    desk: Desk, page: Reviews, untouched: Plan, review: Review, place: Path, tmp_path: Path, qtbot: Any, proved: bool
) -> None:
    rich = naming_the_spy(place)
    about = {"field": "action", "quote": "We asked", "proposed": rich}
    entries = (
        entry(1, text=rich),
        entry(2, kind="suggestion", text=rich, **about),
        entry(3, kind="testimonial", text=rich),
    )
    file = tmp_path / "x.leaderplan-answer"
    file.write_bytes(proven(review, plain_answer(review, *entries, author=rich), "" if proved else "ab" * 32))
    page.open_answer(file)
    rest(desk, qtbot)
    sheet = page.opening.preview
    assert sheet is not None and rich in said_by(sheet) and not shows_the_spy(sheet) and rich_in(sheet) == []
    sheet.take.click()
    rest(desk, qtbot)
    assert said_by(window_of(page)).count(rich) >= 3
    assert not shows_the_spy(window_of(page)) and rich_in(window_of(page)) == []
