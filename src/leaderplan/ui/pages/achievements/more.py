"""What else can be done with an achievement, as a menu."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from leaderplan.domain import edits
from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Achievement, ToldFrom, TrackRecord
from leaderplan.ui.desk import Desk


class MoreMenu(QMenu):
    """Told from, track record, private, dates, tags, the title, and the bin."""

    title_wanted = Signal()
    when_wanted = Signal()
    tags_wanted = Signal()
    remove_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._achievement: Achievement | None = None
        self.setAccessibleName(desk.say(_("More")))
        self._wish(_("Change the title"), self.title_wanted)
        self._wish(_("Change dates and post"), self.when_wanted)
        self._wish(_("Change the tags"), self.tags_wanted)
        self.addSeparator()
        self.told_from = self._told_from_menu()
        self._tracks = self._track_menu()
        self._private = self.addAction(desk.say(_("Private: never leaves the plan")))
        self._private.setCheckable(True)
        self._private.triggered.connect(lambda checked: self._alter(private=checked))
        self.addSeparator()
        self._wish(_("Move to the bin"), self.remove_wanted)
        if not desk.workspace.read_only:
            self._wish(_("Erase for good…"), self.erase_wanted)

    def show_record(self, achievement: Achievement) -> None:
        """Tick what holds for this achievement."""
        self._achievement = achievement
        self._private.setChecked(achievement.private)
        for action in self.told_from.actions():
            action.setChecked(action.data() == achievement.told_from)
        for action in self._tracks.actions():
            action.setChecked(action.data() in achievement.track_record)

    def ask_told_from(self, at: QPoint) -> None:
        """Open only the question whose side it is told from."""
        self.told_from.popup(at)

    def _wish(self, words: Message, signal: SignalInstance) -> None:
        self.addAction(self._desk.say(words)).triggered.connect(lambda _checked=False: signal.emit())

    def _told_from_menu(self) -> QMenu:
        menu = self._menu(_("Told from"))
        group = QActionGroup(menu)
        for side in (*ToldFrom, None):
            action = self._choice(menu, side.label if side else _("nobody’s side yet"), side)
            action.triggered.connect(lambda _checked=False, side=side: self._alter(told_from=side))
            group.addAction(action)
        return menu

    def _track_menu(self) -> QMenu:
        menu = self._menu(_("Track record"))
        for track in TrackRecord:
            self._choice(menu, track.label, track).triggered.connect(self._store_tracks)
        return menu

    def _menu(self, words: Message) -> QMenu:
        menu = self.addMenu(self._desk.say(words))
        menu.setAccessibleName(self._desk.say(words))
        return menu

    def _choice(self, menu: QMenu, words: Message, value: object) -> QAction:
        action = menu.addAction(self._desk.say(words))
        action.setCheckable(True)
        action.setData(value)
        return action

    def _store_tracks(self) -> None:
        held = tuple(track for track, action in zip(TrackRecord, self._tracks.actions(), strict=True)
                     if action.isChecked())  # fmt: skip
        self._alter(track_record=held)

    def _alter(self, **fields: Any) -> None:
        if self._achievement is not None:
            self._desk.commit(edits.alter(self._desk.plan, self._achievement, **fields), self)
