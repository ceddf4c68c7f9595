"""Where the three places of a cell are: own rating, mentors, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DISC: Final = 14
RING: Final = 18
DOT: Final = 7
MANY: Final = 16
_ROOMY: Final = 123
_MOST_RINGS: Final = 2


@dataclass(frozen=True, slots=True)
class Places:
    """Distances from the left edge of the cell to the middle of each mark, in logical pixels.

    ``rings`` has one place for each mentor, or one for their number where ``mentors_counted``; ``dots`` likewise.
    """

    own: float
    rings: tuple[float, ...]
    dots: tuple[float, ...]
    mentors_counted: bool
    claims_counted: bool
    scale: float

    def on_own(self, x: float) -> bool:
        """Whether a click at ``x`` is meant for the own rating: anywhere left of the mentors."""
        return x <= self.own + (DISC / 2 + 4) * self.scale

    def dot_at(self, x: float) -> int | None:
        """Which dot is meant by a click at ``x``; None for none."""
        reach = (MANY / 2 + 2 if self.claims_counted else DOT - 1) * self.scale
        near = [(abs(x - dot), place) for place, dot in enumerate(self.dots)]
        distance, place = min(near, default=(reach + 1, 0))
        return place if distance <= reach else None


def places(width: float, mentors: int, claims: int, scale: float = 1.0) -> Places:
    """The places in a cell of this width. What has no room side by side is counted instead: mentors first."""
    counted = mentors > _MOST_RINGS
    found = _at(width, 1 if counted else mentors, claims, scale)
    if not _fits(found, scale) and mentors > 1 and not counted:
        counted, found = True, _at(width, 1, claims, scale)
    if _fits(found, scale):
        return Places(*found, counted, False, scale)
    own, rings, dots = found
    return Places(own, rings, dots[-1:], counted, claims > 1, scale)


_Found = tuple[float, tuple[float, ...], tuple[float, ...]]


def _at(width: float, rings: int, dots: int, scale: float) -> _Found:
    roomy = width >= _ROOMY * scale
    own = 30 * scale if roomy else max(width * 0.2, 15 * scale)
    first = own + (26 if roomy else 20) * scale
    step = (20 if roomy else 17) * scale
    last = width - (22 if roomy else 15) * scale
    marks = tuple(last - 11 * scale * place for place in range(dots))
    return own, tuple(first + step * place for place in range(rings)), marks[::-1]


def _fits(found: _Found, scale: float) -> bool:
    own, rings, dots = found
    if len(dots) < 2 and not rings:
        return True
    end = rings[-1] + RING / 2 * scale if rings else own + DISC / 2 * scale
    return not dots or end + 1 <= dots[0] - DOT / 2 * scale
