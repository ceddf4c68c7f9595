"""What everybody relies on who cannot see, cannot use a pointer, or needs larger letters."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QScrollArea, QWidget

from leaderplan.domain.edits import add, alter
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement
from leaderplan.ui.dress import dress
from leaderplan.ui.widgets.editable import EditableText
from tests.ui.reach import LONG, assert_whole, by_tab

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, EditableText, QScrollArea)


def test_every_control_has_a_name(page) -> None:
    nameless = [each for each in page.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()
                and not each.accessibleName()]  # fmt: skip
    assert not nameless


def test_the_keyboard_gets_from_the_list_through_every_part_of_the_record(page) -> None:
    reached = by_tab(page, page.listing.view)
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
    assert_whole(page)
    area = page.record._area
    assert area.widget().width() <= area.viewport().width()


def test_an_edit_among_ten_thousand_is_taken_without_a_reset(desk, page) -> None:
    records = [Achievement(id=f"many-{n}", title=f"Story {n}", ended=None) for n in range(10_000)]
    plan = desk.plan.after(add(*records))
    model = page.listing.model
    model.show_plan(plan)
    assert model.rowCount() > 10_000
    edit = alter(plan, plan.table(Achievement)["many-77"], title="Another")
    after: Plan = plan.after(edit)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.take(edit, after)
    assert not resets
    assert model.index(model.row_of("many-77")).data() == "Another"
    assert desk.today() == date(2026, 3, 12)
