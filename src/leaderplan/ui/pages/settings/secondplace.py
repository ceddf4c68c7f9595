"""The section of the second place: where sealed copies of the plan go, and an archive to take along."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import Message, _, _n
from leaderplan.ui.care import ArchiveCopy, Care
from leaderplan.ui.days import moment_words
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.archiving import ArchiveSheet
from leaderplan.ui.heading import PageAction
from leaderplan.ui.pages.settings.buttonrow import ButtonRow
from leaderplan.ui.pages.settings.facts import Facts, PathLine
from leaderplan.ui.pages.settings.section import ReadingSection
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph
from leaderplan.ui.writingcopy import write_copy

_WITHOUT = _(
    "Your plan exists only on this computer. Choose a second place, and a copy of all of it goes there every day and "
    "whenever you close LeaderPlan: then a computer that is lost or replaced costs you a minute."
)
_WITH = _(
    "A copy of the whole plan goes to this folder every day and whenever you close LeaderPlan. A computer that is lost "
    "or replaced then costs you a minute."
)
_SEALED = _(
    "The copies are sealed with words that only you know, so a folder that is copied elsewhere, a network drive or a "
    "memory stick will do."
)
_ALONG = _("One file with the whole plan, its history and its attachments: for another computer, or for a safe drawer.")


class SecondPlaceSection(ReadingSection):
    """Looks into the second place in a task, since that may be far away."""

    key, title = "second-place", _("Second place")

    def __init__(self, desk: Desk, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self._care, self._place, self._busy = care, care.second_place(), False
        self._why = Paragraph("")
        self.facts = Facts()
        self.choose = Button("", icon="folder")
        self.forget = Button(say(_("Write no more there")))
        self.archive = Button(say(_("Save an archive…")), icon="archive")
        self.choose.clicked.connect(desk.signals.place_wanted)
        self.forget.clicked.connect(self._forget)
        self.archive.clicked.connect(lambda: ArchiveSheet(desk, care, self.window()).come_up())
        self._column.addWidget(self._why)
        self._column.addWidget(Paragraph(say(_SEALED), "body", "muted"))
        self._column.addWidget(self.facts)
        self._column.addWidget(ButtonRow(self.choose, self.forget))
        self._column.addSpacing(8)
        self._column.addWidget(Hairline())
        self._column.addSpacing(4)
        self._column.addWidget(SectionRow(say(_("An archive to take along"))))
        self._column.addWidget(Paragraph(say(_ALONG), "body", "muted"))
        self._column.addWidget(ButtonRow(self.archive))
        self._column.addStretch()
        desk.signals.copied.connect(self._hear)
        self._show_place()

    @property
    def primary(self) -> PageAction:
        """A place first; once there is one, a copy now."""
        if self._place is None:
            return PageAction(_("Choose a folder"), "folder", self._desk.signals.place_wanted.emit)
        reason = _("One is being written.") if self._busy else None
        return PageAction(_("Write one now"), "archive", self.write, not self._busy, reason)

    def refresh(self) -> None:
        self._place = place = self._care.second_place()
        self._show_place()
        if place is not None:
            self._desk.tasks.start(
                _("Looking into the second place"),
                lambda _progress, _cancelled: self._care.copies(),
                lambda copies: self._show_copies(place, copies),
                quiet=True,
            )

    def write(self) -> None:
        """Write a copy now."""
        if not self._busy:
            self._set_busy(True)
            write_copy(self._desk, self._care).ended.connect(self._be_free)

    def _show_place(self) -> None:
        say = self._desk.say
        self._why.setText(say(_WITHOUT if self._place is None else _WITH))
        self.choose.setText(say(_("Choose a folder") if self._place is None else _("Choose another")))
        self.choose.setAccessibleName(self.choose.text())
        self.choose.updateGeometry()
        for part in (self.facts, self.forget):
            part.setVisible(self._place is not None)
        self.choose.setVisible(self._place is not None)  # without a place it is the primary action
        if self._place is not None:
            self._show_facts(self._place, [(_("Newest"), say(_("looking …")))])
        self.told.emit()

    def _show_copies(self, place: Path, copies: Sequence[ArchiveCopy]) -> None:
        if place != self._place:
            return
        say, language = self._desk.say, self._desk.language
        if not copies:
            self._show_facts(
                place, [(_("Newest"), say(_("There is none of this plan, or the folder is out of reach.")))]
            )
            return
        newest, all_of = copies[0], sum(copy.size for copy in copies)
        moment = moment_words(newest.at, self._desk.today(), language)
        count = _n("{count} copy, {size}", "{count} copies, {size}", len(copies), size=size_words(all_of, language))
        self._show_facts(place, [(_("Newest"), moment), (_("There"), say(count))])

    def _show_facts(self, place: Path, more: Sequence[tuple[Message, str]]) -> None:
        say = self._desk.say
        folder = PathLine(self._desk, str(place), say(_("Folder")))
        self.facts.show_facts([(say(_("Folder")), folder), *((say(word), value) for word, value in more)])

    def _forget(self) -> None:
        place = self._care.second_place()
        self._care.forget_place()
        self._desk.signals.copied.emit()
        if place is not None:
            words = _("No more copies go to {folder}. Those that are there stay.", folder=str(place))
            self._desk.toast(words, undo=False)

    def _hear(self) -> None:
        if self.isVisible():
            self.refresh()

    def _be_free(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.told.emit()
