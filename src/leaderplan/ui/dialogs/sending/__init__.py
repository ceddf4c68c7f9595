"""Sending a part of the plan to a mentor: what goes is chosen, shown field by field, and written as one file."""

from leaderplan.ui.dialogs.sending.sheet import SendSheet

__all__ = ["SendSheet"]
