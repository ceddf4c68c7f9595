"""The section of the program itself: list and text side by side, or one after the other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import licences
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.heading import Heading
from leaderplan.ui.pages.settings.about.detail import Detail
from leaderplan.ui.pages.settings.about.listing import Listing
from leaderplan.ui.pages.settings.section import Section
from leaderplan.ui.widgets.split import Split

_SIDE_BY_SIDE, _LIST, _LIST_LEAST = 1100, 356, 264
_KEPT = "settings.about.split"


class AboutSection(Section):
    """Reads nothing before it comes into view for the first time."""

    key, title = "about", _("About")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._fills, self._wide, self._asked = False, True, False
        self.listing = Listing(desk)
        self.detail = Detail(desk)
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split())

    @property
    def is_filled(self) -> bool:
        """Whether a work fills the page in place of the list."""
        return self._fills and not self._wide

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

    def go_back(self) -> bool:
        if not self.is_filled:
            return False
        self._fill(False)
        self.listing.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def step(self, by: int) -> None:
        id = self.listing.neighbour(by)
        if id is not None:
            self.listing.select(id)
            self._choose(id)
            self.told.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_for_width()

    def _show(self, works: list[licences.Work]) -> None:
        self.listing.show_works(works)
        self._choose(self.listing.model.ids[0])

    def _choose(self, id: str) -> None:
        work = self.listing.model.work(id)
        if work is not None:
            self.detail.show_work(work, is_program=id == self.listing.model.ids[0])

    def _open(self, id: str) -> None:
        self._choose(id)
        self._fill(True)

    def _fill(self, fills: bool) -> None:
        self._fills = fills
        self.listing.setVisible(not self.is_filled)
        self.detail.setVisible(self._fills or self._wide)
        self.detail.fill_page(self.is_filled)
        self.told.emit()

    def _lay_out_for_width(self) -> None:
        wide = self.window().width() >= current_theme().type.px(_SIDE_BY_SIDE)
        if wide != self._wide:
            self._wide = wide
            self._fill(self._fills)

    def _split(self) -> Split:
        settings = self._desk.settings
        split = Split(self.listing, self.detail, self._desk.say(_("Width of the list")))
        self.listing.setMinimumWidth(current_theme().type.px(_LIST_LEAST))
        split.splitterMoved.connect(lambda: settings.keep(_KEPT, split.sizes()))
        split.setSizes(settings.numbers(_KEPT) or [_LIST, 10_000])
        return split
