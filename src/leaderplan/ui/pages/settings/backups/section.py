"""The section of the backups: list and backup side by side, or one after the other where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.store import backups
from leaderplan.store.snapshot import Snapshot
from leaderplan.ui.care import Care
from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import Heading, PageAction
from leaderplan.ui.pages.settings.backups.detail import Detail
from leaderplan.ui.pages.settings.backups.listing import Listing
from leaderplan.ui.pages.settings.twosided import TwoSided
from leaderplan.ui.widgets.empty import EmptyState, EmptyWords


class BackupsSection(TwoSided):
    """Reads the backups anew whenever it comes into view, and when one was made."""

    key, title = "backups", _("Backups")
    kept = "settings.split"

    def __init__(self, desk: Desk, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._care = care
        self._busy = False
        self.listing = Listing(desk)
        self.detail = Detail(desk)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._split())
        self._stack.addWidget(self._empty())
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.detail.restore_wanted.connect(desk.signals.restore_wanted)
        self.detail.look_wanted.connect(desk.signals.look_wanted)
        desk.signals.backed_up.connect(self._hear)

    @property
    def primary(self) -> PageAction:
        """A backup now."""
        reason = _("One is being made.") if self._busy else None
        return PageAction(_("Back up now"), "archive", self.back_up, not self._busy, reason)

    def heading(self) -> Heading | None:
        """The moment of the backup that fills the page."""
        if not self.is_filled:
            return None
        return Heading(self.detail.title.text(), back=self._desk.say(self.title), steps=True)

    def refresh(self) -> None:
        """Read them in a task: there may be hundreds."""
        folder, care = self._care.folder, self._care

        def work(_progress: object, _cancelled: object) -> tuple[Sequence[Snapshot], Sequence[Path]]:
            return care.backups(), backups.unreadable(folder)

        self._lay_out_for_width()
        self._desk.tasks.start(_("Reading the backups"), work, lambda found: self._show(*found), quiet=True)

    def back_up(self) -> None:
        """Make one now."""
        if self._busy:
            return
        self._set_busy(True)
        self._desk.tasks.start(
            _("Making a backup"), lambda progress, _cancelled: self._care.back_up(progress), self._made
        ).ended.connect(self._be_free)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.detail.let_go()

    def _show(self, snapshots: Sequence[Snapshot], unreadable: Sequence[Path]) -> None:
        self.listing.show_backups(snapshots, unreadable)
        self._stack.setCurrentIndex(1 if snapshots or unreadable else 2)
        if snapshots:
            chosen = self.listing.current or self.listing.model.ids[0]
            self.listing.select(chosen)
            self._choose(chosen)
        self.detail.setVisible(bool(snapshots) and (self._fills or self._wide))

    def _choose(self, name: str) -> None:
        snapshot = self.listing.model.snapshot(name)
        if snapshot is not None and self.isVisible():
            self.detail.show_snapshot(snapshot)

    def _made(self, snapshot: Snapshot) -> None:
        self._desk.signals.backed_up.emit(snapshot.at)
        self._desk.toast(_("A backup was made and checked."), undo=False)

    def _hear(self, _at: object) -> None:
        if self.isVisible():
            self.refresh()

    def _be_free(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.told.emit()

    def _empty(self) -> EmptyState:
        words = _(
            "One is made every ten minutes while you work, when you close LeaderPlan, and before anything large. "
            "Each is read back and checked before it counts."
        )
        return EmptyState(EmptyWords("archive", self._desk.say(_("No backup yet")), self._desk.say(words)))
