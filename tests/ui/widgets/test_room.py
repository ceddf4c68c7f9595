"""What parts do with little room, and in which order the keyboard goes through them."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.measure import MeasureRow, MeasureView, MeasureWords
from leaderplan.ui.widgets.split import Split
from leaderplan.ui.widgets.taborder import chain, in_reading_order


def test_a_long_chip_shortens_and_never_makes_its_row_wider(dressed, qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowLayout(box)
    chip = Chip("x" * 300)
    row.addWidget(chip)
    assert row.minimumSize().width() <= 80
    box.resize(200, 60)
    box.show()
    assert chip.width() <= 200


def test_margins_of_a_flowing_row_are_kept_on_every_line(dressed, qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowLayout(box)
    row.setContentsMargins(8, 4, 8, 4)
    chips = [Chip("Service redesign") for _number in range(4)]
    for chip in chips:
        row.addWidget(chip)
    box.resize(chips[0].sizeHint().width() + 20, 400)
    box.show()
    assert {chip.x() for chip in chips} == {8}
    assert chips[0].y() == 4
    assert row.heightForWidth(box.width()) == chips[3].geometry().bottom() + 1 + 4


def test_measures_stand_side_by_side_only_where_each_has_room(dressed, qtbot) -> None:
    box, row = QWidget(), MeasureRow()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch()
    row.show_measures([MeasureWords(n, f"Days {n}", "21", "4", "days") for n in range(3)])
    box.resize(700, 400)
    box.show()
    views = row.findChildren(MeasureView)
    qtbot.waitUntil(lambda: len({view.y() for view in views}) == 1)
    box.resize(300, 400)
    qtbot.waitUntil(lambda: len({view.y() for view in views}) == 3)


def test_tab_goes_through_parts_as_one_reads_them_whenever_they_came(dressed, qtbot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    last = QPushButton("last")
    column.addWidget(last)
    flow = FlowLayout()
    column.insertLayout(0, flow)
    first, second = QPushButton("first"), QPushButton("second")
    flow.addWidget(first)
    flow.addWidget(QLabel("words"))
    flow.addWidget(second)
    parts = list(in_reading_order(column))
    assert parts == [first, second, last]
    chain(parts)
    reached: list[QWidget] = []
    widget: QWidget | None = first
    for _step in range(5):
        assert widget is not None
        reached += [widget] if widget in parts and widget not in reached else []
        widget = widget.nextInFocusChain()
    assert reached == parts


def test_a_list_keeps_its_width_when_the_window_grows(dressed, qtbot) -> None:
    split = Split(QWidget(), QWidget(), "Width of the list")
    qtbot.addWidget(split)
    split.resize(1000, 400)
    split.show()
    split.setSizes([356, 643])
    split.resize(1400, 400)
    assert split.sizes()[0] == 356
    assert split.handle(1).accessibleName() == "Width of the list"
