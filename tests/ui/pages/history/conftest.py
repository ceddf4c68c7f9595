"""A plan with a past, open on the page of its history in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from leaderplan.domain.edits import add, alter, remove
from leaderplan.domain.fields import Record
from leaderplan.domain.records import Achievement, Claim, Competency, Framework, Measure, Mode, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.history import History
from leaderplan.ui.pages.people import People
from tests.ui.conftest import OpenPages

RECORDS = (
    Person(id="ann", name="Ann Price", role="Benefits Manager"),
    Person(id="dev", name="Dev Rao", cares_about="Mondays"),
    Framework(id="frame", title="Digital leadership"),
    Competency(id="redesign", framework="frame", title="Service redesign"),
    Achievement(id="claims", title="Claims decided in ten days", action="We cut the queue. It was long.",
                people=("ann", "dev"), mode=Mode.CHANGE),
    Measure(id="days", of="claims", name="Days to decide"),
    Claim(id="claim", achievement="claims", competency="redesign"),
)  # fmt: skip

OpenPage = Callable[..., History]


def change(desk: Desk, id: str, **fields: Any) -> None:
    """Alter a record from elsewhere."""
    assert desk.commit(alter(desk.plan, found(desk, id), **fields), None)


def bin_(desk: Desk, id: str) -> None:
    """Move a record to the bin."""
    assert desk.commit(remove(desk.plan, found(desk, id)), None)


def found(desk: Desk, id: str) -> Record:
    """A record as stored."""
    record = desk.plan.find(id)
    assert record is not None
    return record


@pytest.fixture
def open_page(desk: Desk, open_pages: OpenPages) -> OpenPage:
    """Opens a window with the history and two pages of records; with a past, or on a plan that was just begun."""

    def show(width: int = 1280, height: int = 800, filled: bool = True) -> History:
        if filled:
            desk.commit(add(*RECORDS), None)
            change(desk, "claims", title="Claims decided in four days")
            change(desk, "claims", action="I cut the queue. It was long.\nThen the backlog went.")
            change(desk, "dev", cares_about="Mondays and the rota", role="Head of Home Care")
        window = open_pages(History, Achievements, People, width=width, height=height)
        page = window.navigator.page
        assert isinstance(page, History)
        return page

    return show


@pytest.fixture
def page(open_page: OpenPage) -> History:
    """List and step side by side."""
    return open_page()


W = TypeVar("W", bound=QWidget)


def seen(kind: type[W], within: QWidget) -> list[W]:
    """The widgets of a kind that are in view, once all that was shown has come up."""
    QApplication.processEvents()
    return [each for each in within.findChildren(kind) if each.isVisible()]


def titles(page: History) -> list[str]:
    """What the rows in view say."""
    return [event.title for event in page.listing.current.model.events]
