"""The pages as the sidebar lists them; the pages themselves are imported when they are first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from leaderplan.domain.messages import Message, _

if TYPE_CHECKING:
    from leaderplan.ui.desk import Desk
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
    def of(cls, page: type[Page] | PageCard) -> PageCard:
        """The card of a page."""
        return cls(page.key, page.group, page.title, page.sentence, page.icon, page.at_foot)


@dataclass(frozen=True)
class LatePage(PageCard):
    """A page that ``load`` imports when it is built; to the window it is as good as the page's class."""

    load: Callable[[], type[Page]] = field(kw_only=True)

    def __call__(self, desk: Desk) -> Page:
        """The page, built for a desk."""
        return self.load()(desk)


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
    PageCard(
        "reviews",
        _("Promote"),
        _("Reviews"),
        _("What your mentors said, beside what they said it about."),
        "message-square-text",
    ),
    PageCard(
        "history",
        None,
        _("History"),
        _("Every step, every earlier version, and the way back to it."),
        "history",
        at_foot=True,
    ),
    PageCard(
        "settings",
        None,
        _("Settings"),
        _("Where your plan and its copies are, and how the window looks."),
        "settings",
        at_foot=True,
    ),
)
"""In the order of the sidebar."""
