"""Competencies: what is expected, how it is rated, and what the record shows."""

from leaderplan.ui.pages.competencies.page import Competencies

__all__ = ["Competencies"]
