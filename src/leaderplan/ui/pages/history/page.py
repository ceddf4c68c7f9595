"""History: every step, every version of a record, and the bin."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.beginning import Beginning
from leaderplan.ui.pages.history.left import Left, View
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.side import Side
from leaderplan.ui.pages.history.versionlist import states_of
from leaderplan.ui.pages.listandrecord import ListAndRecord
from leaderplan.ui.pages.page import Heading
from leaderplan.ui.place import HISTORY, Place


class History(ListAndRecord):
    """Steps and bin by a switch; the versions of a record are a place of their own, with a way back."""

    key, group, title, icon = HISTORY, None, _("History"), "history"
    sentence = _("Every step, every earlier version, and the way back to it.")
    search_hint = _("Search the history")
    at_foot = True
    kept = "history.split"

    listing: Left
    side: Side
    record: Side

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._names = Names(desk)
        self._view = self._before = View.STEPS
        self._versions_of = ""
        self.listing = Left(desk, self._names)
        self.side = self.record = Side(desk, self._names)
        self.beginning = Beginning(desk)
        self._put_side_by_side(self.beginning)
        self._connect()

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    @property
    def place(self) -> Place:
        """The record whose versions are in view, where they are."""
        return Place(self.key, self._versions_of if self._view is View.VERSIONS else None)

    def heading(self) -> Heading:
        """The page's own words, or those of what fills it: a step, a thing in the bin, the versions of a record."""
        say = self.desk.say
        if self._view is View.VERSIONS:
            return Heading(self._names(self._versions_of), back=say(self.title), steps=True)
        if not self.is_filled:
            return super().heading()
        if self._view is View.BIN:
            return Heading(self._names(self.side.bin.id), back=say(_("Bin")), steps=True)
        step = self.side.step.step
        return Heading(say(step.label) if step else say(self.title), back=say(self.title), steps=True)

    def search(self, text: str) -> None:
        if text and self._view is View.VERSIONS:
            self._leave_versions()
        self.listing.steps.seek(text)
        self.listing.bin.seek(text)
        if self.isVisible() and self._view is not View.VERSIONS:
            self._show_some()

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show the versions of a record, also of one that was removed."""
        states = states_of(self.desk, record)
        if not states:
            return
        if self._view is not View.VERSIONS:
            self._before = self._view
        self._versions_of = record
        self._stack.setCurrentIndex(0)
        self._show_view(View.VERSIONS)
        self.listing.versions.show_states(states)
        self.side.compare.show_states(record, states)
        self.listing.versions.select(self.side.compare.shown[0])
        self._fill(True)

    def go_back(self) -> bool:
        if self._view is View.VERSIONS:
            self._leave_versions()
            return True
        return super().go_back()

    def step(self, by: int) -> None:
        id = self.listing.current.neighbour(by)
        if id is not None:
            self.listing.current.select(id)
            self._choose(id)
            self.header_changed.emit()

    def refresh(self) -> None:
        """Read everything anew, and show the steps or the bin."""
        if self._view is View.VERSIONS:
            self._view = self._before
            self._fills = False
        self._names.forget()
        self.listing.steps.read()
        self.listing.bin.read()
        self._show_view(self._view)
        self._lay_out_for_width()
        self._show_some()

    def _connect(self) -> None:
        for each in (self.listing.steps, self.listing.bin, self.listing.versions):
            each.chosen.connect(self._choose)
            each.opened.connect(self._open)
        self.listing.steps.filtered.connect(self._show_some)
        self.listing.swapped.connect(self._swap)
        self.side.compare.older_chosen.connect(self.listing.versions.select)
        self.side.compare.restored.connect(self._restore)
        self.side.bin.put_back.connect(self._put_back)
        self.desk.signals.changed.connect(self._hear)
        self.desk.signals.erased.connect(self._look_anew)

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        if not self.isVisible():
            return
        self._names.forget()
        self.side.step.look_again({change.id for change in edit})
        self.listing.steps.follow()
        if any(None in (change.before, change.after) for change in edit):
            self.listing.bin.read()
        if self._view is not View.VERSIONS:
            self._show_some()
        elif any(change.id == self._versions_of for change in edit):
            self.show_record(self._versions_of)

    def _look_anew(self) -> None:
        self._names.forget()
        if self.isVisible():
            self.refresh()

    def _show_some(self) -> None:
        """Keep what is in view, or take the first where it has gone."""
        empty = self.listing.steps.is_empty and self._view is View.STEPS
        self._stack.setCurrentIndex(1 if empty else 0)
        current = self.listing.current
        id = current.id if current.model.row_of(current.id) >= 0 else next(iter(current.model.ids), "")
        current.select(id)
        self._choose(id)
        self.header_changed.emit()

    def _choose(self, id: str) -> None:
        match self._view:
            case View.STEPS:
                self.side.step.show_step(self.listing.steps.step(id))
            case View.BIN:
                one = self.listing.bin.removed(id)
                self.side.bin.show_removed(one, self.listing.bin.with_it(id) if one else ())
            case View.VERSIONS:
                self.side.compare.show_older(id)

    def _open(self, id: str) -> None:
        self._choose(id)
        self._fill(True)

    def _swap(self, view: View) -> None:
        self._fills = False
        self._show_view(view)
        self._fill(False)
        self._show_some()

    def _show_view(self, view: View) -> None:
        self._view = view
        self.listing.show_view(view)
        self.side.show_view(view)

    def _leave_versions(self) -> None:
        self._show_view(self._before)
        self._fill(False)
        self._show_some()
        self.listing.setFocus()

    def _restore(self, version: Record) -> None:
        if self.desk.restore_version(version, self):
            self.desk.toast(_("{name} is as it was.", name=self._names.of(version)[:60]))

    def _put_back(self, id: str) -> None:
        name = self._names(id)[:60]
        step = self.desk.restore(id, self)
        if step is not None:
            alone = len(step.touched) == 1
            words = _("{name} is back.", name=name)
            self.desk.toast(words if alone else _("{name} is back, with all that hung on it.", name=name))
