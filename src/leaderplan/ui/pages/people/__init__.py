"""The People page."""

from leaderplan.ui.pages.people.page import People

__all__ = ["People"]
