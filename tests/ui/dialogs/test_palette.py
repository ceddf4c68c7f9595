from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.edits import add
from leaderplan.domain.records import Achievement, Conversation, Person
from leaderplan.ui.dialogs.palette import Entry, Palette
from leaderplan.ui.place import Place

DONE: list[str] = []
COMMANDS = [
    Entry("Capture", "", "pencil-line", "Ctrl+Shift+A", lambda: DONE.append("capture")),
    Entry("Export", "", "file-output", "Ctrl+E", lambda: DONE.append("export")),
]


@pytest.fixture
def palette(desk, qtbot) -> Palette:
    DONE.clear()
    desk.commit(
        add(
            Achievement(id="bus", title="Parents hear about the school bus", situation="Families waited a month"),
            Person(id="ann", name="Ann Price"),
            Conversation(id="talk", person="ann", on=PartialDate(2026), about="the rota of the bus drivers"),
        ),
        None,
    )
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    made = Palette(desk, window, COMMANDS)
    made.come_up()
    QAbstractItemModelTester(made.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def offered(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_without_words_everything_that_can_be_done_is_offered(palette) -> None:
    assert offered(palette) == ["Capture, Ctrl+Shift+A", "Export, Ctrl+E"]


def test_a_command_is_done_by_its_name(palette) -> None:
    QTest.keyClicks(palette.field, "exp")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert DONE == ["export"]
    assert not palette.isVisible()


def test_a_record_is_found_by_any_word_in_it(palette, desk, qtbot) -> None:
    QTest.keyClicks(palette.field, "waited")
    assert offered(palette)[0].startswith("Parents hear about the school bus")
    with qtbot.waitSignal(desk.signals.asked) as asked:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert asked.args == [Place("achievements", "bus")]


def test_what_belongs_to_somebody_leads_to_them(palette, desk, qtbot) -> None:
    QTest.keyClicks(palette.field, "drivers")
    with qtbot.waitSignal(desk.signals.asked) as asked:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert asked.args == [Place("people", "ann")]


def test_arrows_choose_while_typing(palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert DONE == ["export"]


def test_nothing_found_does_nothing(palette) -> None:
    QTest.keyClicks(palette.field, "zzzz")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert DONE == []
