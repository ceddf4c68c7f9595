"""A small record of three achievements, open on its page in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.records import (
    Achievement,
    Claim,
    Competency,
    Descriptor,
    Evidence,
    EvidenceKind,
    Framework,
    Level,
    Measure,
    Mode,
    Person,
    Post,
    Reading,
    SeenBy,
    Telling,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.achievements import Achievements
from tests.ui.conftest import OpenPages

CLAIMS = Achievement(
    id="claims",
    title="Claims decided in four days",
    started=PartialDate(2025, 9),
    ended=PartialDate(2026, 3),
    mode=Mode.TRANSFORM,
    people=("ann",),
    post="head",
    situation="People waited three weeks.",
    task="Ann and I promised five days.",
    action="I brought the four teams into one room and we struck out eleven steps.",
    result="Nine of ten are decided on the line.",
)
RECORDS = (
    Framework(id="frame", title="Digital leadership"),
    *(Level(id=f"level-{rank}", framework="frame", rank=rank, title=f"Step {rank}") for rank in (1, 2, 3, 4)),
    Competency(id="redesign", framework="frame", title="Service redesign", phrases=("struck out",), position=1),
    Competency(id="partner", framework="frame", title="Partnership", phrases=("one room",), position=2),
    Descriptor(id="d1", competency="redesign", level="level-2", text="Redraws a service with its manager."),
    Person(id="ann", name="Ann Price", role="Head of Benefits"),
    Person(id="helen", name="Helen Marsh", role="chief executive"),
    Post(id="head", title="Head of ICT", organisation="Arrowdale"),
    CLAIMS,
    Achievement(id="notes", title="Case notes read at the doorstep", ended=PartialDate(2025, 6), mode=Mode.CHANGE),
    Achievement(id="contracts", title="Contracts moved to one supplier", ended=PartialDate(2024), mode=Mode.RUN),
    Measure(id="days", of="claims", name="Days to decide a claim", unit="days", baseline=21, seen_by=SeenBy.CITIZEN),
    Reading(id="reading", measure="days", on=PartialDate(2026, 2), value=4),
    Claim(id="claim", achievement="claims", competency="redesign", level="level-2"),
    Evidence(id="thanks", title="Thanks", kind=EvidenceKind.QUOTE, quote="I had my answer.", supports=("claims",)),
    Telling(id="told", achievement="claims", person="helen", on=PartialDate(2026, 3, 3)),
)

OpenPage = Callable[..., Achievements]


@pytest.fixture
def open_page(desk: Desk, open_pages: OpenPages) -> OpenPage:
    """Opens a window on the page, with the small record or without any."""

    def show(width: int = 1280, height: int = 800, filled: bool = True) -> Achievements:
        if filled:
            desk.commit(add(*RECORDS), None)
        page = open_pages(Achievements, width=width, height=height).navigator.page
        assert isinstance(page, Achievements)
        return page

    return show


@pytest.fixture
def page(open_page) -> Achievements:
    """The page with its record at the side."""
    return open_page()
