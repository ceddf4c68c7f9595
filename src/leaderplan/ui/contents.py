"""The pages as the sidebar lists them. Apart from the pages themselves, so that the window can paint before those are
imported, with all the rules and forms they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from leaderplan.domain.messages import Message, _

if TYPE_CHECKING:
    from leaderplan.ui.pages.page import Page


@dataclass(frozen=True)
class PageCard:
    """What is said about a page before it is built; the page says the same of itself."""

    key: str
    group: Message | None
    title: Message
    sentence: Message
    icon: str
    at_foot: bool = False

    @classmethod
    def of(cls, page: type[Page]) -> PageCard:
        """The card of a page."""
        return cls(page.key, page.group, page.title, page.sentence, page.icon, page.at_foot)


CONTENTS: Final[tuple[PageCard, ...]] = (
    PageCard("home", None, _("Home"), _("Where you stand, and what to do next."), "home"),
    PageCard(
        "achievements", _("Grow"), _("Achievements"), _("What you did, and what changed because of it."), "trophy"
    ),
    PageCard(
        "competencies",
        _("Grow"),
        _("Competencies"),
        _("What a digital leader is expected to show, and what your record shows."),
        "grid-3x3",
    ),
    PageCard(
        "collaborations",
        _("Lead"),
        _("Collaborations"),
        _("Changes of a service that you make together with its manager."),
        "handshake",
    ),
    PageCard(
        "people",
        _("Lead"),
        _("People"),
        _("Who matters, who is ready for risk, whom you are losing touch with."),
        "users",
    ),
    PageCard(
        "portfolio",
        _("Promote"),
        _("Portfolio"),
        _("What a panel will read: your stories, as the pages that you hand in."),
        "briefcase",
    ),
)
"""In the order of the sidebar, and of PAGES."""
