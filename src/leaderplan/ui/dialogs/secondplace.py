"""Choosing a second place: a folder, the words that seal the copies, and the first copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.ui.care import Care
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.dialogs.passphrase import PassphraseChoice
from leaderplan.ui.dialogs.placerows import PlaceRows
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.statusbar import ProgressBar
from leaderplan.ui.tasks import Task
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 600
_TITLES = (_("Choose a second place"), _("Words that seal the copies"), _("The first copy"))
_WHY = _(
    "A copy of your plan goes there every day: a folder that is copied elsewhere by itself, a network drive, or "
    "another disk. This computer may then be lost, and the plan is not."
)
_WRITING = _("It is being written and read back. You can go on working meanwhile.")


class SecondPlaceSheet(Sheet):
    """Nothing is chosen before the first copy is there and was read back."""

    def __init__(self, desk: Desk, care: Care, window: QWidget) -> None:
        super().__init__(window, desk.say(_TITLES[0]), _WIDE)
        say = desk.say
        self._desk, self._care, self._folder = desk, care, Path()
        self._task: Task | None = None
        self._title = PlainLabel("", "heading", shortens=True)
        self._step = PlainLabel("", "small", "muted")
        self.problem = Paragraph("", "body", "bad")
        self.problem.hide()
        self.places = PlaceRows(desk)
        self.places.chosen.connect(self.choose_folder)
        self.places.other_wanted.connect(self._ask)
        self.places.grown.connect(self.fit_soon)
        self.words = PassphraseChoice(desk, care.words())
        self.words.changed.connect(self._judge)
        self._bar = ProgressBar()
        self._steps = (_explained(say(_WHY), self.places), self.words, _explained(say(_WRITING), self._bar))
        self._at = 0
        self.back = Button(say(_("Back")))
        self.later = Button(say(_("Later")))
        self.finish = Button(say(_("Finish")), Kind.PRIMARY)
        self.finish.setDefault(True)  # Enter in the field of a passphrase
        self.back.clicked.connect(lambda: self._show(0))
        self.later.clicked.connect(self.close)
        self.finish.clicked.connect(self._write)
        self._lay_out()
        self._show(0)
        desk.tasks.start(
            _("Looking for folders"),
            lambda _progress, _cancelled: care.places(),
            self.places.show_places,
            quiet=True,
        )

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    def choose_folder(self, folder: Path) -> None:
        """Take a folder and go on to the words."""
        self._folder = folder
        self.problem.hide()
        self._show(1)

    def _ask(self) -> None:
        title = self._desk.say(_TITLES[0])
        chosen = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if chosen:
            self.choose_folder(Path(chosen))

    def _write(self) -> None:
        desk, care, folder, passphrase = self._desk, self._care, self._folder, self.words.passphrase
        if passphrase is None or not self.words.is_ready:
            return
        self._show(2)
        # It goes on where the sheet is closed, so the sheet outlives being closed until it is over.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._task = desk.tasks.start(
            _("Writing the first copy"),
            lambda progress, _cancelled: care.choose_place(folder, passphrase, progress),
            lambda _nothing: self._done(),
            self._fail,
        )
        self._task.progressed.connect(self._bar.show_steps)
        self._task.ended.connect(self._end)

    def _done(self) -> None:
        self._desk.signals.copied.emit()
        words = _(
            "From now on a sealed copy goes to {folder} every day and when you close LeaderPlan.",
            folder=str(self._folder),
        )
        self._desk.toast(words, undo=False)
        self.close()

    def _fail(self, error: UserError) -> None:
        if not self.isVisible():
            self._desk.trouble(error)
            return
        self.problem.setText(self._desk.say(sentences(error)))
        self.problem.show()
        self._show(0)

    def _end(self) -> None:
        self._task = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.isVisible():
            self.deleteLater()
        elif self.step == 2:  # it was cancelled at the foot of the window
            self._show(1)

    def _show(self, step: int) -> None:
        say = self._desk.say
        self._at = step
        for number, each in enumerate(self._steps):
            each.setVisible(number == step)
        self._title.setText(say(_TITLES[step]))
        self.setAccessibleName(say(_TITLES[step]))
        self._step.setText(say(_("Step {step} of {all}", step=step + 1, all=len(_TITLES))))
        self.back.setVisible(step == 1)
        self.finish.setVisible(step == 1)
        self.later.setText(say(_later(step)))
        self.later.setAccessibleName(say(_later(step)))
        self.later.updateGeometry()
        self._judge()
        first = (self.places, self.words.box, self.later)[step]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        self.finish.setEnabled(self.words.is_ready)
        self.fit_soon()

    def _all_steps(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        for each in self._steps:
            column.addWidget(each)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._step)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.later)
        foot.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(Scrolled(self._all_steps(), self._desk.say(_("Step"))))
        column.addLayout(foot)


def _later(step: int) -> Message:
    return _("Close") if step == 2 else _("Later")


def _explained(words: str, part: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Paragraph(words, "body", "muted"))
    column.addWidget(part)
    return made
