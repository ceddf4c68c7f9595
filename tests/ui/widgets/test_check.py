from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leaderplan.ui.widgets.check import Check


def test_a_box_is_ticked_by_its_words_by_space_and_by_enter(dressed, qtbot) -> None:
    box = Check("I know that this cannot be undone")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.isChecked() and box.accessibleName() == "I know that this cannot be undone"


def test_long_words_go_on_below(dressed, qtbot) -> None:
    box = Check("I know that this cannot be undone " * 4)
    qtbot.addWidget(box)
    assert box.heightForWidth(200) > 3 * box.heightForWidth(4000)
