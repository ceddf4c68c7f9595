"""Achievements: what was done, listed, and each to read and to edit."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Evidence, Reading
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.achievements.beginning import Beginning
from leaderplan.ui.pages.achievements.listing import Listing
from leaderplan.ui.pages.achievements.record import AchievementView
from leaderplan.ui.pages.achievements.taking import Taking, dropped
from leaderplan.ui.pages.listandrecord import ListAndRecord
from leaderplan.ui.pages.page import Heading, PageAction
from leaderplan.ui.place import Place


class Achievements(ListAndRecord):
    """What was done, logged in a line now and told as a story later."""

    key, group, title, icon = "achievements", _("Grow"), _("Achievements"), "trophy"
    sentence = _("What you did, and what changed because of it.")
    kept = "achievements.split"

    listing: Listing
    record: AchievementView

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self._taking = Taking(desk, self)
        self._taking.taken.connect(self.show_record)
        self.listing = Listing(desk)
        self.side = self.record = AchievementView(desk, self._taking, self.listing.view)
        self.record.title_wanted.connect(self.title_wanted)
        self.beginning = Beginning(desk)
        self.beginning.captured.connect(self.show_record)
        self._put_side_by_side(self.beginning)
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        desk.signals.changed.connect(self._hear)
        self.listing.show_plan()

    @property
    def primary(self) -> PageAction:
        """A new achievement, stored at once."""
        return PageAction(_("New"), "plus", self.add)

    @property
    def place(self) -> Place:
        """The record in view, where one is."""
        return Place(self.key, self.record.id or None)

    def heading(self) -> Heading:
        """The page's own words, or the record that fills it."""
        achievement = self.desk.plan.get(Achievement, self.record.id)
        if not self.is_filled or achievement is None:
            return super().heading()
        return Heading(achievement.title, back=self.desk.say(self.title), steps=True, rename=self.desk.say(_("Title")))

    def add(self) -> None:
        """Store a new achievement with a title to be typed over."""
        made = Achievement(id=new_id(), title=self.desk.say(_("What did you do?")))
        if self.desk.commit(edits.add(made), self):
            self.show_record(made.id, "title")

    def search(self, text: str) -> None:
        self.listing.filters.seek(text)

    def rename(self, title: str) -> None:
        achievement = self.desk.plan.get(Achievement, self.record.id)
        if achievement is not None:
            self.desk.commit(edits.alter(self.desk.plan, achievement, title=title), self)

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show an achievement, or the one that a measure, claim, telling or piece of evidence belongs to."""
        plan = self.desk.plan
        found = plan.find(record)
        achievement = owner(plan, found)
        if found is None or achievement is None:
            return
        self._settle_other(achievement.id)
        self._show(achievement)
        self._fill(True)
        if found is not achievement:
            self.record.open(found, field or "")
        elif field:
            self.record.focus(field)

    def step(self, by: int) -> None:
        id = self.listing.neighbour(by)
        achievement = self.desk.plan.get(Achievement, id)
        if achievement is not None:
            self._show(achievement)
            self.header_changed.emit()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._lay_out_for_width()
        self._show_some()
        if not self.desk.plan.table(Achievement):
            self.beginning.begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        found = dropped(event.mimeData())
        if found:
            event.acceptProposedAction()
            self._taking.take(found, self.record.id if self.shows_record else None)

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        self.listing.take(edit)
        if self.isVisible():
            self._show_some()

    def _show_some(self) -> None:
        """Keep what is in view, or take another one where it has gone."""
        plan = self.desk.plan
        empty = not plan.table(Achievement)
        self._stack.setCurrentIndex(1 if empty else 0)
        achievement = plan.get(Achievement, self.record.id)
        if achievement is None and not empty:
            self._fill(False)
            first = next(iter(self.listing.model.ids), None)
            achievement = plan.get(Achievement, first)
        if achievement is not None:
            self._show(achievement)
        self.header_changed.emit()

    def _show(self, achievement: Achievement) -> None:
        self.record.show_record(achievement)
        self.listing.select(achievement.id)

    def _choose(self, id: str) -> None:
        self._settle_other(id)
        achievement = self.desk.plan.get(Achievement, id)
        if achievement is not None:
            self.record.show_record(achievement)

    def _open(self, id: str) -> None:
        self._choose(id)
        self._fill(True)

    def _settle_other(self, id: str) -> None:
        if id != self.record.id:
            self.settle()


def owner(plan: Plan, record: Record | None) -> Achievement | None:
    """The achievement that a record is, or hangs on."""
    if record is None or isinstance(record, Achievement):
        return record
    if isinstance(record, Evidence):
        return next((found for id in record.supports if (found := plan.get(Achievement, id))), None)
    if isinstance(record, Reading):
        return owner(plan, plan.find(record.measure))
    return plan.get(Achievement, getattr(record, "achievement", None) or getattr(record, "of", None))
