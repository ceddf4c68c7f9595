"""Five people, open on their page in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.records import (
    Achievement,
    Assessment,
    Channel,
    Collaboration,
    Competency,
    Conversation,
    ConversationKind,
    Framework,
    Level,
    Person,
    Reaction,
    Service,
    Stage,
    Telling,
    Tier,
)
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.people import People
from tests.ui.conftest import OpenPages

RECORDS = (
    Person(id="ann", name="Ann Price", role="Benefits Manager", service_area="Benefits", influence=3, interest=5,
           risk_readiness=3, keep_in_touch_days=14, tier=Tier.MIDDLE_MANAGEMENT),
    Person(id="dev", name="Dev Rao", role="Head of Home Care", service_area="Adult care", influence=4, interest=4,
           risk_readiness=3, keep_in_touch_days=21, tier=Tier.MIDDLE_MANAGEMENT, cares_about="Mondays"),
    Person(id="ruth", name="Ruth Adeyemi", role="Head of Planning", influence=4, interest=2, risk_readiness=1,
           keep_in_touch_days=30, private_notes="Fears the inspectorate"),
    Person(id="helen", name="Helen Marsh", role="Chief Executive", influence=5, interest=4, tier=Tier.EXECUTIVE),
    Person(id="idris", name="Idris Vane", role="Service designer"),
    Conversation(id="talk-dev", person="dev", on=PartialDate(2026, 3, 6), kind=ConversationKind.ASK,
                 about="Planned visits", outcome="He would try two wards", next_step="Ask the panel"),
    Conversation(id="talk-old", person="dev", on=PartialDate(2026, 1, 6), about="The rota"),
    Conversation(id="talk-ruth", person="ruth", on=PartialDate(2025, 12, 28), about="Case officers"),
    Conversation(id="talk-ann", person="ann", on=PartialDate(2026, 3, 10), about="The landlord’s record"),
    Service(id="care", name="Home care", owner="dev", citizens="2,300 people"),
    Collaboration(id="visits", title="Visits planned with families", lead="dev", stage=Stage.INTERESTED),
    Achievement(id="claims", title="Claims decided in four days"),
    Telling(id="told", achievement="claims", person="helen", channel=Channel.CONVERSATION, on=PartialDate(2026, 3, 3),
            reaction=Reaction.SUPPORTIVE),
    Framework(id="frame", title="Digital leadership"),
    Level(id="level", framework="frame", rank=3, title="Leads"),
    Competency(id="redesign", framework="frame", title="Service redesign"),
    Assessment(id="rating", competency="redesign", level="level", on=PartialDate(2026, 1), by="helen"),
)  # fmt: skip

OpenPage = Callable[..., People]


@pytest.fixture
def open_page(desk: Desk, open_pages: OpenPages) -> OpenPage:
    """Opens a window on the page, with the five people or without any."""

    def show(width: int = 1280, height: int = 800, filled: bool = True) -> People:
        if filled:
            desk.commit(add(*RECORDS), None)
        page = open_pages(People, width=width, height=height).navigator.page
        assert isinstance(page, People)
        return page

    return show


@pytest.fixture
def page(open_page: OpenPage) -> People:
    """List and map side by side."""
    return open_page()


def person(desk: Desk, id: str) -> Person:
    """A person as stored."""
    return desk.plan.table(Person)[id]
