"""Collaborations: the board, and the canvas of one."""

from leaderplan.ui.pages.collaborations.page import Collaborations

__all__ = ["Collaborations"]
