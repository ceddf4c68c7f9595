"""What one step did to one record: its name, what happened to it, and its fields with the words that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leaderplan.domain.differences import FieldChange, alike, differing, shortened
from leaderplan.domain.fields import Record
from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.store.steps import Touch, Touched, Version
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.history.fieldrow import FieldRow
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.wording import TOUCH_ICONS, TOUCH_WORDS
from leaderplan.ui.place import versions_of
from leaderplan.ui.where import where
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.text import PlainLabel


class RecordChange(QWidget):
    """Read from the record's versions when it is made."""

    def __init__(self, desk: Desk, names: Names, step: int, touched: Touched, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._names, self._touched = desk, names, touched
        before, after = ends(desk.workspace.versions(touched.id), step, touched.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        shown = after or before
        if shown is None:
            column.addWidget(PlainLabel(desk.say(_("What it changed is no longer kept.")), token="muted"))
            return
        column.addLayout(self._head(shown))
        column.addSpacing(4)
        for field in told(desk.language, names, before, after):
            column.addWidget(FieldRow(desk, replace(field, pieces=shortened(field.pieces))))

    def _head(self, record: Record) -> QGridLayout:
        """Its name, and below it what kind of thing it is, what was done to it, and where to go from here."""
        desk, touch = self._desk, self._touched.change
        kind = desk.say(type(record).one)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(TOUCH_ICONS[touch]), 0, 0)
        grid.addWidget(PlainLabel(self._names.of(record), "strong", shortens=True), 0, 1)
        below = QWidget()
        row = FlowLayout(below, gap=12)
        row.addWidget(PlainLabel(desk.say(_("{kind}, {done}", kind=kind, done=TOUCH_WORDS[touch])), "small", "muted"))
        for link in self._links(record):
            row.addWidget(link)
        grid.addWidget(below, 1, 1)
        return grid

    def _links(self, record: Record) -> Sequence[Link]:
        desk, name = self._desk, self._names.of(record)
        now = desk.plan.find(record.id)
        place = where(desk.plan, now) if now else None
        links = []
        if place is not None:
            show = Link(desk.say(_("Show it")), small=True)
            show.setAccessibleName(desk.say(_("Show {name}", name=name)))
            show.clicked.connect(lambda: desk.go(place))
            links.append(show)
        versions = Link(desk.say(_("All versions")), small=True)
        versions.setAccessibleName(desk.say(_("All versions of {name}", name=name)))
        versions.clicked.connect(lambda: desk.go(versions_of(record.id)))
        return [*links, versions]


def told(language: Language, names: Names, before: Record | None, after: Record | None) -> tuple[FieldChange, ...]:
    """The fields that changed; of a record that came or went all that are filled, without marks on every word."""
    if before is not None and after is not None:
        return differing(language, names, before, after)
    whole = before or after
    return alike(language, names, whole, whole) if whole else ()


def ends(versions: Sequence[Version], step: int, touch: Touch) -> tuple[Record | None, Record | None]:
    """A record before and after a step that touched it, from its versions, newest first."""
    after = next((one.record for one in versions if one.step == step), None)
    before = next((one.record for one in versions if one.step < step), None)
    return None if touch is Touch.ADDED else before, None if touch is Touch.REMOVED else after
