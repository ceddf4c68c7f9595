"""How the tests of the competencies page point at its cells, click them and read what stands there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import (
    Assessment,
    Level,
)
from leaderplan.domain.rules.standing import standing_in
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies import Competencies
from leaderplan.ui.pages.competencies.cells import MatrixCells
from leaderplan.ui.pages.competencies.parts import StoryRow
from tests.ui.pages.competencies.conftest import TODAY, competency

W = TypeVar("W", bound=QWidget)
VISION = "A vision on a postcard"
CITIZEN = "The citizen’s side"


def at(page: Competencies, title: str, rank: int) -> QPoint:
    """The own place of a cell, as a point of the viewport."""
    model = page.board.model
    row = model.row_of(competency(page.desk, title).id)
    index = model.index(row, rank)
    page.table.scrollTo(index)
    rect = page.table.visualRect(index)
    shown, cells = model.row_at(row), page.table.itemDelegate()
    assert shown is not None and isinstance(cells, MatrixCells)
    places = cells.places(shown.cells[rank - 1], rect.width())
    return QPoint(round(rect.left() + places.own), rect.center().y())


def click(page: Competencies, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(page.table.viewport(), button, Qt.KeyboardModifier.NoModifier, point)


def own_today(desk: Desk, title: str) -> list[int | None]:
    """The ranks of the person's own ratings of today."""
    what = competency(desk, title)
    return [
        desk.plan.table(Level)[each.level or ""].rank
        for each in desk.plan.referring(Assessment, "competency", what)
        if each.by is None and each.on == PartialDate.of(TODAY)
    ]


def stands(desk: Desk, title: str):
    return standing_in(desk.plan, competency(desk, title), TODAY)


def named(page: QWidget, kind: type[W], name: str) -> W:
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name and each.isVisible())


def rows_in(part: QWidget) -> list[StoryRow]:
    """The stories that a part of the panel shows."""
    return [row for row in part.findChildren(StoryRow) if row.isVisible()]


def point_at(page: Competencies, point: QPoint) -> None:
    """Put the pointer on a point of the viewport."""
    QTest.mouseMove(page.windowHandle(), page.table.viewport().mapTo(page, point))


def entry(menu: QMenu, words: str):
    return next(action for action in menu.actions() if action.text() == words)
