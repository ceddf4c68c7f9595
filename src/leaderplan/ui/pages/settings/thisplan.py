"""The section of the plan itself: where it lies, whether it is whole, and how much room it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.store.troubles import Trouble
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.heading import PageAction
from leaderplan.ui.pages.settings.checking import CheckResult, check
from leaderplan.ui.pages.settings.disk import PARTS, sizes
from leaderplan.ui.pages.settings.facts import Facts, PathLine
from leaderplan.ui.pages.settings.placewarning import PlaceWarning
from leaderplan.ui.pages.settings.section import ReadingSection
from leaderplan.ui.size import size_words
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_LOOKED_AT = _("This plan is only being looked at. Nothing can be changed in it, and no copies are made of it.")


class ThisPlanSection(ReadingSection):
    """Offers to move a plan that is in a bad place; a plan that is only looked at stays where it is."""

    key, title = "plan", _("This plan")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        say = desk.say
        self._busy = False
        self.where = PathLine(desk, str(desk.workspace.folder), say(_("Folder of the plan")))
        self.facts = Facts()
        self.facts.show_facts([(say(_("Folder")), self.where)])
        self.warning = PlaceWarning(desk)
        self.warning.elsewhere.clicked.connect(self._choose_folder)
        self.result = CheckResult(desk)
        self.result.hide()
        self._failure = Paragraph("", "body", "bad")
        self._failure.hide()
        self.sizes = Facts()
        if desk.workspace.read_only:
            self._column.addWidget(Paragraph(say(_LOOKED_AT)))
        for part in (self.facts, self.warning, self._failure, self.result):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addWidget(Hairline())
        self._column.addSpacing(4)
        self._column.addWidget(SectionRow(say(_("Room on the disk"))))
        self._column.addWidget(self.sizes)
        self._column.addStretch()

    @property
    def primary(self) -> PageAction:
        """Look everything over."""
        reason = _("It is being checked.") if self._busy else None
        return PageAction(_("Check the plan"), "shield-check", self.check, not self._busy, reason)

    def refresh(self) -> None:
        """In tasks: the folder may lie on a drive that does not answer."""
        folder = self._desk.workspace.folder
        self._desk.tasks.start(
            _("Looking at the disk"), lambda _progress, _cancelled: sizes(folder), self._show_sizes, quiet=True
        )
        care = self._desk.care
        if care is not None:
            self._desk.tasks.start(
                _("Looking at the folder"),
                lambda _progress, _cancelled: care.surroundings(),
                self.warning.show_surroundings,
                quiet=True,
            )

    def check(self) -> None:
        """Look everything over in a task, and say what was found."""
        if self._busy:
            return
        self._set_busy(True)
        self._desk.tasks.start(
            _("Checking the plan"), lambda _progress, _cancelled: check(self._desk), self._show_troubles, self._fail
        ).ended.connect(self._be_free)

    def _choose_folder(self) -> None:
        title = self._desk.say(_("Choose a folder for the plan"))
        chosen = QFileDialog.getExistingDirectory(self.window(), title, str(Path.home()))
        if chosen:
            self._desk.signals.move_wanted.emit(Path(chosen))

    def _show_sizes(self, found: Mapping[str, int]) -> None:
        say, language = self._desk.say, self._desk.language
        self.sizes.show_facts(
            [(say(words), size_words(found[part], language)) for part, words in PARTS.items() if found[part]]
        )

    def _show_troubles(self, troubles: Sequence[Trouble]) -> None:
        self._failure.hide()
        self.result.show_troubles(troubles)
        self.result.show()

    def _fail(self, error: UserError) -> None:
        self.result.hide()
        self._failure.setText(self._desk.say(sentences(error)))
        self._failure.show()

    def _be_free(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.told.emit()
