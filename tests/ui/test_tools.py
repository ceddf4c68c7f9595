"""What can be done from anywhere leads where it says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from leaderplan.ui import actions, tools
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.palette import Palette
from leaderplan.ui.ownmenu import put_about
from leaderplan.ui.pages.settings import SettingsPage
from leaderplan.ui.place import Place
from leaderplan.ui.window import Window
from tests.ui.conftest import Welcome


@pytest.fixture
def window(open_pages, desk) -> Window:
    made = open_pages(Welcome, SettingsPage)
    tools.add_tools(made, desk, lambda: None)
    return made


def about_of(window: Window) -> QAction:
    [action] = [action for command, action in window.commands.listed() if command is actions.ABOUT]
    return action


def test_the_palette_leads_to_about(window: Window, desk: Desk, qtbot) -> None:
    palette = Palette(desk, window, tools._entries(window), "about leader")
    qtbot.addWidget(palette)
    palette.come_up()
    palette._do(palette.list.currentIndex())
    assert window.navigator.page is not None
    assert window.navigator.page.place == Place("settings", "about")


def test_about_is_where_a_mac_looks_for_it_and_only_once(window: Window, desk: Desk) -> None:
    for _plan in range(2):
        tools.add_tools(window, desk, lambda: None)
        put_about(about_of(window), window)
    assert about_of(window).menuRole() == QAction.MenuRole.AboutRole
    [bar] = window.findChildren(QMenuBar)
    [menu] = [each.menu() for each in bar.actions()]
    assert isinstance(menu, QMenu)
    assert menu.actions() == [about_of(window)]


def test_without_a_plan_about_leads_nowhere_and_is_not_offered(window: Window) -> None:
    about = about_of(window)
    window.close_desk()
    assert not about.isEnabled()


def test_the_palette_sends_for_review_where_the_plan_can_be_sent(window: Window, desk: Desk, qtbot) -> None:
    asked: list[str] = []
    assert tools.SEND not in [command for command, _action in window.commands.listed()]
    tools.add_tools(window, desk, lambda: None, lambda: asked.append("send"))
    palette = Palette(desk, window, tools._entries(window), "send for")
    palette.come_up()
    palette._do(palette.list.currentIndex())
    assert asked == ["send"]
