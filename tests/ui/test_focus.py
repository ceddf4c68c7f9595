from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from leaderplan.ui.focus import FocusRing


def test_the_ring_comes_back_after_the_part_of_the_window_it_stood_in_is_gone(dressed, qtbot) -> None:
    window, canvas = QWidget(), QScrollArea()
    goes, first, last = QPushButton("Goes"), QPushButton("First"), QPushButton("Last")
    canvas.setWidget(goes)
    rows = QVBoxLayout(window)
    for part in (canvas, first, last):
        rows.addWidget(part)
    qtbot.addWidget(window)
    ring = FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert ring.around is goes
    delete(canvas)
    assert ring.around is None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.around is last
