"""Settings: backups, the second place, where the plan lies, the look of the window, and the program itself."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.page import Heading, Page, PageAction
from leaderplan.ui.pages.settings.about.section import AboutSection
from leaderplan.ui.pages.settings.backups.section import BackupsSection
from leaderplan.ui.pages.settings.look import LookSection
from leaderplan.ui.pages.settings.secondplace import SecondPlaceSection
from leaderplan.ui.pages.settings.section import Section
from leaderplan.ui.pages.settings.segments import Segments
from leaderplan.ui.pages.settings.thisplan import ThisPlanSection
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.hairline import Hairline


class SettingsPage(Page):
    """A tab for each section; the key of a section is the record of a place."""

    key, group, title, icon = "settings", None, _("Settings"), "settings"
    sentence = _("Where your plan and its copies are, and how the window looks.")
    search_hint = None
    at_foot = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sections = _sections(desk)
        self.tabs = Segments([desk.say(each.title) for each in self.sections], desk.say(_("Sections")))
        self.tabs.setContentsMargins(20, 8, 20, 8)  # the words of the first begin where those of the page do
        self._line = Hairline()
        self._stack = QStackedWidget()
        for section in self.sections:
            self._stack.addWidget(section)
            section.told.connect(self._hear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._show)
        self.tabs.show_choice(0)

    @property
    def section(self) -> Section:
        """The section in view."""
        return self.sections[self._stack.currentIndex()]

    @property
    def primary(self) -> PageAction | None:
        """That of the section in view."""
        return self.section.primary

    @property
    def place(self) -> Place:
        """The section in view."""
        return Place(self.key, self.section.key)

    def heading(self) -> Heading:
        """The page's own words, or those of what fills it."""
        return self.section.heading() or super().heading()

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show the section with this key."""
        for number, section in enumerate(self.sections):
            if section.key == record:
                self._show(number)

    def go_back(self) -> bool:
        return self.section.go_back()

    def step(self, by: int) -> None:
        self.section.step(by)

    def refresh(self) -> None:
        """Show the section in view as things are now."""
        self.section.refresh()

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.tabs.show_choice(number)
        self.section.refresh()
        self._hear()

    def _hear(self) -> None:
        filled = self.section.heading() is not None
        self.tabs.setVisible(not filled)
        self._line.setVisible(not filled)
        self.header_changed.emit()


def _sections(desk: Desk) -> tuple[Section, ...]:
    """Of a plan that is only looked at, what there is to say."""
    own = (ThisPlanSection(desk), LookSection(desk), AboutSection(desk))
    if desk.care is None:
        return own
    return (BackupsSection(desk, desk.care), SecondPlaceSection(desk, desk.care), *own)
