"""What pages are stacked of: boxes that know their height, may be split, and paint themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Final

from leaderplan.report.pdf.sheet import Sheet
from leaderplan.report.pdf.styles import COLOURS, FULL, SIDE, TEXT, TEXT_X


class Box(ABC):
    """A piece of a page. ``before`` and ``after`` are the space it wants; of two neighbours the larger wish wins."""

    before: float = 0
    after: float = 0
    key: str = ""

    @abstractmethod
    def height(self, width: float) -> float:
        """How tall it is when it is ``width`` wide."""

    @abstractmethod
    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Paint it with its top left corner at (x, top), measured from the bottom left corner of the page."""

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """Two boxes, the first at most ``room`` tall; None if it is not to be cut there."""
        return None

    def anchors(self, width: float) -> Iterator[tuple[str, float]]:
        """The places within it that links lead to: key, and distance from its top."""
        if self.key:
            yield self.key, 0.0


def stacked(boxes: Sequence[Box], width: float) -> float:
    """The height of ``boxes`` above each other, without the space before the first and after the last."""
    total, after = 0.0, 0.0
    for place, box in enumerate(boxes):
        total += (max(after, box.before) if place else 0.0) + box.height(width)
        after = box.after
    return total


class Stack(Box):
    """Boxes above each other. It splits between two of them, or within one."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.before = boxes[0].before if boxes else 0
        self.after = boxes[-1].after if boxes else 0

    def height(self, width: float) -> float:
        return stacked(self.boxes, width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        used, after = 0.0, 0.0
        for place, box in enumerate(self.boxes):
            gap = max(after, box.before) if place else 0.0
            tall = box.height(width)
            if used + gap + tall > room + 0.01:
                parts = box.split(width, room - used - gap)
                if parts:
                    return Stack([*self.boxes[:place], parts[0]]), Stack([parts[1], *self.boxes[place + 1 :]])
                return (Stack(self.boxes[:place]), Stack(self.boxes[place:])) if place else None
            used, after = used + gap + tall, box.after
        return None

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        after = 0.0
        for place, box in enumerate(self.boxes):
            top -= max(after, box.before) if place else 0.0
            box.paint(sheet, x, top, width)
            top -= box.height(width)
            after = box.after

    def anchors(self, width: float) -> Iterator[tuple[str, float]]:
        yield from super().anchors(width)
        down, after = 0.0, 0.0
        for place, box in enumerate(self.boxes):
            down += max(after, box.before) if place else 0.0
            yield from ((key, down + below) for key, below in box.anchors(width))
            down += box.height(width)
            after = box.after


_TALLEST: Final = 600
"""A little less than the text of any page."""


class Side(Box):
    """A note in the side column beside a body in the text column: together they make the grid.

    ``drop`` lowers the note so that its first baseline is that of the body. It splits as its body does; the note stays
    with the first part. The note is painted first, so that it is read first.
    """

    def __init__(self, note: Box | None, body: Box, drop: float = 0) -> None:
        self.note = note
        self.body = body
        self.drop = drop
        self.before = body.before
        self.after = body.after

    def height(self, width: float) -> float:
        note = self.note.height(SIDE) + self.drop if self.note else 0.0
        return max(note, self.body.height(TEXT))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        notes: tuple[Box | None, Box | None] = (self.note, None)
        if self.note and self.note.height(SIDE) + self.drop > room:
            # A note is parted only where no page could hold it.
            parted = self.note.split(SIDE, room - self.drop) if self.note.height(SIDE) > _TALLEST else None
            if parted is None:
                return None
            notes = parted
        short = notes[1] is not None and self.body.height(TEXT) <= room
        parts = (self.body, Stack([])) if short else self.body.split(TEXT, room)
        if parts is None:
            return None
        return Side(notes[0], parts[0], self.drop), Side(notes[1], parts[1], self.drop)

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.note:
            self.note.paint(sheet, x, top - self.drop, SIDE)
        self.body.paint(sheet, x + TEXT_X, top, TEXT)

    def anchors(self, width: float) -> Iterator[tuple[str, float]]:
        yield from super().anchors(width)
        yield from self.body.anchors(TEXT)


class Rule(Box):
    """A line across, ``width`` long from ``x``; it takes no height of its own."""

    def __init__(self, weight: float = 0.5, *, accent: bool = False, x: float = 0, length: float = FULL) -> None:
        self.weight = weight
        self.colour = COLOURS["accent" if accent else "line"]
        self.x = x
        self.length = length

    def height(self, width: float) -> float:
        return 0.0

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        with sheet.marked(None):
            sheet.line(((x + self.x, top), (x + self.x + self.length, top)), self.colour, self.weight)
