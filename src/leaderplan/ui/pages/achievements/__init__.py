"""What the person did, and what changed because of it."""

from leaderplan.ui.pages.achievements.page import Achievements

__all__ = ["Achievements"]
