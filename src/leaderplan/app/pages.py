"""Where each page of the window comes from: it is imported when it is first shown (docs/decisions/0003)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from leaderplan.ui.contents import CONTENTS, LatePage

if TYPE_CHECKING:
    from leaderplan.ui.pages.page import Page


def _home() -> type[Page]:
    from leaderplan.ui.pages.home import Home

    return Home


def _achievements() -> type[Page]:
    from leaderplan.ui.pages.achievements import Achievements

    return Achievements


def _competencies() -> type[Page]:
    from leaderplan.ui.pages.competencies import Competencies

    return Competencies


def _collaborations() -> type[Page]:
    from leaderplan.ui.pages.collaborations import Collaborations

    return Collaborations


def _people() -> type[Page]:
    from leaderplan.ui.pages.people import People

    return People


def _portfolio() -> type[Page]:
    from leaderplan.ui.pages.portfolio import Portfolio

    return Portfolio


def _reviews() -> type[Page]:
    from leaderplan.ui.pages.reviews import Reviews

    return Reviews


def _history() -> type[Page]:
    from leaderplan.ui.pages.history import History

    return History


def _settings() -> type[Page]:
    from leaderplan.ui.pages.settings import SettingsPage

    return SettingsPage


_LOADERS: Mapping[str, Callable[[], type[Page]]] = {
    "home": _home,
    "achievements": _achievements,
    "competencies": _competencies,
    "collaborations": _collaborations,
    "people": _people,
    "portfolio": _portfolio,
    "reviews": _reviews,
    "history": _history,
    "settings": _settings,
}
PAGES: tuple[LatePage, ...] = tuple(LatePage(**vars(card), load=_LOADERS[card.key]) for card in CONTENTS)
"""Every page of the window, in the order of the sidebar."""
