"""Reviews: the rounds, and beside them what the mentors said about what."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Action, Comment, Round, StrayAnswer
from leaderplan.domain.review.merging import Merge, Offered
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.listandrecord import ListAndRecord
from leaderplan.ui.pages.page import Heading, PageAction
from leaderplan.ui.pages.reviews.asread import AsRead
from leaderplan.ui.pages.reviews.beginning import Beginning
from leaderplan.ui.pages.reviews.listing import Listing
from leaderplan.ui.pages.reviews.lost import lost
from leaderplan.ui.pages.reviews.opening import Opening
from leaderplan.ui.pages.reviews.placing import PlaceChooser
from leaderplan.ui.pages.reviews.reporting import Reporting
from leaderplan.ui.pages.reviews.running import Running
from leaderplan.ui.pages.reviews.sending import send_action
from leaderplan.ui.pages.reviews.side import Side, View
from leaderplan.ui.place import Place


class Reviews(ListAndRecord):
    """An answer comes in by its button, by being dropped here, and by being pasted."""

    key, group, title, icon = "reviews", _("Promote"), _("Reviews"), "message-square-text"
    sentence = _("What your mentors said, beside what they said it about.")
    kept = "reviews.split"
    usual = 268

    listing: Listing
    side: Side
    record: Side

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._id = ""
        self._looked_for = ""  # the round of which what was sent is to be shown once it is read
        self._words: list[str] = []
        self.read = AsRead(desk, self)
        self.listing = Listing(desk)
        self.side = self.record = Side(desk, self.read)
        self.running = Running(desk, self)
        self.opening = Opening(desk, self)
        self.reporting = Reporting(desk, self, lambda: self.desk.plan.get(Round, self._id))
        self.beginning = Beginning(desk, send_action(desk, self))
        self._put_side_by_side(self.beginning)
        self._connect()
        self.setAcceptDrops(desk.reviews is not None)
        self.listing.show_plan()

    @property
    def primary(self) -> PageAction | None:
        """Sending to a mentor."""
        return send_action(self.desk, self)

    @property
    def place(self) -> Place:
        """The round, or the answer kept aside, that is in view."""
        return Place(self.key, self._id if self._id and self.shows_record else None)

    def heading(self) -> Heading:
        """The page's own words, or what fills it."""
        found = self.desk.plan.find(self._id)
        if not self.is_filled or found is None:
            return super().heading()
        name = self.desk.say(_("Title")) if isinstance(found, Round) else ""
        return Heading(found.heading, back=self.desk.say(self.title), steps=True, rename=name)

    @property
    def export(self) -> PageAction | None:
        """The report on the round in view."""
        return self.reporting.action() if self.desk.reviews is not None else None

    def header_buttons(self) -> Sequence[QWidget]:
        """The ways in for an answer."""
        return self.opening.buttons

    def open_answer(self, path: Path) -> None:
        """Read an answer, and show what it would bring."""
        self.opening.open(path)

    def search(self, text: str) -> None:
        self._words = text.casefold().split()
        self.listing.seek(text)
        self.side.round.seek(self._words)
        if self.isVisible() and self._words and self._id not in self.listing.model.ids:
            self._show_some()

    def rename(self, title: str) -> None:
        round = self.desk.plan.get(Round, self._id)
        if round is not None:
            self.desk.commit(edits.alter(self.desk.plan, round, title=title), self)

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show a round, an answer kept aside, or the round of a comment or an action with the keyboard on it."""
        found = home_of(self.desk.plan, self.desk.plan.find(record))
        if found is None:
            return
        owner, comment = found
        self._show(owner)
        self.listing.select(owner.id)
        self._fill(True)
        if comment is not None:
            key = self.side.round.key_of(comment.id)
            if not self.side.tray.enter(key):
                self.side.round.enter(key)

    def step(self, by: int) -> None:
        found = self.desk.plan.find(self.listing.neighbour(by))
        if found is not None:
            self._show(found)
            self.listing.select(found.id)
            self.header_changed.emit()

    def settle(self) -> None:
        super().settle()
        self.side.round.settle()
        self.side.tray.settle()

    def go_back(self) -> bool:
        if self.side.view is View.SENT:
            self._show_comments()
            return True
        return super().go_back()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self.listing.show_plan()
        self._lay_out_for_width()
        self._show_some()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted where nothing is written is an answer."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.desk.reviews is not None:
            self.opening.paste_from_clipboard(QGuiApplication.clipboard())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if found:
            event.acceptProposedAction()
            self.open_answer(found[0])

    def _connect(self) -> None:
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.opening.taken.connect(self._take)
        head, tray = self.side.round.head, self.side.tray
        head.closed.connect(lambda: self.running.close(self._id))
        head.opened.connect(lambda: self.running.open_again(self._id))
        head.saved.connect(lambda: self.running.save_again(self._id))
        head.looked.connect(self._look)
        head.reported.connect(self.reporting.ask)
        head.mentor_chosen.connect(lambda person: self.running.choose_mentor(self._id, person))
        head.mentor_named.connect(lambda name: self.running.name_mentor(self._id, name))
        self.side.sent.left.connect(self._show_comments)
        self.side.stray.dealt_with.connect(self.running.deal_with)
        tray.place_wanted.connect(self._place)
        tray.restore_wanted.connect(self.running.put_back)
        tray.declined.connect(self.running.decline)
        self.beginning.answer_wanted.connect(self.opening.ask)
        self.read.came.connect(lambda _round: self._show_tray())
        self.read.came.connect(self._show_sent)
        self.desk.signals.changed.connect(self._hear)
        self.desk.signals.erased.connect(self._look_anew)

    def _hear(self, _edit: ChangeSet, _by: object) -> None:
        if self.isVisible():
            self.listing.show_plan()
            self._show_some()

    def _look_anew(self) -> None:
        """What was sent is read again: some of it may be gone for good."""
        if self.side.view is View.SENT:
            self._looked_for = self._id
            self.side.sent.show_plan(None)
            self.side.show_view(View.ROUND)
        if self.isVisible():
            self.side.round.forget()
            self.refresh()
            if self._looked_for == self._id:
                self._look()

    def _show_some(self) -> None:
        """Keep what is in view, or take another where it has gone."""
        plan = self.desk.plan
        self._stack.setCurrentIndex(0 if any(plan.of_table(kind.table) for kind in (Round, StrayAnswer)) else 1)
        found = plan.find(self._id)
        hidden = self._words and self._id not in self.listing.model.ids
        if found is None or hidden or (isinstance(found, StrayAnswer) and found.read_on):
            found = plan.find(next(iter(self.listing.model.ids), None))
            if found is None or not hidden:
                self._fill(False)
        if found is not None:
            self._show(found)
            self.listing.select(found.id)
        self.header_changed.emit()

    def _show(self, found: Record) -> None:
        if found.id != self._id:
            self.settle()
        again = found.id == self._id and self.side.view is View.SENT
        self._id = found.id
        if isinstance(found, StrayAnswer):
            self.side.stray.show_stray(found)
            self.side.show_view(View.STRAY)
        elif isinstance(found, Round):
            self.side.show_view(View.SENT if again else View.ROUND)
            self.side.round.show_round(found)
        self._show_tray()

    def _show_tray(self) -> None:
        if self.isVisible():
            self.side.tray.show_lost(lost(self.desk, self.read, self._id))

    def _choose(self, id: str) -> None:
        found = self.desk.plan.find(id)
        if found is not None:
            self._show(found)
            self.header_changed.emit()

    def _open(self, id: str) -> None:
        self._choose(id)
        self._fill(True)

    def _take(self, merge: Merge, offer: Offered) -> None:
        """Show what has come in."""
        kept = self._kept(offer) if merge.rejected else None
        shown = merge.round if merge.round is not None and (merge.new or merge.known) else kept or merge.round
        if shown is not None:
            self.show_record(shown.id)

    def _kept(self, offer: Offered) -> StrayAnswer | None:
        """The answer kept aside that this file is, if it is not dealt with: it may lie there since it came before."""
        digest = sha256(offer.data).hexdigest()
        waiting = (stray for stray in self.desk.plan.all(StrayAnswer) if stray.read_on is None)
        return next((stray for stray in waiting if stray.attachment and stray.attachment.sha256 == digest), None)

    def _look(self) -> None:
        round = self.desk.plan.get(Round, self._id)
        if round is None:
            return
        self._looked_for = round.id
        if self.read.want(round):
            self._show_sent(round.id)

    def _show_sent(self, round: str) -> None:
        if round == self._id == self._looked_for:
            self._looked_for = ""
            self.side.sent.show_plan(self.read.of(round))
            self.side.show_view(View.SENT)
            self.side.sent.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_comments(self) -> None:
        self.side.show_view(View.ROUND)
        self.side.round.rows.lay()
        self.side.round.head.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, comment: Comment) -> None:
        PlaceChooser(self.desk, self.window(), comment, lambda record: self.running.place(comment, record)).come_up()


def home_of(plan: Plan, record: Record | None) -> tuple[Round | StrayAnswer, Comment | None] | None:
    """The round or answer of which a record is part, and the comment that it is or belongs to."""
    if isinstance(record, Action):
        record = plan.find(record.of)
    if isinstance(record, (Round, StrayAnswer)):
        return record, None
    if isinstance(record, Comment) and (round := plan.get(Round, record.round)):
        return round, record
    return None
