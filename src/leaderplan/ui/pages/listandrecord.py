"""A page of a list beside one of its records, or of one after the other where there is little room."""

from __future__ import annotations

from typing import ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.page import Page
from leaderplan.ui.widgets.split import Split

_SIDE_BY_SIDE, _FOLDED_BELOW = 1100, 700
_LIST_LEAST = 264


class Beside(Protocol):
    """What stands beside the list and knows that it may fill the page."""

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the title."""

    def fold(self, folded: bool) -> None:
        """Whether what is at its foot is folded."""


class ListAndRecord(Page):
    """``kept`` names the setting that remembers the width of the list."""

    kept: ClassVar[str]
    usual: ClassVar[int] = 356
    """How wide the list is before anybody made it wider."""

    listing: QWidget
    """The list, or what holds it; who gives it the keyboard gives it to the rows."""
    side: QWidget
    """What stands beside the list: the record, or what holds it."""
    record: Beside

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._fills = False
        self._wide: bool | None = None
        self._stack = QStackedLayout(self)

    def go_back(self) -> bool:
        if not self.is_filled:
            return False
        self._fill(False)
        self.listing.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_for_width()

    @property
    def is_filled(self) -> bool:
        """Whether the side fills the page in place of the list."""
        return self._fills and not self._wide

    @property
    def shows_record(self) -> bool:
        """Whether the side is in view, alone or beside the list."""
        return self._fills or bool(self._wide)

    def _put_side_by_side(self, beginning: QWidget) -> None:
        """Lay out list and side, and ``beginning`` for the empty page."""
        settings = self.desk.settings
        split = Split(self.listing, self.side, self.desk.say(_("Width of the list")))
        self.listing.setMinimumWidth(current_theme().type.px(_LIST_LEAST))
        split.splitterMoved.connect(lambda: settings.keep(self.kept, split.sizes()))
        split.setSizes(settings.numbers(self.kept) or [self.usual, 10_000])
        self._stack.addWidget(split)
        self._stack.addWidget(beginning)

    def _lay_out_for_width(self) -> None:
        type_, window = current_theme().type, self.window()
        wide = window.width() >= type_.px(_SIDE_BY_SIDE)
        if wide != self._wide:
            self._wide = wide
            self.record.fold(not wide or window.height() < type_.px(_FOLDED_BELOW))
        self._fill(self._fills)

    def _fill(self, fills: bool) -> None:
        """Let the side fill the page where there is no room for both."""
        self._fills = fills
        self.listing.setVisible(not self.is_filled)
        self.side.setVisible(self.shows_record)
        self.record.fill_page(self.is_filled)
        self.header_changed.emit()
