"""A mentor reads the sample plan, says by keys alone what they think, and returns it; the planner takes it all in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.app.answering import Answering
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import Achievement, CommentKind, Competency
from leaderplan.domain.review import sending
from leaderplan.domain.review.rounds import rounds, standing
from leaderplan.domain.review.threads import threads
from leaderplan.newplan import new_plan
from leaderplan.store import Workspace
from leaderplan.ui.dress import dress
from leaderplan.ui.mentor.leaving import Leaving
from leaderplan.ui.mentor.row import Row
from leaderplan.ui.mentor.window import MentorWindow
from leaderplan.ui.widgets.button import Button
from leaderplan.upkeep import reviews
from leaderplan.upkeep.reviews import Stamp

AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan(tmp_path: Path):
    """The planner's own."""
    with new_plan(tmp_path / "planner", sample=True, today=TODAY) as workspace:
        yield workspace


@pytest.fixture
def review(plan: Workspace, tmp_path: Path) -> Path:
    """What Nadia Khan was sent."""
    file = tmp_path / "for Nadia.leaderplan-review"
    wish = sending.Wish(sending.everything(plan.plan), sending.mentor_named(plan.plan, "Nadia Khan"), "Be frank.")
    reviews.send(plan, wish, file, None, Stamp(AT, TODAY, ENGLISH))
    return file


class Mentor:
    """A mentor at the keyboard."""

    def __init__(self, qtbot, review: Path) -> None:
        self._qtbot = qtbot
        self.window = MentorWindow(review, Answering(), ENGLISH)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        with qtbot.waitSignal(self.window.shown, timeout=20_000):
            self.window.open()

    def press(self, *pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in pressed:
            QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def go_to(self, title: str) -> None:
        """By the arrow keys, through the contents."""
        assert self.window.desk is not None
        contents = self.window.desk.contents
        contents.setFocus()
        self.press(Qt.Key.Key_Home)
        for _row in range(contents.model().rowCount()):
            if contents.currentIndex().data() == title:
                break
            self.press(Qt.Key.Key_Down)
        assert contents.currentIndex().data() == title
        QTest.qWait(50)

    def tab_to(self, name: str) -> None:
        """By the Tab key, from where the keyboard is."""
        for _step in range(200):
            if self.focus.accessibleName().startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never comes to {name!r}")

    def row(self, field: str) -> Row:
        assert self.window.desk is not None
        parts = self.window.desk.document.parts
        return next(part for part in parts if isinstance(part, Row) and part.spot.field == field)

    def press_button(self, words: str) -> None:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        found = [each for top in tops for each in top.findChildren(Button) if each.text() == words and each.isVisible()]
        found[-1].click()

    def return_as(self, file: Path) -> Path:
        target = file.with_name(file.name + ".leaderplan-answer")
        assert self.window.write_answer(target)
        return target


def takes_in(plan: Workspace, file: Path, new: int, known: int) -> None:
    """The planner opens the answer: all of it is proved, and nothing is rejected."""
    offer = reviews.read_answer(plan, file, TODAY)
    assert offer.merge.answer.proven is True
    assert (len(offer.merge.new), offer.merge.known, offer.merge.rejected, offer.merge.unplaced) == (new, known, (), 0)
    reviews.take_in(plan, offer, TODAY, ENGLISH.say)
    assert plan.check() == []


@pytest.mark.timeout(180)
def test_a_mentor_says_what_they_think_and_the_planner_takes_it_in(plan: Workspace, review: Path, qtbot, qapp, tmp_path
                                                                   ) -> None:  # fmt: skip
    dress(qapp, "light")
    story = next(each for each in plan.plan.all(Achievement) if each.title.startswith("One telephone number"))
    competency = next(each for each in plan.plan.all(Competency) if each.code == "D1")
    mentor = Mentor(qtbot, review)
    assert mentor.window.head
    news = mentor.window.head.share

    mentor.go_to(story.title)
    mentor.tab_to("Situation")
    mentor.press(*[Qt.Key.Key_Right] * 10, modifier=SHIFT)
    mentor.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    mentor.type("Which county? Say it for a stranger.")
    mentor.press(Qt.Key.Key_Escape)
    mentor.tab_to("Task")
    mentor.press(Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return)
    mentor.type("I was asked which of eleven telephone systems to buy first.")
    mentor.press(Qt.Key.Key_Escape)
    mentor.go_to(story.title)
    mentor.tab_to("Give a testimonial")
    mentor.press(Qt.Key.Key_Space)
    mentor.type("She held the room for four months.")
    mentor.go_to(f"D1 {competency.title}")
    mentor.tab_to("1, ")
    mentor.press(Qt.Key.Key_Down, Qt.Key.Key_F6)
    mentor.type("I know of these wins only because you sent me this.")
    mentor.go_to("The whole plan")
    for word in ("plain", "impatient", "kind"):
        mentor.press(Qt.Key.Key_Tab)
        mentor.tab_to("Word ")
        mentor.type(word)

    mentor.window.close()
    assert mentor.window.isVisible()
    mentor.press_button("Close, they are kept")
    assert not mentor.window.isVisible()

    again = Mentor(qtbot, review)
    again.go_to(story.title)
    assert [card.boxes()[0].text() for card in again.row("situation").margin.cards] == [
        "Which county? Say it for a stranger."
    ]
    first = again.return_as(tmp_path / "first")
    takes_in(plan, first, new=5, known=0)
    [round] = [round for round in rounds(plan.plan) if round.share == news]
    kinds = {thread.latest.kind for thread in standing(plan.plan, round).threads}
    assert kinds == {
        CommentKind.COMMENT, CommentKind.SUGGESTION, CommentKind.TESTIMONIAL, CommentKind.RATING,
        CommentKind.THREE_WORDS,
    }  # fmt: skip

    again.press_button("Done")
    again.row("situation").margin.cards[0].write()
    again.type(" And which year?")
    [card] = again.row("task").margin.cards
    card.remove_wanted.emit(card.id)
    second = again.return_as(tmp_path / "second")
    takes_in(plan, second, new=2, known=5)
    found = threads(plan.plan, round)
    edited = next(thread for thread in found if thread.latest.field == "situation")
    assert [version.text for version in edited.versions] == [
        "Which county? Say it for a stranger.",
        "Which county? Say it for a stranger. And which year?",
    ]
    withdrawn = next(thread for thread in found if thread.latest.field == "task")
    assert withdrawn.withdrawn and withdrawn.said.proposed.startswith("I was asked which of eleven")
    assert not any(isinstance(each, Leaving) and each.isVisible() for each in QApplication.topLevelWidgets())
    again.window.close()
    assert not again.window.isVisible()
