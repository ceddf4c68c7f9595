"""What everybody relies on who cannot see, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

import time
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from leaderplan.domain.edits import add, alter
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement
from leaderplan.ui.dress import dress
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.text import PlainLabel

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, EditableText, QScrollArea)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 4 + "x" * 300


def test_every_control_has_a_name(page) -> None:
    nameless = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()
                and not each.accessibleName()]  # fmt: skip
    assert not nameless


def test_the_keyboard_gets_from_the_list_through_every_part_of_the_record(page) -> None:
    reached, widget = [], page.listing.view
    for _step in range(300):
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and page.isAncestorOf(widget):
            reached.append(widget)
    record = page.record
    parts = [record.head._mode, record.title, record.story.parts["action"], record.company._button,
             record.claims._button, record.evidence._button, record.told._button]  # fmt: skip
    places = [reached.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(("theme", "scale", "size"), [
    ("light", 1.0, (1280, 800)), ("light", 1.0, (1100, 700)), ("dark", 1.0, (900, 600)),
    ("light", 2.0, (1280, 800)), ("high-contrast", 2.0, (900, 600)),
])  # fmt: skip
def test_no_label_is_clipped(desk, dressed, open_page, theme, scale, size) -> None:
    dress(dressed, theme, scale)
    page = open_page(*size)
    desk.commit(alter(desk.plan, desk.plan.table(Achievement)["claims"], title=LONG[:200], action=LONG), None)
    page.show_record("claims")
    for _turn in range(5):
        QApplication.processEvents()
    area = page.record._area
    assert area.widget().width() <= area.viewport().width()
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.fontMetrics().height(), label.text()
            if not (isinstance(label, PlainLabel) and label._shortens):
                assert label.width() >= min(label.sizeHint().width(), label.parentWidget().width()) - 1, label.text()
    for text in page.record.findChildren(EditableText):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width())


def test_an_edit_among_ten_thousand_is_taken_in_a_moment(desk, page) -> None:
    records = [Achievement(id=f"many-{n}", title=f"Story {n}", ended=None) for n in range(10_000)]
    plan = desk.plan.after(add(*records))
    model = page.listing.model
    model.show_plan(plan)
    assert model.rowCount() > 10_000
    edit = alter(plan, plan.table(Achievement)["many-77"], title="Another")
    after: Plan = plan.after(edit)
    began = time.perf_counter()
    model.take(edit, after)
    assert time.perf_counter() - began < 0.05
    assert model.index(model.row_of("many-77")).data() == "Another"
    assert desk.today() == date(2026, 3, 12)
