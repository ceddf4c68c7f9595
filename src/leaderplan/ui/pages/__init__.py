"""The pages of the window, in the order of the sidebar."""

from __future__ import annotations

from leaderplan.ui.pages.achievements import Achievements
from leaderplan.ui.pages.collaborations import Collaborations
from leaderplan.ui.pages.competencies import Competencies
from leaderplan.ui.pages.home import Home
from leaderplan.ui.pages.page import Page
from leaderplan.ui.pages.people import People
from leaderplan.ui.pages.portfolio import Portfolio

PAGES: tuple[type[Page], ...] = (Home, Achievements, Competencies, Collaborations, People, Portfolio)
