"""Portfolio."""

from leaderplan.ui.pages.portfolio.page import Portfolio

__all__ = ["Portfolio"]
