"""Bands of the sheet: two columns with a hairline between them, one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from leaderplan.ui.widgets.hairline import Hairline

_LEFT, _RIGHT = 624, 352
_GAP: Final = 24


class Band(QWidget):
    """Left and right parts."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._upright = Hairline(upright=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(_stacked(left, self), _LEFT)
        self._row.addSpacing(_GAP)
        self._row.addWidget(self._upright)
        self._row.addSpacing(_GAP)
        self._row.addWidget(_stacked(right, self), _RIGHT)

    def spread(self, wide: bool) -> None:
        """Two columns, or one."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._upright.setVisible(wide)
        for place in (1, 3):
            item = self._row.itemAt(place)
            spacer = item.spacerItem() if item else None
            if spacer is not None:
                spacer.changeSize(_GAP if wide else 0, 0)
        self._row.invalidate()


def _stacked(parts: Sequence[QWidget], parent: QWidget) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return made
