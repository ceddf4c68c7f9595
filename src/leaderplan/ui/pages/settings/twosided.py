"""A section with a list and what is chosen in it: side by side, or one after the other where there is little room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.section import Section
from leaderplan.ui.widgets.split import Split

_SIDE_BY_SIDE, _LIST, _LIST_LEAST = 1100, 356, 264


class TwoSided(Section):
    """Its heirs make ``listing`` and ``detail`` and say in ``_choose`` how one is shown; ``kept`` names its widths."""

    kept = ""
    listing: Any
    detail: Any
    _choose: Callable[[str], None]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._fills, self._wide = False, True

    @property
    def is_filled(self) -> bool:
        """Whether what is chosen fills the page in place of the list."""
        return self._fills and not self._wide

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
        split.splitterMoved.connect(lambda: settings.keep(self.kept, split.sizes()))
        split.setSizes(settings.numbers(self.kept) or [_LIST, 10_000])
        return split
