"""The pages of the window, in the order of the sidebar."""

from __future__ import annotations

from leaderplan.ui.pages.home import Home
from leaderplan.ui.pages.page import Page

PAGES: tuple[type[Page], ...] = (Home,)
