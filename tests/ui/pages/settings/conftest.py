from __future__ import annotations

from collections.abc import Callable

import pytest

from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.settings import SettingsPage
from leaderplan.ui.pages.settings.backups.section import BackupsSection
from leaderplan.ui.pages.settings.secondplace import SecondPlaceSection
from leaderplan.ui.pages.settings.thisplan import ThisPlanSection
from tests.ui.careful import idle, kept, second

__all__ = ["kept", "second"]

OpenPage = Callable[..., SettingsPage]


@pytest.fixture
def open_page(kept: Desk, qtbot) -> OpenPage:
    """Opens the page on a plan that is really kept."""
    opened: list[SettingsPage] = []  # Qt takes a page away that nobody holds

    def show(width: int = 1280, height: int = 800, section: str = "backups") -> SettingsPage:
        page = SettingsPage(kept)
        opened.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.show_record(section)
        idle(kept, qtbot)
        return page

    return show


def backups_of(page: SettingsPage) -> BackupsSection:
    found = page.sections[0]
    assert isinstance(found, BackupsSection)
    return found


def second_place_of(page: SettingsPage) -> SecondPlaceSection:
    found = page.sections[1]
    assert isinstance(found, SecondPlaceSection)
    return found


def plan_of(page: SettingsPage) -> ThisPlanSection:
    found = page.sections[2]
    assert isinstance(found, ThisPlanSection)
    return found
