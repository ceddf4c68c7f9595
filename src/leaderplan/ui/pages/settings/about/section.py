"""The section of the program itself: list and text side by side, or one after the other where there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import licences
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import Heading
from leaderplan.ui.pages.settings.about.detail import Detail
from leaderplan.ui.pages.settings.about.listing import Listing
from leaderplan.ui.pages.settings.twosided import TwoSided


class AboutSection(TwoSided):
    """Reads nothing before it comes into view for the first time."""

    key, title = "about", _("About")
    kept = "settings.about.split"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = False
        self.listing = Listing(desk)
        self.detail = Detail(desk)
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split())

    def heading(self) -> Heading | None:
        """The name of the work that fills the page."""
        work = self.listing.current
        if not self.is_filled or work is None:
            return None
        return Heading(work.title, back=self._desk.say(self.title), steps=True)

    def refresh(self) -> None:
        """Look for the works in a task: they stand in some thirty files."""
        self._lay_out_for_width()
        if not self._asked:
            self._asked = True
            self._desk.tasks.start(
                _("Looking for the licences"),
                lambda _progress, _cancelled: licences.works(),
                self._show,
                quiet=True,
            )

    def _show(self, works: list[licences.Work]) -> None:
        self.listing.show_works(works)
        self._choose(self.listing.model.ids[0])

    def _choose(self, id: str) -> None:
        work = self.listing.model.work(id)
        if work is not None:
            self.detail.show_work(work, is_program=id == self.listing.model.ids[0])
