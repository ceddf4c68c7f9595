"""Settings: what keeps the plan safe, where it lies, and how the window looks."""

from leaderplan.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
