"""The History page."""

from leaderplan.ui.pages.history.page import History

__all__ = ["History"]
