"""What is done with a round as a whole, with an answer kept aside, and with a comment that has no place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import Comment, Round, StrayAnswer
from leaderplan.domain.review import sending, working
from leaderplan.domain.review.rounds import standing
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.acts import Doing
from leaderplan.ui.pages.reviews.savingagain import SaveAgainSheet


class Running:
    """Each is one step, said with a way back."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._doing = Doing(desk, page)

    def close(self, id: str) -> None:
        """The round is worked through."""
        plan, round = self._desk.plan, self._desk.plan.get(Round, id)
        if round is None:
            return
        left = standing(plan, round).open
        said = _n("Closed, with {count} comment left open.", "Closed, with {count} comments left open.", left)
        self._store(working.close(plan, round, self._desk.today()), said if left else _("The round is closed."))

    def open_again(self, id: str) -> None:
        """The round goes on."""
        round = self._desk.plan.get(Round, id)
        if round is not None:
            self._store(working.open_again(self._desk.plan, round), _("The round is open again."))

    def save_again(self, id: str) -> None:
        """Ask how and where the file of the round is to be written once more."""
        round, reviews = self._desk.plan.get(Round, id), self._desk.reviews
        if round is not None and reviews is not None:
            SaveAgainSheet(self._desk, reviews, self._page.window(), round).come_up()

    def choose_mentor(self, id: str, person: str) -> None:
        """Say whose round it is."""
        round = self._desk.plan.get(Round, id)
        if round is not None:
            self._desk.commit(edits.alter(self._desk.plan, round, mentor=person), self._page)

    def name_mentor(self, id: str, name: str) -> None:
        """The same by name, of somebody who may not be in the plan yet."""
        plan, round = self._desk.plan, self._desk.plan.get(Round, id)
        if round is None:
            return
        mentor = sending.mentor_named(plan, name)
        known = plan.find(mentor.id) is not None
        alter = edits.alter(plan, round, mentor=mentor.id)
        self._desk.commit(alter if known else merged(alter.label, (edits.add(mentor), alter)), self._page)

    def deal_with(self, id: str) -> None:
        """An answer that is kept aside needs no more attention."""
        stray = self._desk.plan.get(StrayAnswer, id)
        if stray is not None:
            today = PartialDate.of(self._desk.today())
            label = _("Dealt with {name}", name=edits.called(stray))
            edit = edits.alter(self._desk.plan, stray, label=label, read_on=today)
            self._store(edit, _("Dealt with. The file stays in your plan."))

    def put_back(self, record: str) -> None:
        """Take what a comment was about out of the bin."""
        if self._desk.restore(record, self._page) is not None:
            self._desk.toast(_("It is back, and the comment stands beside it."))

    def place(self, comment: Comment, record: Record) -> None:
        """Give a comment another place."""
        self._doing.place(comment, record)

    def decline(self, comment: Comment, reason: str) -> None:
        """Say no to a comment that has no place."""
        self._doing.decline(comment, reason)

    def _store(self, edit: ChangeSet, said: Message) -> None:
        if self._desk.commit(edit, self._page):
            self._desk.toast(said)
