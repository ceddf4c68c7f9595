"""Two versions of a record side by side: the older at the left, the newer at the right, what differs first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leaderplan.domain.differences import FieldChange, alike, differing, side
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _, _n
from leaderplan.domain.worddiff import Piece, PieceKind
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.pane import Pane
from leaderplan.ui.pages.history.versionhead import VersionHead
from leaderplan.ui.pages.history.versionlist import State
from leaderplan.ui.pages.history.wording import said
from leaderplan.ui.widgets.changedtext import ChangedText
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_BETWEEN = 32
OLDER, NEWER = 0, 1


class ComparePane(Pane):
    """``older_chosen`` tells the state at the left, after a person took another one there."""

    wide = 1080
    older_chosen = Signal(str)
    restored = Signal(object)
    """A record as it was in the version that is wanted back."""

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        self._top = QWidget()
        self.heads = (VersionHead(desk, _("Older"), self._top), VersionHead(desk, _("Newer"), self._top))
        super().__init__(desk, names, desk.say(_("Two versions side by side")), self._top, parent)
        self._record = ""
        self._states: Sequence[State] = ()
        self._places = [1, 0]
        self.rest: Link | None = None
        self.fields: list[FieldChange] = []
        self._top.setMaximumWidth(current_theme().type.px(self.wide) + 64)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(32, 12, 32, 12)
        row.setSpacing(_BETWEEN)
        for which, head in enumerate(self.heads):
            row.addWidget(head, 1)
            head.moved.connect(partial(self._move, which))
            head.restore.clicked.connect(partial(self._restore, which))
        self.area.verticalScrollBar().rangeChanged.connect(self._line_up)

    @property
    def shown(self) -> tuple[str, str]:
        """The states at the left and at the right."""
        return self._states[self._places[OLDER]].id, self._states[self._places[NEWER]].id

    def show_states(self, record: str, states: Sequence[State]) -> None:
        """Compare among the states of a record, newest first; of another one the last two, else what is in view."""
        same = bool(self._states) and record == self._record
        was = self.shown if same else ("", "")
        if same and self._places[NEWER] == 0:
            was = (was[OLDER], "")  # how it is now stays how it is now
        self._record, self._states = record, states
        ids = [state.id for state in states]
        last = len(states) - 1
        self._places = [ids.index(was[OLDER]) if was[OLDER] in ids else min(1, last),
                        ids.index(was[NEWER]) if was[NEWER] in ids else 0]  # fmt: skip
        self._show()

    def show_older(self, id: str) -> None:
        """Put a state at the left; what is at the right makes way where it is older.

        The newest stands at the right, beside the one before.
        """
        ids = [state.id for state in self._states]
        place = max(ids.index(id), min(1, len(ids) - 1)) if id in ids else self._places[OLDER]
        newer = 0 if id == ids[0] else min(self._places[NEWER], max(place - 1, 0))
        if [place, newer] != self._places:
            self._places = [place, newer]
            self._show()

    def _line_up(self) -> None:
        """The heads stand above their columns, whether there is a scroll bar or not."""
        bar = self.area.verticalScrollBar()
        row = self._top.layout()
        if row is not None:
            row.setContentsMargins(32, 12, 32 + (bar.sizeHint().width() if bar.maximum() else 0), 12)

    def _move(self, which: int, by: int) -> None:
        place = self._places[which] + by
        if self._may_be(which, place):
            self._places[which] = place
            self._show()
            self.older_chosen.emit(self.shown[OLDER])

    def _may_be(self, which: int, place: int) -> bool:
        """The left one is older than the right one, except where there is no other."""
        lowest, highest = (self._places[NEWER] + 1, len(self._states) - 1) if which == OLDER else (
            0, self._places[OLDER] - 1)  # fmt: skip
        return lowest <= place <= highest

    def _restore(self, which: int) -> None:
        record = self._states[self._places[which]].record
        if record is not None:
            self.restored.emit(record)

    def _show(self) -> None:
        self._begin()
        self.rest, self.fields = None, []
        older, newer = (self._states[place] for place in self._places)
        now = self._desk.plan.find(self._record)
        for which, (head, state) in enumerate(zip(self.heads, (older, newer), strict=True)):
            place = self._places[which]
            head.show_state(state, is_now=place == 0, can_return=state.record is not None and state.record != now)
            head.let_move(self._may_be(which, place + 1), self._may_be(which, place - 1))
        alone = len(self._states) == 1
        self.heads[OLDER].setVisible(not alone)
        if alone:
            self._show_only(newer)
        elif older.record is not None and newer.record is not None:
            self._compare(older.record, newer.record)
        else:
            self._show_one_side(older.record, newer.record)
        self._column.addStretch()

    def _show_only(self, state: State) -> None:
        say = self._desk.say
        words = _("There is one version only: nothing was changed since.")
        self._column.addWidget(Paragraph(say(words), "body", "muted"))
        self._column.addSpacing(8)
        if state.record is not None:
            for field in alike(self._desk.language, self._names, state.record, state.record):
                self._add_same(field)

    def _show_one_side(self, older: Record | None, newer: Record | None) -> None:
        """While it was removed there is nothing to compare with."""
        record, left = (older, True) if older else (newer, False)
        if record is None:
            return
        nothing: QWidget = Paragraph(self._desk.say(_("It was not there.")), "body", "muted")
        for field in alike(self._desk.language, self._names, record, record):
            text = self._text(self._desk.say(field.label), field.pieces)
            self._add_row(field, (text, nothing) if left else (nothing, text))
            nothing = QWidget()

    def _compare(self, older: Record, newer: Record) -> None:
        language, say = self._desk.language, self._desk.say
        self.fields = list(differing(language, self._names, older, newer))
        if not self.fields:
            self._column.addWidget(Paragraph(say(_("These two versions are the same.")), "body", "muted"))
        for field in self.fields:
            self._add_pair(field)
        same = alike(language, self._names, older, newer)
        if same:
            words = _n("Show {count} field that is the same", "Show {count} fields that are the same", len(same))
            self.rest = Link(say(words))
            self.rest.clicked.connect(partial(self._unfold, same))
            self._column.addSpacing(12)
            self._column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self, same: Sequence[FieldChange]) -> None:
        if self.rest is not None:
            self.rest.hide()
        self._column.takeAt(self._column.count() - 1)
        for field in same:
            self._add_same(field)
        self._column.addStretch()

    def _add_pair(self, field: FieldChange) -> None:
        label = self._desk.say(field.label)
        older, newer = (self._text(label, side(field.pieces, out)) for out in (PieceKind.IN, PieceKind.OUT))
        self._add_row(field, (older, newer))

    def _add_row(self, field: FieldChange, texts: Sequence[QWidget]) -> None:
        self._column.addWidget(PlainLabel(self._desk.say(field.label), "small_strong", "muted", shortens=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 16)
        row.setSpacing(_BETWEEN)
        for text in texts:
            row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _text(self, label: str, pieces: Sequence[Piece]) -> QWidget:
        if not any(piece.text for piece in pieces):
            return Paragraph(self._desk.say(_("empty")), "body", "muted")
        return ChangedText(pieces, f"{label}: {said(pieces, self._desk.language)}")

    def _add_same(self, field: FieldChange) -> None:
        label = self._desk.say(field.label)
        self._column.addSpacing(8)
        self._column.addWidget(PlainLabel(label, "small", "muted", shortens=True))
        self._column.addWidget(ChangedText(field.pieces, f"{label}: {said(field.pieces, self._desk.language)}"))
