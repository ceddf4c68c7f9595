"""One round to work through: its head, and its comments in the order in which the plan is read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.dates import PartialDate
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Action, Person, Round
from leaderplan.domain.review.anchor import is_unplaced
from leaderplan.domain.review.inorder import in_order
from leaderplan.domain.review.rounds import Standing, State, standing
from leaderplan.domain.review.threads import Thread
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.about import about
from leaderplan.ui.pages.reviews.acts import WRITES, Act, Doing
from leaderplan.ui.pages.reviews.asread import AsRead
from leaderplan.ui.pages.reviews.head import Head
from leaderplan.ui.pages.reviews.row import CommentRow, RowValue
from leaderplan.ui.pages.reviews.rows import Rows
from leaderplan.ui.pages.reviews.said import said
from leaderplan.ui.pages.reviews.seeking import speaks_of
from leaderplan.ui.pages.reviews.writer import Writer


class RoundPane(QWidget):
    """The key of a row is the id of the first version of its comment."""

    def __init__(self, desk: Desk, read: AsRead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._read = desk, read
        self._doing = Doing(desk, self)
        self._id, self._only_open = "", False
        self._words: list[str] = []
        self._threads: dict[str, Thread] = {}
        self.head = Head(desk)
        self.head.filtered.connect(self._filter)
        self.rows = Rows(desk.say(_("Comments")), self.head, self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)
        read.came.connect(self._hear_of_share)

    @property
    def id(self) -> str:
        """The round in view; empty before there was one."""
        return self._id

    def show_round(self, round: Round) -> None:
        """Show a round as it stands now; rows that say the same stay as they are."""
        other = round.id != self._id
        if other:
            self.settle()
            self._id = round.id
            self.rows.show_keys(())
            self.rows.verticalScrollBar().setValue(0)
        found = standing(self._desk.plan, round)
        self._threads = {thread.versions[0].id: thread for thread in in_order(self._desk.plan, found.threads)}
        writes = self.writes
        self.head.show_round(found, self._desk.plan.get(Person, round.mentor), writes, self._only_open)
        if found.threads:
            self._read.want(round)
        self._show_rows(found)
        if other:
            self.rows.set_current(next((key for key in self.rows.keys if self._threads[key].waits), self.rows.current))

    def forget(self) -> None:
        """Let every row go, to be made anew."""
        self.rows.show_keys(())

    def seek(self, words: list[str]) -> None:
        """Show only comments that speak of all these words."""
        if words != self._words:
            self._words = words
            self._again()

    def enter(self, key: str) -> None:
        """Show a comment, whatever hides it, with the keyboard on it."""
        if key in self._threads and key not in self.rows.keys:
            self._only_open, self._words = False, []
            self._again()
        self.rows.enter(key)

    def key_of(self, comment: str) -> str:
        """The key of the row in which a comment, an earlier version of it or an answer stands; empty for none."""
        for key, thread in self._threads.items():
            if any(each.id == comment for each in (*thread.versions, *thread.answers)):
                return key
        return ""

    def settle(self) -> None:
        """Keep what is being written."""
        for row in self.rows.made.values():
            if row.right.writer is not None:
                row.right.writer.settle()

    @property
    def writes(self) -> bool:
        """Whether anything can be decided here."""
        return not self._desk.workspace.read_only

    def _again(self) -> None:
        round = self._desk.plan.get(Round, self._id)
        if round is not None:
            self.show_round(round)

    def _hear_of_share(self, round: str) -> None:
        if round == self._id:
            for key in [*self.rows.made]:
                self._renew(key)
            self.rows.lay()

    def _filter(self, only_open: bool) -> None:
        self._only_open = only_open
        self._again()

    def _show_rows(self, found: Standing) -> None:
        plan = self._desk.plan
        placed = {key: thread for key, thread in self._threads.items() if not self._is_lost(thread)}
        keys = [key for key, thread in placed.items()
                if (thread.waits or not self._only_open) and speaks_of(plan, thread, self._words)]  # fmt: skip
        self.head.say_nothing(None if keys else self._why_nothing(found, placed))
        for key in [*self.rows.made]:
            if key in keys:
                self._renew(key)
        self.rows.show_keys(keys)

    def _is_lost(self, thread: Thread) -> bool:
        """It waits in the tray at the foot of the page."""
        return thread.waits and is_unplaced(self._desk.plan, thread.latest)

    def _why_nothing(self, found: Standing, placed: dict[str, Thread]) -> Message | None:
        if found.state is State.OUT:
            return _("Nothing has come back yet. Open the answer here once you have it: a file, or the text of a mail.")
        if not placed:
            return _("Every comment of this round waits below for a place.") if found.threads else None
        if self._words:
            return _("No comment of this round speaks of that.")
        return _("All of it is dealt with.") if self._only_open else None

    def _renew(self, key: str) -> None:
        """Make a row anew where it says something else now; what is being written in it goes on."""
        row = self.rows.made[key]
        if row.value == self._value(key):
            return
        writer, focused, act = row.right.writer, row.holds_focus(), row.focused_act()
        self.rows.renew(key)
        again = self.rows.made.get(key)
        if writer is not None:
            self._write(key, writer.act, focused)
        elif focused and again is not None:
            again.take_focus(act)

    def _value(self, key: str) -> RowValue:
        plan, language, thread = self._desk.plan, self._desk.language, self._threads[key]
        sent = self._read.of(self._id)
        return RowValue(
            about(plan, thread.said, sent, language), said(plan, thread, sent, self._desk.today(), language)
        )

    def _make(self, key: str) -> CommentRow:
        row = CommentRow(self._desk, self._value(key), self.writes)
        row.right.acted.connect(lambda act: self._act(key, act))
        row.right.ticked.connect(lambda action, done: self._tick(key, action, done))
        return row

    def _act(self, key: str, act: Act) -> None:
        thread = self._threads[key]
        self.rows.set_current(key)
        if act in WRITES:
            self._write(key, act, True)
        elif act is Act.EDIT:
            leads = about(self._desk.plan, thread.said, None, self._desk.language).leads
            if leads is not None:
                self._desk.go(leads)
        else:
            waiting = self._after(key)
            if self._doing.do(act, thread.latest):
                self._go_on(key, waiting)

    def _write(self, key: str, act: Act, focus: bool) -> None:
        row = self.rows.row(key)
        if row is None:
            return
        writer = Writer(self._desk, act, self._threads[key].latest)
        writer.written.connect(lambda text, due: self._store(key, writer, text, due))
        writer.closed.connect(lambda: self._close(key))
        row.right.open_writer(writer)
        self.rows.watch(row)
        self.rows.lay()
        if focus:
            writer.setFocus()
            self.rows.row(key)

    def _store(self, key: str, writer: Writer, text: str, due: PartialDate | None) -> None:
        comment, act, waiting = self._threads[key].latest, writer.act, self._after(key)
        row = self.rows.made.get(key)
        if row is not None:
            row.right.writer = None  # it is stored: the row is made anew without it
        match act:
            case Act.ANSWER:
                stored = self._doing.answer(comment, text)
            case Act.DECLINE:
                stored = self._doing.decline(comment, text)
            case _:
                stored = self._doing.act(comment, text, due)
        if stored:
            writer.forget()
            self._go_on(key, waiting)
        elif row is not None:
            row.right.writer = writer

    def _close(self, key: str) -> None:
        row = self.rows.made.get(key)
        if row is not None:
            row.right.close_writer()
            self.rows.lay()
            self.rows.enter(key)

    def _tick(self, key: str, action: Action, done: bool) -> None:
        current = self._desk.plan.get(Action, action.id)
        if current is not None and self._doing.tick(current, done):
            self.rows.enter(key)

    def _after(self, key: str) -> list[str]:
        """What waits after a comment, in the order in which one comes to it; at last what waits before it."""
        keys = [each for each in self.rows.keys if each == key or self._threads[each].waits]
        at = keys.index(key) if key in keys else 0
        return [*keys[at + 1 :], *keys[:at]]

    def _go_on(self, key: str, waiting: list[str]) -> None:
        """Stay at a comment that still waits, else go to the next that does."""
        thread = self._threads.get(key)
        if thread is not None and thread.waits and key in self.rows.keys:
            self.rows.enter(key)
            return
        following = next((each for each in waiting if each in self.rows.keys), None)
        if following is not None:
            self.rows.enter(following)
            return
        if key in self.rows.keys:
            self.rows.enter(key)
        else:
            self.head.close_round.setFocus()
