"""A plan with three collaborations, and the page in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.records import (
    Ambition,
    Collaboration,
    Measure,
    Person,
    Profile,
    Reading,
    Risk,
    SeenBy,
    Service,
    Side,
    Stage,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.collaborations import Collaborations
from tests.ui.conftest import OpenPages

Open = Callable[..., Collaborations]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Home care lacks a risk of the service; Benefits is being delivered; Parking was only spotted."""
    me = desk.plan.all(Profile)[0].id
    home_care: dict[str, Any] = {"service": "care", "lead": "dev", "co_owner": me, "ambition": Ambition.RETHINK}
    desk.workspace.commit(
        add(
            Person(id="dev", name="Dev Rao"),
            Person(id="ann", name="Ann Price"),
            Service(id="care", name="Home care", owner="dev"),
            Service(id="benefits", name="Benefits", owner="ann"),
            Collaboration(id="c-care", title="Home care visits", stage=Stage.INTERESTED, **home_care),
            Collaboration(id="c-claims", title="Claims in four days", stage=Stage.DELIVERING, service="benefits",
                          lead="ann", co_owner=me, agreed_without="Before we wrote risks down"),
            Collaboration(id="c-parking", title="Parking appeals", stage=Stage.SPOTTED),
            Risk(id="r1", collaboration="c-care", title="Left out", side=Side.IT, owner=me),
            Measure(id="m1", of="c-care", name="Days to the first visit", unit="days", seen_by=SeenBy.CITIZEN,
                    baseline=31, target=14),
            Measure(id="m2", of="c-claims", name="Days to decide", unit="days", seen_by=SeenBy.CITIZEN,
                    baseline=21, baseline_on=PartialDate(2025, 1)),
            Reading(id="g1", measure="m2", on=PartialDate(2025, 9), value=4),
        ),
        by=None,
    )  # fmt: skip
    return desk


@pytest.fixture
def open_page(open_pages: OpenPages) -> Open:
    """Opens the page in a window, shown at a size."""

    def show(width: int = 1280, height: int = 900) -> Collaborations:
        page = open_pages(Collaborations, width=width, height=height).navigator.page
        assert isinstance(page, Collaborations)
        return page

    return show


@pytest.fixture
def page(filled: Desk, open_page: Open) -> Collaborations:
    """The page on the filled plan."""
    return open_page()
