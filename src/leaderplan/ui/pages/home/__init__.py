"""Home."""

from leaderplan.ui.pages.home.page import Home

__all__ = ["Home"]
