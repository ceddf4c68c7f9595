"""The field of the map: from whole steps of influence and interest to points on the screen, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST

_LEFT, _TOP, _RIGHT, _BOTTOM = 24.0, 32.0, 40.0, 24.0
_STEPS = HIGHEST - LOWEST


@dataclass(frozen=True, slots=True)
class Field:
    """``rect`` is the box in which the points stand; interest goes to the right, influence upwards."""

    rect: QRectF
    scale: float = 1.0

    @property
    def step_x(self) -> float:
        """How wide one step of interest is."""
        return (self.rect.width() - (_LEFT + _RIGHT) * self.scale) / _STEPS

    @property
    def step_y(self) -> float:
        """How high one step of influence is."""
        return (self.rect.height() - (_TOP + _BOTTOM) * self.scale) / _STEPS

    def point(self, interest: float, influence: float) -> QPointF:
        """Where somebody of this interest and influence stands."""
        return QPointF(
            self.rect.left() + _LEFT * self.scale + (interest - LOWEST) * self.step_x,
            self.rect.top() + _TOP * self.scale + (HIGHEST - influence) * self.step_y,
        )

    def steps(self, place: QPointF) -> tuple[int, int]:
        """The whole steps (interest, influence) nearest to a place, also to one outside the field."""
        origin = self.point(LOWEST, HIGHEST)
        interest = LOWEST + (place.x() - origin.x()) / self.step_x
        influence = HIGHEST - (place.y() - origin.y()) / self.step_y
        return _whole(interest), _whole(influence)


def _whole(value: float) -> int:
    return min(max(round(value), LOWEST), HIGHEST)
