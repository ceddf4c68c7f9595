"""Boxes onto pages, in one pass: what belongs together stays together, what is too tall is split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from leaderplan.errors import Cancelled
from leaderplan.report.pdf.boxes import Box
from leaderplan.report.pdf.styles import FULL

_SLACK = 0.01


@dataclass(slots=True)
class Item:
    """A box in the flow; one ``chained`` stands on the page on which the next one begins."""

    box: Box
    chained: bool = False


@dataclass(slots=True)
class Group:
    """Items that stay on one page if they fit one."""

    items: list[Item]


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page, unless it is new already."""


Unit: TypeAlias = Item | Group | Break


@dataclass(slots=True)
class Placed:
    """A box and how far its top lies below the top of the frame."""

    box: Box
    top: float


@dataclass(slots=True)
class Pages:
    """Pages that are being filled, each ``text`` points tall."""

    text: float
    cancelled: Callable[[], bool]
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    _used: float = 0
    _after: float = 0

    def fill(self, units: Sequence[Unit]) -> list[list[Placed]]:
        """Place all ``units``. Raises Cancelled when told to stop."""
        for cluster in _clusters(units):
            if self.cancelled():
                raise Cancelled
            if isinstance(cluster, Break):
                self._turn()
            elif isinstance(cluster, Group):
                self._keep(cluster)
            else:
                self._flow(cluster)
        return self.pages

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._used = self._after = 0

    def _gap(self, box: Box) -> float:
        return max(self._after, box.before) if self.pages[-1] else 0.0

    def _extent(self, items: Sequence[Item]) -> float:
        """How much of this page ``items`` would take, the space before them included."""
        return self._gap(items[0].box) + extent(items)

    def _fits(self, items: Sequence[Item]) -> bool:
        return self._used + self._extent(items) <= self.text + _SLACK

    def _put(self, box: Box) -> None:
        self._used += self._gap(box)
        self.pages[-1].append(Placed(box, self._used))
        self._used += box.height(FULL)
        self._after = box.after

    def _keep(self, group: Group) -> None:
        if extent(group.items) > self.text + _SLACK:
            for cluster in _clusters(group.items):
                if isinstance(cluster, list):
                    self._flow(cluster)
            return
        if not self._fits(group.items):
            self._turn()
        for item in group.items:
            self._put(item.box)

    def _flow(self, items: list[Item]) -> None:
        """Place chained items and the one they are chained to; only that last one may be split."""
        while not self._fits(items):
            parts = self._divide(items)
            if parts is not None:
                for item in items[:-1]:
                    self._put(item.box)
                self._put(parts[0])
                self._turn()
                items = [Item(parts[1])]
            elif self.pages[-1]:
                self._turn()
            elif len(items) > 1:  # a chain longer than a page
                self._flow(items[:1])
                items = items[1:]
            else:
                break  # taller than a page and not to be split: it is painted into the margin
        for item in items:
            self._put(item.box)

    def _divide(self, items: list[Item]) -> tuple[Box, Box] | None:
        *heads, last = items
        if heads:
            gap = max(heads[-1].box.after, last.box.before)
            room = self.text - self._used - self._extent(heads) - gap
        else:
            room = self.text - self._used - self._gap(last.box)
        return last.box.split(FULL, room) if room > 0 else None


def extent(items: Sequence[Item]) -> float:
    """The height of ``items`` above each other, from the top of a page."""
    total, after = 0.0, 0.0
    for place, item in enumerate(items):
        total += (max(after, item.box.before) if place else 0.0) + item.box.height(FULL)
        after = item.box.after
    return total


def _clusters(units: Sequence[Unit]) -> list[list[Item] | Group | Break]:
    """Chained items with the one that follows them. A chain before a group is kept with it."""
    clusters: list[list[Item] | Group | Break] = []
    chain: list[Item] = []
    for unit in units:
        if isinstance(unit, Item):
            chain.append(unit)
            if not unit.chained:
                clusters.append(chain)
                chain = []
        elif isinstance(unit, Group):
            if unit.items:
                clusters.append(Group([*chain, *unit.items]))
                chain = []
        else:
            clusters += [chain, unit] if chain else [unit]
            chain = []
    return [*clusters, chain] if chain else clusters
