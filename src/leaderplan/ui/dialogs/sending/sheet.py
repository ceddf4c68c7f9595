"""Sending for review: what goes is chosen at the left and shown field by field at the right, then written as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.review.sending import Wish
from leaderplan.errors import UserError
from leaderplan.exchange.review.layout import SUFFIX
from leaderplan.ui.asking import ask_target
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.dialogs.sending.choosing import Choosing
from leaderplan.ui.dialogs.sending.filename import file_name, form_beside
from leaderplan.ui.dialogs.sending.foot import Foot
from leaderplan.ui.dialogs.sending.looking import Looking, pause
from leaderplan.ui.dialogs.sending.preview import Preview
from leaderplan.ui.dialogs.sending.ready import Ready, ReadyPage
from leaderplan.ui.dialogs.sending.roomy import RoomySheet
from leaderplan.ui.dialogs.sending.workingout import Outcome
from leaderplan.ui.dialogs.sending.writing import Writing
from leaderplan.ui.dress import current_theme
from leaderplan.ui.focus import FocusRing
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.taborder import chain, in_reading_order
from leaderplan.ui.widgets.text import PlainLabel

_NARROW_BELOW, _LEFT_LEAST = 780, 384
_LEFT_SHARE: Final = 0.38


class SendSheet(RoomySheet):
    """``chosen`` are records to be picked from the start; ``sent`` tells the id of the round."""

    sent = Signal(str)

    def __init__(self, desk: Desk, over: QWidget, chosen: Sequence[str] = ()) -> None:
        say = desk.say
        super().__init__(over, say(_("Send for review")))
        assert desk.reviews is not None, "a plan that is only looked at is not sent"
        self._desk = desk
        self._warned = False
        self._trouble: UserError | None = None
        self.choosing = Choosing(desk, desk.reviews, chosen)
        self.preview = Preview(desk)
        self.foot = Foot(desk)
        views = [each.text() for each in self.preview.views.segments]
        self.sides = Segments([say(_("What to send")), *views], say(_("Which side")))
        self.sides.show_choice(0)
        self.sides.chosen.connect(self._choose_side)
        self.writing = Writing(desk, desk.reviews, self)
        self.looking = Looking(desk, desk.reviews, lambda: self.choosing.wish, self)
        self._worded = pause(self._show_letter, self)
        self._lay_out()
        self._ring = FocusRing(self)
        self._connect()
        self.looking.look()
        self._judge()

    def come_up(self) -> None:
        """With the keyboard on whom it is for."""
        super().come_up()
        self.choosing.mentor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def outcome(self) -> Outcome | None:
        """What is shown at the right; None while that is being worked out."""
        return self.looking.outcome

    def reject(self) -> None:
        """Esc: first it stops what is under way, and a message that was typed is not lost by one key."""
        if self.writing.is_busy:
            self.writing.cancel()
        elif self.choosing.asking.message and not self._warned and not self.is_ready:
            self._warned = True
            self.foot.say(_("What you ask is kept nowhere. Press Esc once more to leave."))
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.writing.is_busy:
            self.writing.cancel()
            event.ignore()
            return
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()

    @property
    def is_ready(self) -> bool:
        """Whether the file was written and the last page is in view."""
        return self._stack.currentIndex() == 1

    def save_as(self, target: Path) -> None:
        """Write the file there, and the page for a browser beside it where one is wanted."""
        outcome, hindrance = self.outcome, self._hindrance()
        if outcome is None or hindrance is not None:
            return
        form = form_beside(target) if self.choosing.sealing.form.isChecked() else None
        if form is not None and form.exists() and not target.exists():
            happened = _("There is another page called {name} already.", name=form.name)
            self._fail(UserError(happened, _("Give the file another name.")))
            return
        self._show_letter()
        self._worded.stop()  # from here on it would be of the plan with this very round
        self._trouble = None
        self._body.setEnabled(False)
        wish = replace(outcome.wish, message=self.choosing.asking.message)
        self.writing.start(wish, outcome.goes.plan, target, self.choosing.sealing.passphrase, form)

    def _lay_out(self) -> None:
        say = self._desk.say
        self._left = Scrolled(self.choosing, say(_("What to send")))
        self._line = Hairline(upright=True)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._left)
        body.addWidget(self._line)
        body.addWidget(self.preview, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._body)
        self._head = PlainLabel(say(_("Send for review")), "heading", shortens=True)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(8)
        head.addWidget(self._head)
        head.addWidget(self.sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addWidget(self.foot)
        self.foot.save.setDefault(True)  # only now is it a button of this dialog
        chain(in_reading_order(column))

    def _connect(self) -> None:
        self.choosing.changed.connect(self._hear)
        self.choosing.worded.connect(self._hear_words)
        self.choosing.sealed.connect(self._hear_seal)
        self.foot.leave.clicked.connect(self.close)
        self.foot.save.clicked.connect(self._ask)
        self.foot.done.clicked.connect(self.close)
        self.foot.cancel.clicked.connect(self.writing.cancel)
        self.looking.found.connect(self._show)
        self.looking.failed.connect(self._fail_to_show)
        self.writing.step.connect(self.foot.work)
        self.writing.failed.connect(self._fail)
        self.writing.written.connect(self._finish)
        self.writing.stopped.connect(self._resume)
        self._desk.signals.changed.connect(self._hear_plan)

    def _choose_side(self, number: int) -> None:
        self.preview.view(max(number - 1, 0))
        self._show_sides()

    def _show_sides(self) -> None:
        type_ = current_theme().type
        narrow = self.width() < type_.px(_NARROW_BELOW)
        self.sides.setVisible(narrow and not self.is_ready)
        self._left.setVisible(not narrow or self.sides.choice == 0)
        self.preview.setVisible(not narrow or self.sides.choice > 0)
        self.preview.views.setVisible(not narrow)
        self._line.setVisible(not narrow)
        if narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
        else:
            self._left.setFixedWidth(max(type_.px(_LEFT_LEAST), round(self.width() * _LEFT_SHARE)))

    def _hear_plan(self, _edit: object, _by: object) -> None:
        self._look_again()

    def _look_again(self) -> None:
        """The plan was changed, by whomever."""
        if not self.writing.is_busy and not self.is_ready:
            self.choosing.look_again()
            self.looking.look_soon()
            self._judge()

    def _hear(self) -> None:
        self.looking.look_soon()
        self._hear_seal()

    def _hear_words(self) -> None:
        self._worded.start()
        self._hear_seal()

    def _hear_seal(self) -> None:
        """The person did something: what was said before is over."""
        self._warned, self._trouble = False, None
        self._judge()

    def _show(self, outcome: Outcome) -> None:
        self.preview.show_outcome(outcome, self._desk.plan, self._wish_in_words(outcome.wish))
        self.choosing.offer_files(outcome.files)
        self._judge()

    def _fail_to_show(self, error: UserError) -> None:
        self._trouble = error
        self._judge()

    def _show_letter(self) -> None:
        if self.looking.last is not None:
            self.preview.show_letter(self._desk.plan, self._wish_in_words(self.looking.last.wish))

    def _wish_in_words(self, wish: Wish) -> Wish:
        return replace(wish, message=self.choosing.asking.message)

    def _hindrance(self) -> Message | None:
        found = self.choosing.hindrance
        if found is not None:
            return found
        if self.outcome is None:
            return _("Working out what leaves.")
        if not self.outcome.is_empty:
            return None
        return self.choosing.what.nothing

    def _judge(self) -> None:
        hindrance = self._hindrance()
        self.foot.show_hindrance(hindrance)
        if hindrance is None and self._trouble is not None:
            self.foot.say(sentences(self._trouble), wrong=True)

    def _ask(self) -> None:
        mentor = self.choosing.mentor.mentor
        if mentor is None or self._hindrance() is not None:
            return
        name = file_name(mentor.name, self._desk.today())
        say = self._desk.say
        target = ask_target(self, say(_("Save the review file")), name, say(_("Review files")), SUFFIX)
        if target is not None:
            self.save_as(target)

    def _fail(self, error: UserError) -> None:
        self._trouble = error
        self._resume()

    def _resume(self) -> None:
        """All choices are as they were; the plan may not be."""
        self._body.setEnabled(True)
        self._look_again()

    def _finish(self, ready: Ready) -> None:
        self.choosing.what.keep()
        page = ReadyPage(self._desk, ready)
        self._stack.addWidget(Scrolled(page, self._desk.say(_("The file is ready"))))
        self._stack.setCurrentIndex(1)
        self._head.setText(self._desk.say(_("The file for {name} is ready", name=ready.mentor)))
        self._show_sides()
        self.foot.finish()
        self.sent.emit(ready.round)
