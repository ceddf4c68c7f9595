"""The people of the map by where they stand, each place in the order of names."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from leaderplan.ui.pages.people.map.dots import Dot

_Entry = tuple[str, str, Dot]
"""Name and id to order by; as no id is there twice, points are never compared."""
Place = tuple[int, int]
"""Interest and influence."""


class Cells:
    """Kept up to date person by person, so that one edit among thousands costs next to nothing."""

    def __init__(self, dots: Iterable[Dot] = ()) -> None:
        self._dots: dict[str, Dot] = {}
        self._cells: defaultdict[Place, list[_Entry]] = defaultdict(list)
        for dot in dots:
            self._dots[dot.id] = dot
            self._cells[dot.interest, dot.influence].append(_entry(dot))
        for cell in self._cells.values():
            cell.sort()

    def __len__(self) -> int:
        return len(self._dots)

    def __iter__(self) -> Iterator[Dot]:
        return iter(self._dots.values())

    def get(self, id: str) -> Dot | None:
        """The point of a person; None for who is not on the map."""
        return self._dots.get(id)

    def put(self, id: str, dot: Dot | None) -> bool:
        """Show somebody otherwise, or no longer; whether that changed anything."""
        old = self._dots.get(id)
        if old == dot:
            return False
        if old is not None:
            cell = self._cells[old.interest, old.influence]
            del cell[bisect_left(cell, _entry(old)[:2], key=lambda entry: entry[:2])]
            del self._dots[id]
        if dot is not None:
            self._dots[id] = dot
            insort(self._cells[dot.interest, dot.influence], _entry(dot))
        return True

    def groups(self) -> dict[Place, list[Dot]]:
        """Who stands at each place where somebody does."""
        return {place: [entry[2] for entry in cell] for place, cell in self._cells.items() if cell}


def _entry(dot: Dot) -> _Entry:
    return dot.name.casefold(), dot.id, dot
