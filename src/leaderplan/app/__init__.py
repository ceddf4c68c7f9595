"""Joins everything for the window: the composition root.

The window paints first and the plan is opened after that, because the store takes longer to import than the window to
show. A page is imported when it is first shown, and what reads files when a file is to be read.
"""

from leaderplan.app.application import Application
from leaderplan.app.painting import paint
from leaderplan.app.reading import read_review
from leaderplan.app.running import application, run, settings

__all__ = ["Application", "application", "paint", "read_review", "run", "settings"]
