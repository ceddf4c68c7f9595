"""A plan of years: nothing is worked out in the window's thread, and only what is in view is measured."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from leaderplan.domain import edits
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.records import Achievement, Measure
from leaderplan.ui.dialogs.sending.linedelegate import LineDelegate
from tests.ui.dialogs.sending.conftest import saved, settled

TEXT = "I brought the four teams into one room and we struck out eleven of sixteen steps. " * 3


@pytest.fixture
def many(full):
    stories = [
        Achievement(id=f"s{n}", title=f"Story {n}", ended=PartialDate(2000 + n % 25), action=TEXT, result=TEXT)
        for n in range(600)
    ]
    measures = [Measure(id=f"m{n}", of=f"s{n}", name=f"Days {n}") for n in range(400)]
    assert full.commit(edits.add(*stories, *measures), None)
    return full


def test_it_is_worked_out_beside_the_window(many, up, monkeypatch, qtbot) -> None:
    where: list[threading.Thread] = []
    goes = type(many.reviews).goes

    def noted(self, wish):
        where.append(threading.current_thread())
        return goes(self, wish)

    monkeypatch.setattr(type(many.reviews), "goes", noted)
    sheet = up()
    sheet.choosing.what.extent.segments[1].click()
    settled(sheet, qtbot)
    assert where and threading.main_thread() not in where
    assert sheet.outcome is not None and len(sheet.outcome.goes.plan) > 1000


def test_only_what_is_in_view_is_measured(many, up, monkeypatch, qtbot) -> None:
    measured: set[int] = set()
    height = LineDelegate.height

    def noted(self, line, row, wide):
        measured.add(id(line))
        return height(self, line, row, wide)

    monkeypatch.setattr(LineDelegate, "height", noted)
    view = up().preview.leaves
    QApplication.processEvents()
    assert view.lines.rowCount() > 2000
    assert 0 < len(measured) < 200


def test_the_line_at_the_top_stays_there_and_the_end_is_reached(many, up, qtbot) -> None:
    view = up().preview.leaves
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.grab()
    top, above = view._at_top()
    view.grab()
    assert view._at_top() == (top, above)
    for _turn in range(3):
        bar.setValue(bar.maximum())
        view.grab()
    last = view.lines.index(view.lines.rowCount() - 1)
    assert view.visualRect(last).bottom() + 1 == view.viewport().height()
    middle = view.viewport().rect().center()
    assert view.visualRect(view.indexAt(middle)).contains(middle)


def test_all_of_it_is_sent(many, up, tmp_path, qtbot) -> None:
    sheet = up()
    saved(sheet, tmp_path / "many.leaderplan-review", qtbot)
    assert sheet.is_ready
