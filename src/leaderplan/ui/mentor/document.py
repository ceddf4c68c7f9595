"""One entry of a review as a document, built as far as it is looked at."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.records import CommentKind, Competency, Evidence, Round
from leaderplan.domain.review.threads import threads
from leaderplan.ui.mentor.earlier import ThreadPart
from leaderplan.ui.mentor.entries import Entry
from leaderplan.ui.mentor.files import FilePart, Files
from leaderplan.ui.mentor.offer import Choice, Offer
from leaderplan.ui.mentor.part import Part
from leaderplan.ui.mentor.rating import RatingPart, levels_of
from leaderplan.ui.mentor.row import Row
from leaderplan.ui.mentor.sitting import Sitting
from leaderplan.ui.mentor.spots import Spot, spots
from leaderplan.ui.mentor.whole import WholePart
from leaderplan.ui.shortening import short
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.link import Link

_FIRST: Final = 14
_THEN: Final = 4
"""Parts that are made at once, and with each turn of the event loop after that."""

_LONGEST: Final = 72

Maker = Callable[[], QWidget]


class Document(QScrollArea):
    """``removed`` tells the id of a comment that was taken back by hand."""

    removed = Signal(str)
    next_wanted = Signal()

    def __init__(self, sitting: Sitting, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._files = sitting, files
        self._say = sitting.language.say
        self.parts: list[Part] = []
        self._left: deque[Maker] = deque()
        self._wide = True
        self._fields: Mapping[str, frozenset[str]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._say(_("The plan")))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._build_more)
        self.offer = Offer(self._say(_("Say something")), self)
        self._column = QVBoxLayout()
        sitting.changed.connect(self._hear)

    def show_entry(self, entry: Entry, following: str = "") -> None:
        """Show another entry from its start; ``following`` is what the next one is called."""
        self.settle()
        self.parts = []
        content = QWidget()
        content.setAutoFillBackground(False)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(28, 20, 32, 32)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.offer = Offer(self._say(_("Say something")), content)
        self._left = deque(self._makers(entry))
        if following:
            self._left.append(partial(self._next_link, following))
        self._build(_FIRST)
        self.verticalScrollBar().setValue(0)

    def set_wide(self, wide: bool) -> None:
        """Whether comments stand beside their text."""
        self._wide = wide
        for part in self.parts:
            part.set_wide(wide)

    def settle(self) -> None:
        """Forget what was begun and says nothing."""
        for part in self.parts:
            part.settle()

    def focus_reading(self) -> bool:
        """Put the keyboard where one reads; whether there is such a place."""
        part = self._part_with_keyboard()
        found = part.first_stop() if part else next((stop for p in self.parts if (stop := p.first_stop())), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
        return found is not None

    def focus_margin(self) -> bool:
        """Put the keyboard into the comment beside it, else the next one; whether there is any."""
        at = self._part_with_keyboard()
        start = self.parts.index(at) if at else 0
        for part in (*self.parts[start:], *self.parts[:start]):
            if (stop := part.margin_stop()) is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(part, 0, 40)
                return True
        return False

    def in_margin(self) -> bool:
        """Whether one writes a comment."""
        widget = QApplication.focusWidget()
        margins = [getattr(part, "margin", None) for part in self.parts]
        return widget is not None and any(margin.isAncestorOf(widget) for margin in margins if margin)

    def whole(self) -> WholePart | None:
        """The part about the plan as a whole, where it is in view."""
        return next((part for part in self.parts if isinstance(part, WholePart)), None)

    def _part_with_keyboard(self) -> Part | None:
        widget = QApplication.focusWidget()
        return next((part for part in self.parts if widget is not None and part.isAncestorOf(widget)), None)

    def _makers(self, entry: Entry) -> Iterator[Maker]:
        """What is built, in order; nothing of it exists yet."""
        sitting = self._sitting
        if entry.piece is None:
            yield lambda: WholePart(sitting)
            return
        record = entry.piece.record
        found = list(spots(entry, sitting.plan, sitting.language))
        self._fields = _fields(found)
        own = [spot for spot in found if spot.record == record.id]
        first = [spot for spot in own if not isinstance(record, Competency) or spot.head or spot.field == "description"]
        yield from (partial(self._row, spot) for spot in first)
        if isinstance(record, Competency):
            if levels_of(sitting.plan, record):
                yield lambda: RatingPart(sitting, record)
            yield from (partial(self._row, spot) for spot in own if spot not in first)
        if isinstance(record, Round):
            yield from (partial(self._thread, thread) for thread in threads(sitting.plan, record))
        yield from self._parts_below(found[len(own) :])
        if isinstance(record, Evidence) and record.attachment:
            yield partial(FilePart, self._files, record.attachment, sitting.language)

    def _parts_below(self, found: list[Spot]) -> Iterator[Maker]:
        before = None
        for place, spot in enumerate(found):
            if before is None or (spot.head and spot.table != before.table and spot.depth == 1):
                yield Hairline
            yield partial(self._row, spot)
            before = spot
            is_last = place + 1 == len(found) or found[place + 1].record != spot.record
            evidence = self._sitting.plan.get(Evidence, spot.record) if is_last else None
            if evidence is not None and evidence.attachment:
                yield partial(FilePart, self._files, evidence.attachment, self._sitting.language)

    def _row(self, spot: Spot) -> Row:
        row = Row(self._sitting, spot, self._fields.get(spot.record, frozenset()), self.widget())
        row.offer_wanted.connect(self._offer)
        return row

    def _thread(self, thread) -> QWidget:
        return ThreadPart(self._sitting, thread)

    def _next_link(self, following: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(4, 28, 0, 0)
        link = Link(self._say(_("Next: {name}", name=short(following, _LONGEST))))
        link.clicked.connect(self.next_wanted)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _build_more(self) -> None:
        self._build(_THEN)

    def _build(self, most: int) -> None:
        for _number in range(min(most, len(self._left))):
            made = self._left.popleft()()
            if isinstance(made, Hairline):
                self._column.insertSpacing(self._column.count() - 1, 18)
            self._column.insertWidget(self._column.count() - 1, made)
            if isinstance(made, Hairline):
                self._column.insertSpacing(self._column.count() - 1, 6)
            if isinstance(made, Part):
                made.set_wide(self._wide)
                made.removed.connect(self.removed)
                self.parts.append(made)
        if self._left:
            self._soon.start()

    def _offer(self, row: Row, by_key: bool) -> None:
        spot = row.spot
        choices: list[Choice] = [self._choice(row, CommentKind.COMMENT, "message-square-text", self._say(_("Comment")))]
        if spot.quotable:
            words = self._say(_("Suggest other words"))
            choices.append(self._choice(row, CommentKind.SUGGESTION, "pencil-line", words))
        if spot.praised:
            words = self._say(_("Give a testimonial"))
            choices.append(self._choice(row, CommentKind.TESTIMONIAL, "quote", words))
        place = row.mapTo(self.widget() or row, row.place_of_offer())
        self.offer.show_at(place, choices, row.passage.words, by_key)
        self.ensureWidgetVisible(self.offer, 0, 16)

    def _choice(self, row: Row, kind: CommentKind, icon: str, words: str) -> Choice:
        return icon, words, partial(self._begin, row, kind)

    def _begin(self, row: Row, kind: CommentKind) -> None:
        card = row.begin(kind)
        if card is not None:
            QTimer.singleShot(0, card, partial(self.ensureWidgetVisible, card, 0, 40))

    def _hear(self, by: object) -> None:
        if by is None:
            for part in list(self.parts):
                part.refresh()


def _fields(found: Iterable[Spot]) -> Mapping[str, frozenset[str]]:
    """The fields of each record that have a row of their own."""
    made: dict[str, set[str]] = {}
    for spot in found:
        made.setdefault(spot.record, set()).add(spot.field)
    return {record: frozenset(fields) for record, fields in made.items()}
