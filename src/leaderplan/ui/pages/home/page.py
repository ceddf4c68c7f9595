"""Home: where one stands, and what to do next; every item leads to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.capture import KnownPerson, keep, understand
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Collaboration, Person
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.example import example_row
from leaderplan.ui.pages.home.notices import Notices
from leaderplan.ui.pages.home.overview import overview
from leaderplan.ui.pages.home.standing import LosingPart, RadarPart, UntoldPart
from leaderplan.ui.pages.home.steps import SinceLastHere
from leaderplan.ui.pages.home.work import NextPart, TimePart
from leaderplan.ui.pages.page import Heading, Page, PageAction
from leaderplan.ui.widgets.empty import EmptyState, EmptyWords

_SIDE_BY_SIDE = 860
_RIGHT = 392


class Home(Page):
    """Works its values out once after a change, and only while it is in view."""

    key, group, title, icon = "home", None, _("Home"), "home"
    sentence = _("Where you stand, and what to do next.")
    search_hint = _("Find in all")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._notices = Notices(desk)
        self._since = SinceLastHere(desk)
        self._parts = (NextPart(desk), TimePart(desk), RadarPart(desk), UntoldPart(desk), LosingPart(desk))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full())
        self._stack.addWidget(self._empty())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        desk.signals.changed.connect(self._hear)

    @property
    def primary(self) -> PageAction:
        """Capture."""
        return PageAction(_("Capture"), "pencil-line", self.desk.signals.capture_wanted.emit)

    def heading(self) -> Heading:
        """The day and the sentence."""
        desk, today = self.desk, self.desk.today()
        day = _("{weekday} {date}. {sentence}", weekday=desk.language.weekday(today),
                date=desk.language.day(PartialDate.of(today), long=True), sentence=self.sentence)  # fmt: skip
        return Heading(desk.say(self.title), desk.say(day))

    def search(self, text: str) -> None:
        """Home has nothing of its own to filter: it finds in all."""
        if text.strip():
            self.desk.signals.palette_wanted.emit(text)

    def refresh(self) -> None:
        """Work it out before it is shown."""
        self._show()
        self._notices.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= current_theme().type.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._right.setMaximumWidth(current_theme().type.px(_RIGHT) if wide else 16777215)

    def _hear(self, _edit: ChangeSet, _by: object) -> None:
        if self.isVisible():
            self._soon.start(0)

    def _show(self) -> None:
        plan = self.desk.plan
        empty = not any(plan.of_table(kind.table) for kind in (Achievement, Collaboration, Person))
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            return
        self._since.show_plan(plan)
        found = overview(plan, self.desk.today())
        for part in self._parts:
            part.show_overview(plan, found)

    def _full(self) -> QScrollArea:
        following, time, *standing = self._parts
        left = _column(self._since, following, time)
        self._right = _column(*standing)
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 16, 24, 24)
        whole.setSpacing(16)
        whole.addWidget(self._notices)
        whole.addLayout(self._columns, 1)
        self._columns.setSpacing(16)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._right, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(self.desk.say(_("Home")))
        return area

    def _empty(self) -> EmptyState:
        texts = assets.read_toml("templates/en.toml")["empty_pages"]["home"]
        made = EmptyState(
            EmptyWords(
                "home",
                texts["first_step"],
                texts["sentence"],
                self.desk.say(_("Cut benefit claims from 21 to 4 days with Ann Price last March")),
                self.desk.say(_("One line is enough. The story can wait for a quiet hour.")),
                self.desk.say(_("Enter")),
            ),
            [example_row(self.desk, self.key)],
        )
        made.entered.connect(self._capture)
        return made

    def _capture(self, line: str) -> None:
        plan, today = self.desk.plan, self.desk.today()
        people = [KnownPerson(person.id, person.name) for person in plan.all(Person)]
        self.desk.commit(keep(plan, understand(line, today, people), today, new_id), self)


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(24)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return made
