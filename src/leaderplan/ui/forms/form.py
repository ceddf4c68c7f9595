"""A record's fields, one below the other: labels left, editors right, each stored on its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leaderplan.domain import edits
from leaderplan.domain.changes import ChangeSet, merged
from leaderplan.domain.fields import Record, specs
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.editors import Ears, Editor, editor_for, made_by_name
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.settling import settle_within
from leaderplan.ui.widgets.text import PlainLabel


class RecordForm(QWidget):
    """Edits some fields of one record. A field that cannot be stored stays beside its sentence, kept as a draft."""

    def __init__(self, desk: Desk, record: Record, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id, self._type = desk, record.id, type(record)
        self._visits = {name: Visit() for name in fields}
        self._editors: dict[str, Editor] = {}
        self._storing = Storing(desk, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(fields):
            self._add(grid, row, name)
        desk.signals.changed.connect(self._hear)
        self._show(record)
        self._show_drafts()

    @property
    def record(self) -> Record | None:
        """The record as it stands; None once it was removed."""
        return self._desk.plan.find(self._id)

    def editor(self, field: str) -> QWidget:
        """The widget of one field."""
        return self._editors[field].widget

    def focus(self, field: str) -> None:
        """Put the keyboard into one field, ready to type."""
        widget = self.editor(field)
        if isinstance(widget, EditableText):
            widget.begin()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Store what is still being typed."""
        settle_within(self)

    def _add(self, grid: QGridLayout, row: int, name: str) -> None:
        spec = specs(self._type)[name]
        label = PlainLabel(self._desk.say(spec.label), "small", "muted")
        ears = Ears(
            edited=partial(self._store, name),
            drafted=partial(self._desk.workspace.draft, self._id, name),
            left=self._visits[name].leave,
            wanted=partial(self._make, name),
        )
        editor = editor_for(self._desk, spec, ears)
        self._editors[name] = editor
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 7, 0, 0)
        grid.addWidget(editor.widget, row, 1)

    def _store(self, name: str, value: Any) -> None:
        self._complain(name, self._storing.store(self._id, name, value, self._visits[name].token()))

    def _make(self, name: str, called: str) -> None:
        """A reference to somebody or something that is not in the plan yet: both are one step."""
        record, kind = self.record, made_by_name(specs(self._type)[name])
        if record is None:
            return
        if kind is None:
            sentence = _("Nothing is called “{name}”. Choose one of those offered.", name=called)
            self._desk.toast(sentence, undo=False)
            self._editors[name].show(getattr(record, name))
            return
        made = kind(id=new_id(), **{kind.title_field: called})
        added = edits.add(made)
        linked = edits.put(self._desk.plan.after(added), replace(record, **{name: made.id}))
        if self._desk.commit(merged(added.label, (added, linked)), self):
            self._show(self.record)

    def _complain(self, name: str, sentence: str) -> None:
        widget = self._editors[name].widget
        if isinstance(widget, EditableText):
            widget.show_problem(sentence)
        elif sentence:
            self._desk.toast(_("{problem}", problem=sentence), undo=False)

    def _hear(self, edit: ChangeSet, by: object) -> None:
        record = self.record
        if by is not self and record is not None and any(change.id == self._id for change in edit):
            self._show(record)

    def _show(self, record: Record | None) -> None:
        if record is None:
            return
        for name, editor in self._editors.items():
            editor.show(getattr(record, name))

    def _show_drafts(self) -> None:
        """What was typed before a crash and could not be stored stands where it was typed."""
        drafts = self._desk.workspace.drafts()
        record = self.record
        for name, editor in self._editors.items():
            text = drafts.get((self._id, name))
            if text is None or editor.draft is None or record is None:
                continue
            editor.draft(text)
            if isinstance(editor.widget, EditableText):
                self._complain(name, self._storing.problem(name, replace(record, **{name: text})))
