"""What is opened from outside, each where it belongs: a review in its own window, all else in the plan's.

It comes from a later start, from the system (on a Mac), or is dropped on a window.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from leaderplan.app.application import Application
from leaderplan.app.claims import Claims
from leaderplan.app.mentoring import Mentoring
from leaderplan.errors import UserError
from leaderplan.ui.arriving import is_answer, is_review
from leaderplan.ui.place import Place
from leaderplan.ui.window import Window

REVIEWS = "reviews"
"""The key of the page that takes answers."""


@runtime_checkable
class TakesAnswers(Protocol):
    """The page on which answers are taken in."""

    def open_answer(self, path: Path) -> None:
        """Show what the answer in this file would bring."""


def offer_answer(window: Window, file: Path) -> None:
    """Show the page that takes answers, with this one."""
    window.navigator.go(Place(REVIEWS))
    page = window.navigator.page
    if isinstance(page, TakesAnswers):
        page.open_answer(file)


class Arrivals(QObject):
    """Of one process whose window shows a plan."""

    def __init__(self, planner: Application, mentoring: Mentoring, claims: Claims) -> None:
        super().__init__(planner)
        self._planner, self._mentoring, self._claims = planner, mentoring, claims

    def take(self, path: str = "", right: str = "") -> None:
        """Open a file, or only come forward, by the ``right`` that a later start was given to do so."""
        if is_review(path):
            self._read(path, right)
            return
        if not self._planner.window.isVisible() and self._mentoring.windows:
            self._claims.claim(self._planner.folder)  # it was closed, and reviews were left open
            self._planner.open()
        if is_answer(path):
            self._planner.come_forward(right=right)
            self._planner.take_answer(Path(path))
        else:
            self._planner.come_forward(path, right)

    def take_from_system(self, path: str) -> None:
        """The same, on a Mac: it starts LeaderPlan without the file, so that a mentor without a plan would be asked
        how to begin one.
        """
        self.take(path)
        if is_review(path) and not self._planner.has_plan and self._mentoring.windows:
            self._planner.window.close()

    def _read(self, path: str, right: str) -> None:
        try:
            self._mentoring.open(Path(path), right)
        except UserError as error:
            self._planner.window.show_error(error)
