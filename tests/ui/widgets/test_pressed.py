"""Parts that are pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.pressed import Pressed, PressedArea

KEY = Qt.Key


class Edited(Pressed):
    """One whose press begins to edit."""

    edits = True


class Area(PressedArea):
    """Nothing but its ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_ground(QPainter(self))


@pytest.mark.parametrize(
    ("kind", "keys"),
    [(Pressed, (KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter)), (Edited, (KEY.Key_Return, KEY.Key_F2))],
)
def test_it_is_pressed_by_each_of_its_keys(qtbot, dressed, kind: type[Pressed], keys: tuple[Qt.Key, ...]) -> None:
    part = kind()
    qtbot.addWidget(part)
    for key in keys:
        with qtbot.waitSignal(part.clicked):
            QTest.keyClick(part, key)


def test_f2_presses_only_what_is_edited(qtbot, dressed) -> None:
    part = Pressed()
    qtbot.addWidget(part)
    with qtbot.assertNotEmitted(part.clicked):
        QTest.keyClick(part, KEY.Key_F2)


def test_the_ring_comes_by_key_and_not_by_pointer(qtbot, dressed) -> None:
    part = Area()
    qtbot.addWidget(part)
    part.resize(80, 30)
    with qtbot.waitActive(part):
        part.show()
        part.activateWindow()
    edge = QPoint(40, 0)
    part.setFocus(Qt.FocusReason.MouseFocusReason)
    assert part.grab().toImage().pixelColor(edge) != current_theme().focus
    part.clearFocus()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    assert part.grab().toImage().pixelColor(edge) == current_theme().focus
