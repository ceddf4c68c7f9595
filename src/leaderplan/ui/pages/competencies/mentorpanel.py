"""Who rated, how and when: a small panel in which everything is stored as soon as it is whole."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.dates import PartialDate
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Assessment, Competency, Level, Person, Tier
from leaderplan.domain.rules.chosen_framework import levels
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.reference import ReferenceField
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.settling import settle_within
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 420


class MentorPanel(QDialog):
    """A new rating is of today; it is stored once the mentor is named. All of one visit is one step."""

    def __init__(
        self, desk: Desk, competency: Competency, level: Level | None, rating: Assessment | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._join, self._kept = desk, object(), rating is not None
        found = levels(desk.plan)
        begun = level or (found[0] if found else None)
        self._rating = rating or Assessment(
            id=new_id(),
            competency=competency.id,
            level=begun.id if begun else None,
            on=PartialDate.of(desk.today()),
        )
        say = desk.say
        self.who = ReferenceField(say(_("Mentor")), say(_("Type a name")))
        self.level = ChoiceButton(say(_("Level")), [(each.id, each.title) for each in found])
        self.day = DateField(desk.language, say(_("Day")), self._rating.on)
        self.level.set_value(self._rating.level)
        self._offer()
        self.who.chosen.connect(lambda id: self._store(by=id) if id else None)
        self.who.wanted.connect(self._make)
        self.level.chosen.connect(lambda id: self._store(level=id))
        self.day.edited.connect(lambda day: self._store(on=day) if day else None)
        self._lay_out(competency)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        settle_within(self)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        settle_within(self)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().surface)

    def _lay_out(self, competency: Competency) -> None:
        say = self._desk.say
        self.setWindowTitle(say(_("A mentor’s rating")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        fields = ((_("Mentor"), self.who), (_("Level"), self.level), (_("Day"), self.day))
        for row, (words, widget) in enumerate(fields):
            label = PlainLabel(say(words), "small", "muted")
            label.setContentsMargins(0, 7, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self._remove = Button(say(_("Move to the bin")), Kind.QUIET, "trash-2")
        close = Button(say(_("Done")), Kind.PRIMARY)
        for button in (self._remove, close, self.level):
            button.setAutoDefault(False)
        self._remove.clicked.connect(self._take_out)
        self._remove.setVisible(self._kept)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._remove)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(Paragraph(competency.title, "heading"))
        column.addLayout(grid)
        column.addStretch()
        column.addLayout(foot)
        self.resize(current_theme().type.px(_WIDE), self.sizeHint().height())

    def _offer(self) -> None:
        """Mentors by their tier, and whoever rated before."""
        plan = self._desk.plan
        raters = {each.by for each in plan.all(Assessment)}
        people = [p for p in plan.all(Person) if p.tier is Tier.MENTOR or p.id in raters]
        self.who.offer([(person, person.name) for person in people])
        by = plan.get(Person, self._rating.by)
        self.who.set_value(self._rating.by, by.name if by else "")

    def _make(self, name: str) -> None:
        """A name that no mentor has: somebody of that name in the plan, else a new mentor."""
        plan = self._desk.plan
        person = next((p for p in plan.all(Person) if p.name.casefold() == name.casefold()), None)
        if person is None:
            person = Person(id=new_id(), name=name, tier=Tier.MENTOR)
            self._store(edits.add(person), by=person.id)
        else:
            self._store(by=person.id)
        self._offer()

    def _store(self, before: ChangeSet | None = None, **fields: object) -> None:
        """Keep what was chosen, and store it as soon as it is known who rated."""
        self._rating = replace(self._rating, **fields)  # type: ignore[arg-type]
        if not (self._rating.by and self._rating.level):
            return
        plan = self._desk.plan
        then = plan.after(before) if before else plan
        label = _("Note a mentor’s rating")
        edit = merged(label, [*([before] if before else []), edits.put(then, self._rating)])
        if edit and self._desk.commit(edit, self, self._join):
            self._remove.show()

    def _take_out(self) -> None:
        there = self._desk.plan.get(Assessment, self._rating.id)
        if there is not None and self._desk.commit(edits.remove(self._desk.plan, there), self):
            self._desk.toast(_("The rating is in the bin."))
        self.accept()
