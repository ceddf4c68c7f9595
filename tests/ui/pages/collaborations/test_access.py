"""Everybody can use it: names, keys, large text, small windows, every theme."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QMenu, QScrollBar, QWidget

from leaderplan.domain.edits import add, alter
from leaderplan.domain.records import Collaboration, Measure, Milestone, Risk, ServiceStep, Side, Treatment
from leaderplan.ui.dress import current_theme, dress
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.text import Paragraph, PlainLabel
from tests.ui.finding import focused

LONG = "Donaudampfschifffahrtsgesellschaft & <b>R&D</b> Ελλάδα "


@pytest.fixture
def full(filled):
    """A canvas on which every part holds something."""
    care = filled.plan.table(Collaboration)["c-care"]
    filled.workspace.commit(
        add(
            ServiceStep(
                id="s1", collaboration="c-care", position=1, as_is=LONG, to_be=LONG, treatment=Treatment.MERGED
            ),
            Risk(id="r2", collaboration="c-care", title=LONG, side=Side.SERVICE, stop_rule=LONG),
            Milestone(id="q1", collaboration="c-care", title=LONG),
            Measure(id="m9", of="c-care", name=LONG),
        ),
        None,
    )
    texts: dict[str, Any] = dict.fromkeys(
        ("citizen_need", "shared_vision", "if_", "then", "because", "people_leg"), LONG
    )
    filled.workspace.commit(alter(filled.plan, care, split=(18, 29, 23, 30), **texts), None)
    return filled


def name_of_proxy(widget: QWidget) -> str:
    proxy = widget.focusProxy()
    return proxy.accessibleName() if proxy else ""


def controls(top: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QMenu)
    inner = [w for w in top.findChildren(QWidget) if isinstance(w, kinds) or w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [w for w in inner if not isinstance(w, QScrollBar) and w.objectName() not in ("qt_scrollarea_viewport",)]


@pytest.mark.parametrize("record", [None, "c-care", "c-claims"])
def test_every_control_has_a_name(full, open_page, record) -> None:
    page = open_page()
    if record:
        page.desk.go(Place("collaborations", record))
        page.canvas.more.open()
        page.canvas.who.click()
        page.canvas.effort.open()
    nameless = [w for w in controls(page) if not w.accessibleName() and w.isVisibleTo(page) and not name_of_proxy(w)]
    assert [(type(w).__name__, type(w.parentWidget()).__name__) for w in nameless] == []


def test_tab_goes_through_the_canvas_from_top_to_bottom(full, open_page) -> None:
    page = open_page(1280, 900)
    page.desk.go(Place("collaborations", "c-care"))
    QTest.qWait(10)
    page.canvas.stages.findChildren(QAbstractButton)[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _press in range(60):
        widget = focused(QWidget)
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    parts = (page.canvas.stages, page.canvas.texts, page.canvas.steps, page.canvas.pact, page.canvas.milestones)
    first = [next(n for n, w in enumerate(seen) if part.isAncestorOf(w)) for part in parts]
    assert first == sorted(first)
    assert len(set(map(id, seen))) > 25


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
@pytest.mark.parametrize("record", [None, "c-care"])
def test_no_words_are_clipped(qapp, full, open_page, width, height, scale, record) -> None:
    dress(qapp, "light", scale)
    page = open_page(width, height)
    if record:
        page.desk.go(Place("collaborations", record))
    QTest.qWait(50)
    clipped = []
    for label in page.findChildren(PlainLabel):
        if label.isVisible() and label.minimumSizeHint().width() > 1 and label.width() < label.sizeHint().width():
            clipped.append(label.text())
    for label in page.findChildren(Paragraph):
        if label.isVisible() and label.height() < label.heightForWidth(label.width()):
            clipped.append(label.text())
    for button in page.findChildren(QAbstractButton):
        hint = button.sizeHint()
        if button.isVisible() and button.hasHeightForWidth():
            hint.setHeight(button.heightForWidth(button.width()))
        if button.isVisible() and button.height() < hint.height():
            clipped.append(button.accessibleName())
    assert clipped == []


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_it_paints_in_every_theme(qapp, full, open_page, theme) -> None:
    dress(qapp, theme)
    page = open_page()
    assert not page.grab().isNull()
    page.desk.go(Place("collaborations", "c-care"))
    QTest.qWait(20)
    assert not page.grab().isNull()


def test_words_of_a_record_stay_plain(full, page) -> None:
    page.desk.go(Place("collaborations", "c-care"))
    assert page.canvas.texts.texts[0].text() == LONG
    assert "<b>R&D</b>" in page.canvas.texts.guess.accessibleName()


def test_a_chosen_step_can_be_read(full, page) -> None:
    page.desk.go(Place("collaborations", "c-care"))
    QTest.qWait(20)
    table = page.canvas.steps.table
    table.setCurrentIndex(table.model().index(0, 1))
    table.setFocus()
    row = table.visualRect(table.model().index(0, 3))
    ground = table.viewport().grab().toImage().pixelColor(row.right() - 4, row.center().y())
    assert ground == current_theme().hover
