"""One achievement as a page to read and to edit in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Claim, Evidence, Measure, Telling
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.erasing import ask_to_erase
from leaderplan.ui.forms.storedtext import StoredText
from leaderplan.ui.pages.achievements.advice import AchievementAdvice
from leaderplan.ui.pages.achievements.claims import Claims
from leaderplan.ui.pages.achievements.company import Company
from leaderplan.ui.pages.achievements.evidence import EvidencePart
from leaderplan.ui.pages.achievements.head import Head
from leaderplan.ui.pages.achievements.measures import Measures
from leaderplan.ui.pages.achievements.story import Story
from leaderplan.ui.pages.achievements.tags import Tags
from leaderplan.ui.pages.achievements.taking import Taking
from leaderplan.ui.pages.achievements.told import Told
from leaderplan.ui.pages.recordview import RecordView
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.taborder import chain, in_reading_order


class AchievementView(RecordView):
    """Shows the achievement that it is given, with all that hangs on it. Tab comes to it from the widget ``after``."""

    def __init__(self, desk: Desk, taking: Taking, after: QWidget, parent: QWidget | None = None) -> None:
        title = StoredText(desk, Achievement, "title", "heading", labelled=False)
        super().__init__(desk, title, parent)
        self._after = after
        self._chained: list[QWidget] = []
        self.head = Head(desk)
        self.measures = Measures(desk)
        self.story = Story(desk)
        self.tags = Tags(desk)
        self.company = Company(desk)
        self.claims = Claims(desk)
        self.evidence = EvidencePart(desk, taking)
        self.told = Told(desk)
        self._connect()
        self._lay_out()
        self._put_at_foot(AchievementAdvice(desk))

    def show_record(self, achievement: Achievement) -> None:
        """Show an achievement, from its top if it is another one."""
        plan = self._desk.plan
        other = achievement.id != self._id
        drafts = self._desk.workspace.drafts() if other else None
        self._id = achievement.id
        self.head.show_record(plan, achievement, drafts)
        self.title.show_record(achievement, drafts)
        self.story.show_record(achievement, drafts)
        self.tags.show_record(achievement)
        for part in (self.measures, self.company, self.claims, self.evidence, self.told):
            part.show_record(plan, achievement)
        self.advice.show_record(achievement)
        self._chain()
        if other:
            self._area.verticalScrollBar().setValue(0)

    def focus(self, field: str) -> None:
        """Begin to edit a field, or with ``+`` before a table to add such a record."""
        ways: dict[str, Callable[[], object]] = {
            "title": self.rename,
            "mode": self.head.choose_mode,
            "started": self.head.edit_when,
            "ended": self.head.edit_when,
            "post": self.head.edit_when,
            "told_from": self._ask_told_from,
            "people": self.company.add,
            "tags": self.tags.begin,
            "+telling": self.told.add,
            "+claim": self.claims.offer,
            "+measure": self.measures.offer,
            "+evidence": self.evidence.offer,
        }
        part = self.story.parts.get(field)
        if part is not None:
            self._area.ensureWidgetVisible(part)
            part.begin()
        elif field in ways:
            ways[field]()

    def open(self, record: object, field: str) -> None:
        """Open what hangs on the achievement: one of its measures, claims, tellings or its evidence."""
        match record:
            case Measure():
                self.measures.edit(record.id, field)
            case Claim():
                self.claims.edit(record.id, field)
            case Evidence():
                self.evidence.edit(record.id, field)
            case Telling():
                self.told.edit(record.id, field)

    def remove(self) -> None:
        """Move the achievement to the bin."""
        achievement = self._desk.plan.get(Achievement, self._id)
        if achievement is not None and self._desk.commit(edits.remove(self._desk.plan, achievement), self):
            self._desk.toast(_("{name} is in the bin.", name=achievement.title[:60]))

    def erase(self) -> None:
        """Ask whether the achievement is to go for good."""
        achievement = self._desk.plan.get(Achievement, self._id)
        if achievement is not None:
            ask_to_erase(self._desk, self.window(), achievement)

    def _chain(self) -> None:
        parts = [self._after, *in_reading_order(self._column)]
        if parts != self._chained:
            self._chained = parts
            chain(parts)

    def _ask_told_from(self) -> None:
        self.head.more.ask_told_from(self.head.mapToGlobal(QPoint(OUTSET, self.head.height())))

    def _connect(self) -> None:
        more = self.head.more
        self.head.telling_wanted.connect(self.told.add)
        more.title_wanted.connect(self.rename)
        more.when_wanted.connect(self.head.edit_when)
        more.tags_wanted.connect(self.tags.begin)
        more.remove_wanted.connect(self.remove)
        more.erase_wanted.connect(self.erase)

    def _lay_out(self) -> None:
        self._area.setAccessibleName(self._desk.say(_("Achievement")))
        column = self._column
        column.setContentsMargins(32 - OUTSET, 16, 32 - OUTSET, 24)
        column.addWidget(self.head)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.measures)
        column.addWidget(_inset(Hairline()))
        column.addWidget(self.story)
        for part in (self.tags, self.company, self.claims, self.evidence, self.told):
            column.addWidget(part)
        column.setSpacing(4)
        column.addStretch()


def _inset(widget: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(OUTSET, 4, OUTSET, 4)
    column.addWidget(widget)
    return made
