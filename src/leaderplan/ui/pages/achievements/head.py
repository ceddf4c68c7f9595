"""The top of the record: its mode, its state, when and in which post, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.domain.records import Achievement, Mode
from leaderplan.domain.rules.story_check import State, sentence, state
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storedtext import Drafts
from leaderplan.ui.pages.achievements.advice import of_this
from leaderplan.ui.pages.achievements.more import MoreMenu
from leaderplan.ui.pages.achievements.row import empty_out
from leaderplan.ui.pages.achievements.when import WhenFields
from leaderplan.ui.pages.achievements.words import dates_and_post
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.chip import Chip, mode_chip
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.shapes import is_mode
from leaderplan.ui.widgets.text import Paragraph

_STATE_ICONS = {State.CAPTURED: "circle-dashed", State.SHAPED: "circle-dot", State.READY: "circle-check"}
_STATE_WORDS = {State.CAPTURED: _("Captured"), State.SHAPED: _("Shaped"), State.READY: _("Ready")}


class Head(QWidget):
    """``telling_wanted`` asks for a new telling; the menu's own wishes come from ``more``."""

    telling_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._achievement: Achievement | None = None
        self._shown: tuple[object, ...] = ()
        self._chips = FlowLayout()
        self._reason = Paragraph("", "small", "muted")
        self._reason.hide()
        self.when = WhenFields(desk)
        self.when.hide()
        self.when.closed.connect(self._close_when)
        tell = Button(desk.say(_("Note a telling")), Kind.PLAIN, "megaphone", small=True)
        tell.clicked.connect(self.telling_wanted)
        self.more = MoreMenu(desk, self)
        self._dots = Button("", Kind.ICON, "ellipsis", name=desk.say(_("More")), small=True)
        self._dots.clicked.connect(self.open_menu)
        self._modes = self._mode_menu()
        self._lay_out(tell)

    def show_record(self, plan: Plan, achievement: Achievement, drafts: Drafts | None = None) -> None:
        """Show this achievement's mode, state, dates and post."""
        other = self._achievement is None or self._achievement.id != achievement.id
        self._achievement = achievement
        self.more.show_record(achievement)
        self.when.show_record(achievement, drafts)
        if other:
            self._reason.hide()
            self.when.setVisible(self.when.wrong)
        said = state(plan, achievement)
        when = self._desk.say(dates_and_post(plan, achievement.started, achievement.ended, achievement.post))
        self._reason.setText(of_this(sentence(plan, achievement), achievement, self._desk.language))
        shown = (achievement.mode, said, achievement.private, when, self._reason.text())
        if shown != self._shown:
            self._shown = shown
            self._show_chips(achievement, said, when)

    def open_menu(self) -> None:
        """Open the menu below its button."""
        self.more.popup(self._dots.mapToGlobal(QPoint(0, self._dots.height() + 2)))

    def edit_when(self) -> None:
        """Open the fields of dates and post."""
        self.when.show()
        self.when.begin()

    def choose_mode(self) -> None:
        """Open the menu of modes below its chip."""
        self._modes.popup(self._mode.mapToGlobal(QPoint(0, self._mode.height() + 2)))

    def _show_chips(self, achievement: Achievement, said: State, when: str) -> None:
        had = [each for each in self.findChildren(QWidget) if each.hasFocus() and each in (*self._parts(),)]
        place = self._parts().index(had[0]) if had else -1
        empty_out(self._chips)
        say = self._desk.say
        mode = achievement.mode
        if mode is not None and is_mode(mode.value):
            self._mode = mode_chip(mode.value, say(mode.label))
        else:
            self._mode = Chip(say(_("Mode")), "plus")
        self._mode.setAccessibleName(say(_("Mode: {mode}", mode=mode.label if mode else _("none"))))
        self._mode.clicked.connect(self.choose_mode)
        self._state = Chip(say(_STATE_WORDS[said]), _STATE_ICONS[said], name=self._reason.text())
        self._state.clicked.connect(self._explain)
        self._when = Link(when, small=True, token="muted")
        self._when.setAccessibleName(say(_("Dates and post: {words}", words=when)))
        self._when.clicked.connect(self._toggle_when)
        self._chips.addWidget(self._mode)
        self._chips.addWidget(self._state)
        if achievement.private:
            private = Chip(say(_("Private")), "lock", name=say(_("Private: it never leaves the plan. Press to share.")))
            private.clicked.connect(lambda: self._alter(private=False))
            self._chips.addWidget(private)
        self._chips.addWidget(self._when)
        if place >= 0:
            self._parts()[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> list[QWidget]:
        return [getattr(self, name) for name in ("_mode", "_state", "_when") if hasattr(self, name)]

    def _mode_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self._desk.say(_("Mode")))
        group = QActionGroup(menu)
        for mode in (*Mode, None):
            action = QAction(self._desk.say(mode.label if mode else _("No mode")), menu)
            action.setCheckable(True)
            action.setData(mode)
            action.triggered.connect(lambda _checked=False, mode=mode: self._alter(mode=mode))
            group.addAction(action)
            menu.addAction(action)
        menu.aboutToShow.connect(self._check_mode)
        return menu

    def _check_mode(self) -> None:
        for action in self._modes.actions():
            action.setChecked(self._achievement is not None and action.data() == self._achievement.mode)

    def _alter(self, **fields: Any) -> None:
        if self._achievement is not None:
            self._desk.commit(edits.alter(self._desk.plan, self._achievement, **fields), self)

    def _explain(self) -> None:
        self._reason.setVisible(self._reason.isHidden())

    def _toggle_when(self) -> None:
        if self.when.isHidden():
            self.edit_when()
        else:
            self._close_when()

    def _close_when(self) -> None:
        self.when.hide()
        self._when.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, tell: Button) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(self._chips, 1)
        line.addWidget(tell, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(OUTSET, 0, OUTSET, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._reason)
        column.addWidget(self.when)
