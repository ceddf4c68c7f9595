"""Which page is in view, how one gets to another, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from leaderplan.domain.language import Language
from leaderplan.ui.contents import LatePage, PageCard
from leaderplan.ui.desk import Desk
from leaderplan.ui.header import Header
from leaderplan.ui.heading import Heading
from leaderplan.ui.place import HISTORY, Place, versions_of
from leaderplan.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from leaderplan.ui.pages.page import Page

_LONGEST_TRAIL = 50


class Navigator(QObject):
    """Builds a page when it is first shown, refreshes it whenever it comes back, and keeps the header up to date."""

    shown = Signal(object)
    """The Page that came into view."""
    record_shown = Signal(bool)
    """Whether there is a record in view whose versions can be looked at."""

    def __init__(
        self, cards: Sequence[PageCard], language: Language, header: Header, stack: QStackedWidget, sidebar: Sidebar
    ) -> None:
        super().__init__(stack)
        self._cards = {card.key: card for card in cards}
        self._pages: dict[str, type[Page] | LatePage] = {}
        self._language = language
        self._header, self._stack, self._sidebar = header, stack, sidebar
        self._desk: Desk | None = None
        self._built: dict[str, Page] = {}
        self._page: Page | None = None
        self._trail: list[Place] = []
        sidebar.chosen.connect(lambda key: self.go(Place(key)))
        header.sought.connect(self._search)
        header.back_wanted.connect(self.leave_record)
        header.step_wanted.connect(self._step)
        header.versions_wanted.connect(self.show_versions)
        header.primary_pressed.connect(self.press_primary)
        header.renamed.connect(self._rename)

    @property
    def page(self) -> Page | None:
        """The page in view; None before a plan is open."""
        return self._page

    @property
    def record(self) -> str | None:
        """The id of the record in view, whose versions can be shown; None on the page of the versions itself."""
        if self._page is None or self._desk is None or self._page.key == HISTORY or HISTORY not in self._pages:
            return None
        record = self._desk.plan.find(self._page.place.record)
        return record.id if record else None

    def announce(self, key: str) -> None:
        """Show the words of a page in header and sidebar, before there is a plan to build it on."""
        card = self._cards.get(key) or next(iter(self._cards.values()), None)
        if card is None:
            return
        self._sidebar.select(card.key)
        self._header.show_heading(Heading(self._language.say(card.title), self._language.say(card.sentence)))

    def open_desk(self, desk: Desk, pages: Sequence[type[Page] | LatePage], key: str) -> None:
        """Bring the pages of an open plan to life, ``key`` first; pages of another plan go."""
        self.let_go()
        self._desk = desk
        self._pages = {page.key: page for page in pages}
        desk.signals.asked.connect(self.go)
        first = key if key in self._pages else next(iter(self._pages), "")
        self.go(Place(first))

    def let_go(self) -> None:
        """Take every page away, so that nothing of it happens any more."""
        self._header.forget_buttons()
        for page in self._built.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._built.clear()
        self._trail.clear()
        self._page = self._desk = None

    def go(self, place: Place) -> None:
        """Show a place, and remember the one that was left."""
        if self._page is not None and place != self._page.place:
            self._trail.append(self._page.place)
            del self._trail[:-_LONGEST_TRAIL]
        self._show(place)

    def back(self) -> None:
        """Return to the place before; without one, from a record to its list."""
        if self._trail:
            self._show(self._trail.pop())
        else:
            self.leave_record()

    def leave_record(self) -> None:
        """From the record that fills the page to its list."""
        if self._page is not None:
            self.settle()
            self._page.go_back()

    def settle(self) -> None:
        """Store what is still being typed."""
        self._header.settle()
        if self._page is not None:
            self._page.settle()

    def press_primary(self) -> None:
        """Do the one primary action of the page, where it can be done."""
        action = self._page.primary if self._page else None
        if action is not None and action.enabled:
            self.settle()
            action.slot()

    def show_versions(self) -> None:
        """Show the versions of the record in view."""
        self.settle()
        record = self.record
        if record is not None:
            self.go(versions_of(record))

    def press_export(self) -> None:
        """Do what Ctrl+E does on this page."""
        action = self._page.export if self._page else None
        if action is not None and action.enabled:
            self.settle()
            action.slot()

    def _show(self, place: Place) -> None:
        if self._desk is None or place.page not in self._pages:
            return
        page = self._page_of(place.page)
        if page is not self._page:
            self.settle()
            self._page = page
            self._header.show_search(self._hint_of(page))
            page.search("")
            page.refresh()
            self._stack.setCurrentWidget(page)
            self._sidebar.select(page.key)
            self.shown.emit(page)
        elif place.record is None:
            page.go_back()
        if place.record is not None:
            page.show_record(place.record, place.field)
        self._update_header()

    def _page_of(self, key: str) -> Page:
        if key not in self._built:
            assert self._desk is not None
            page = self._pages[key](self._desk)
            page.header_changed.connect(self._update_header)
            page.title_wanted.connect(self._header.begin_rename)
            self._built[key] = page
            self._stack.addWidget(page)
        return self._built[key]

    def _hint_of(self, page: Page) -> str | None:
        return self._language.say(page.search_hint) if page.search_hint else None

    def _update_header(self) -> None:
        if self._page is None:
            return
        self._header.show_heading(self._page.heading())
        looks_only = self._desk is not None and self._desk.workspace.read_only
        self._header.show_primary(None if looks_only else self._page.primary)
        self._header.show_buttons(self._page.header_buttons())
        has_versions = self.record is not None
        self._header.show_versions(has_versions)
        self.record_shown.emit(has_versions)

    def _search(self, text: str) -> None:
        if self._page is not None:
            self._page.search(text)

    def _rename(self, title: str) -> None:
        if self._page is not None:
            self._page.rename(title)

    def _step(self, by: int) -> None:
        if self._page is not None:
            self._page.settle()
            self._page.step(by)
