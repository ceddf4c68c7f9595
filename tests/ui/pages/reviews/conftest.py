"""A plan that was sent to mentors, open on the page of reviews in a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from leaderplan.app.reviewing import Reviewing
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.language import ENGLISH
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    CommentKind,
    Competency,
    Expectation,
    Framework,
    Level,
    Mode,
    Person,
    Profile,
    Round,
    Tier,
)
from leaderplan.domain.review.rounds import rounds
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.competencies import Competencies
from leaderplan.ui.pages.reviews import Reviews
from leaderplan.ui.pages.reviews.row import CommentRow
from leaderplan.ui.window import Window
from tests.ui.conftest import OpenPages
from tests.ui.pages.reviews.mentoring import Mentor

ACTION = (
    "We brought the teams together and removed unnecessary steps from the process. "
    "Then I asked for the landlord’s word."
)
ACTION_NOW = (
    "I brought the four teams into one room and we struck out eleven of sixteen steps. I argued for trusting the "
    "landlord’s record, and carried that risk. Then I asked for the landlord’s word."
)
RESULT = "Nine of ten claims are now decided while the caller is on the line."
LEVELS = ("Awareness", "Working", "Practitioner", "Expert")
RECORDS = (
    Person(id="nadia", name="Nadia Khan", role="Director of Digital", tier=Tier.MENTOR),
    Person(id="karl", name="Karl Weiss", tier=Tier.MENTOR),
    Framework(id="frame", title="Digital leadership"),
    *(Level(id=f"level{rank}", framework="frame", rank=rank, title=title) for rank, title in enumerate(LEVELS, 1)),
    Competency(id="telling", framework="frame", title="Telling the story", position=1),
    Expectation(id="expected", competency="telling", level="level3"),
    Assessment(id="own", competency="telling", level="level2", on=PartialDate(2026, 1, 5)),
    Achievement(
        id="claims", title="Claims decided in four days", mode=Mode.TRANSFORM, ended=PartialDate(2025, 3),
        action=ACTION, result=RESULT, situation="People waited three weeks to hear.",
    ),
    Achievement(id="parking", title="Parking appeals without a form", ended=PartialDate(2024, 5),
                result="Appeals come by phone."),
)  # fmt: skip

OpenPage = Callable[..., Reviews]


@pytest.fixture(autouse=True)
def this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADERPLAN_TODAY", "2026-03-12")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk with reviews, on a plan with two stories and a framework."""
    made = replace(desk, reviews=Reviewing(desk.workspace, ENGLISH))
    profile = made.plan.all(Profile)[0]
    made.workspace.commit(alter(made.plan, profile, name="Rhian Calloway", target_role="CDO"))
    made.workspace.commit(add(*RECORDS))
    return made


@pytest.fixture
def nadia(desk: Desk, tmp_path: Path) -> Mentor:
    """Who was sent everything and says one of each kind; nothing has come yet."""
    mentor = Mentor(desk, tmp_path, "Nadia Khan", "Where would a panel stop believing me?", date(2026, 3, 3))
    says, kind = mentor.says, CommentKind
    says(kind.COMMENT, text="It reads like one person’s plan. Good.")
    says(kind.SUGGESTION, "claims", "result", RESULT,
         proposed="Nine of ten families hear their answer before they put the phone down.")  # fmt: skip
    says(kind.COMMENT, "claims", "action", "removed unnecessary steps",
         text="Who is “we”? A panel will ask what you risked yourself.")  # fmt: skip
    says(kind.RATING, "telling", level="level1", text="I know of these wins only because you sent me this.")
    says(kind.TESTIMONIAL, "claims", text="I have seen nobody carry such a risk so calmly.")
    says(kind.THREE_WORDS, text="plain, impatient, kind")
    says(kind.COMMENT, "parking", "result", "by phone", text="How many families?")
    return mentor


@pytest.fixture
def open_page(desk: Desk, open_pages: OpenPages) -> OpenPage:
    """Opens a window on the page."""

    def show(width: int = 1280, height: int = 800) -> Reviews:
        page = open_pages(Reviews, Achievements, Competencies, width=width, height=height).navigator.page
        assert isinstance(page, Reviews)
        return page

    return show


@pytest.fixture
def page(nadia: Mentor, open_page: OpenPage) -> Reviews:
    """The round of Nadia, whose answer has come."""
    nadia.comes()
    return open_page()


def round_of(desk: Desk) -> Round:
    """The newest round."""
    return rounds(desk.plan)[0]


def row_saying(page: Reviews, words: str) -> CommentRow:
    """The row of the comment that holds these words."""
    rows = page.side.round.rows
    for key in rows.keys:
        row = rows.row(key)
        assert row is not None
        comment = row.value.said.comment
        if words in f"{comment.text} {comment.proposed}":
            return row
    raise AssertionError(f"no comment says {words!r}")


def bin_(desk: Desk, id: str) -> None:
    """Move a record to the bin."""
    record = desk.plan.find(id)
    assert record is not None
    assert desk.commit(remove(desk.plan, record), None)


def change(desk: Desk, id: str, **fields: Any) -> None:
    """Alter a record from elsewhere."""
    record = desk.plan.find(id)
    assert record is not None
    assert desk.commit(alter(desk.plan, record, **fields), None)


def idle(desk: Desk, qtbot) -> None:
    """Wait until nothing is under way and all that came of it is shown."""
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=10_000)
    for _turn in range(5):
        QApplication.processEvents()


@pytest.fixture
def toasts(desk: Desk) -> list[str]:
    """What was said, in order."""
    said: list[str] = []
    desk.signals.noticed.connect(lambda notice: said.append(desk.say(notice.message)))
    return said


def shown(page: Reviews) -> list[str]:
    """What the comments in view say, in their order."""
    rows = page.side.round.rows
    found = [rows.row(key) for key in rows.keys]
    return [row.value.said.comment.text or row.value.said.comment.proposed for row in found if row]


def window_of(page: Reviews) -> Window:
    """The window that the page is in."""
    window = page.window()
    assert isinstance(window, Window)
    return window
