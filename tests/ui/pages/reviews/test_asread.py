"""What was sent, read in a task: what was read before an erasure is not shown after it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from leaderplan.app.reviewing import Reviewing
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Round
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.asread import AsRead
from tests.ui.pages.reviews.conftest import OpenPage, idle, round_of
from tests.ui.pages.reviews.mentoring import Mentor


class Held:
    """What is read first is told only when it is let go."""

    def __init__(self) -> None:
        self.has_read, self._may_go_on = threading.Event(), threading.Event()

    def wait(self) -> None:
        """Hold what was read."""
        if not self.has_read.is_set():
            self.has_read.set()
            assert self._may_go_on.wait(10)

    def let_go(self) -> None:
        """Let it be told."""
        self._may_go_on.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made, as_sent = Held(), Reviewing.as_sent

    def slow(reviews: Reviewing, round: Round) -> Plan | None:
        found = as_sent(reviews, round)
        made.wait()
        return found

    monkeypatch.setattr(Reviewing, "as_sent", slow)
    yield made
    made.let_go()


def erase(desk: Desk, id: str) -> None:
    """Erase it, and tell of it as the window does."""
    desk.workspace.erase([id])
    desk.signals.erased.emit()


def test_what_was_read_before_an_erasure_is_let_go(nadia: Mentor, desk: Desk, held: Held, qtbot) -> None:
    read = AsRead(desk, desk.signals)
    came: list[str] = []
    read.came.connect(came.append)
    assert not read.want(round_of(desk))
    assert held.has_read.wait(10)
    desk.signals.erased.emit()
    held.let_go()
    idle(desk, qtbot)
    assert not came
    assert read.of(nadia.round) is None
    assert not read.want(round_of(desk)), "it is read anew"
    idle(desk, qtbot)
    assert came == [nadia.round]
    assert read.of(nadia.round) is not None


def test_trouble_with_what_was_read_before_is_not_told(
    nadia: Mentor, desk: Desk, qtbot, toasts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def gone(_reviews: Reviewing, _round: Round) -> Plan | None:
        assert may_go_on.wait(10)
        raise UserError(_("Gone."), _("Leave it."))

    monkeypatch.setattr(Reviewing, "as_sent", gone)
    read = AsRead(desk, desk.signals)
    read.want(round_of(desk))
    desk.signals.erased.emit()
    may_go_on.set()
    idle(desk, qtbot)
    assert not toasts


def test_what_is_looked_at_is_shown_anew_without_what_was_erased(page: Reviews, desk: Desk, qtbot) -> None:
    page.side.round.head.look.click()
    idle(desk, qtbot)
    assert "Nine of ten claims" in page.side.sent.text.toPlainText()
    erase(desk, "claims")
    assert "Nine of ten claims" not in page.side.sent.text.toPlainText()
    idle(desk, qtbot)
    assert page.side.sent.text.toPlainText() == "It is not here any more."


def test_what_is_wanted_while_something_is_erased_comes_up_without_it(
    nadia: Mentor, desk: Desk, open_page: OpenPage, held: Held, qtbot
) -> None:
    page = open_page()  # the share of a round without an answer is read only when it is looked at
    page.side.round.head.look.click()
    assert held.has_read.wait(10)
    erase(desk, "claims")
    held.let_go()
    idle(desk, qtbot)
    assert page.side.sent.text.toPlainText() == "It is not here any more."
    assert page.read.of(nadia.round) is None
