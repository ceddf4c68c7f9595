"""The top of Home: what is wrong with how the plan is kept, each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.store.steps import now
from leaderplan.ui.care import Care
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.home.safety import Danger, Keeping, Remedy, dangers
from leaderplan.ui.widgets.finding import FindingLabels, FindingRow, FindingWords
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.writingcopy import write_copy

_DISMISSED: Final = "home.place_kept"


class Notices(QWidget):
    """Hidden while all is well, and of a plan of which nothing is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writing = False
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(8, 0, 8, 0)
        self._rows.setSpacing(0)
        self.hide()
        desk.signals.copied.connect(self.look)

    def look(self) -> None:
        """See how things are, in a task: the second place may be far away."""
        care = self._desk.care
        if care is not None:
            self._desk.tasks.start(_("Looking at the copies"), _kept(care), self._show, quiet=True)

    def _show(self, kept: Keeping) -> None:
        clear(self._rows)
        found = dangers(kept, now(), self._dismissed())
        for danger in found:
            row = FindingRow(self._words(danger), self._labels())
            row.acted.connect(self._act)
            row.dismissed.connect(lambda _remedy, kept=kept: self._dismiss(kept))
            self._rows.addWidget(row)
        self.setVisible(bool(found))

    def _words(self, danger: Danger) -> FindingWords:
        say, remedy = self._desk.say, danger.remedy
        return FindingWords(remedy, say(danger.sentence), say(danger.why), say(remedy.value), danger.dismissable)

    def _labels(self) -> FindingLabels:
        say = self._desk.say
        return FindingLabels(say(_("Why")), say(_("Keep it there and do not say so again")), "", "")

    def _act(self, remedy: Remedy) -> None:
        care, signals = self._desk.care, self._desk.signals
        if care is None:
            return
        if remedy is Remedy.CHOOSE:
            signals.place_wanted.emit()
        elif remedy is Remedy.MOVE:
            signals.move_wanted.emit(care.usual_folder())
        elif not self._writing:
            self._writing = True
            write_copy(self._desk, care).ended.connect(self._written)

    def _written(self) -> None:
        self._writing = False

    def _dismissed(self) -> tuple[Remedy, ...]:
        """Of this folder only: another plan may lie in another bad place."""
        kept = self._desk.settings.text(_DISMISSED) == str(self._desk.workspace.folder)
        return (Remedy.MOVE,) if kept else ()

    def _dismiss(self, kept: Keeping) -> None:
        self._desk.settings.keep(_DISMISSED, str(self._desk.workspace.folder))
        self._desk.settings.save()
        self._show(kept)


def _kept(care: Care) -> Callable[[object, object], Keeping]:
    def look(_progress: object, _cancelled: object) -> Keeping:
        copies = care.copies()
        return Keeping(care.second_place(), copies[0].at if copies else None, care.surroundings())

    return look
