"""Words of a record that are edited where they stand and stored at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from leaderplan.domain.fields import Kind, Record, specs
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.text import Role

Drafts = Mapping[tuple[str, str], str]
"""What was typed and could not be stored, by record and field."""


class StoredText(EditableText):
    """A text field of whichever record is shown; ``labelled`` makes it a row of a story."""

    def __init__(
        self,
        desk: Desk,
        type_: type[Record],
        field: str,
        role: Role = "body",
        *,
        labelled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        spec = specs(type_)[field]
        name = desk.say(spec.label)
        one_line = spec.kind is Kind.TEXT
        super().__init__("", role, name=name, label=name if labelled else "", one_line=one_line, parent=parent)
        self.field = field
        self._record: Record | None = None
        self._visit = Visit()
        self._storing = Storing(desk, self)
        self.edited.connect(self._store)
        self.ended.connect(self._visit.leave)

    def show_record(self, record: Record, drafts: Drafts | None = None) -> None:
        """Show this record's words. What could not be stored stays until the plan says something else."""
        if self._record is not None and self._record.id != record.id:
            self.end()
        before, self._record = self._record, record
        value = getattr(record, self.field)
        if before is not None and before.id == record.id:
            if getattr(before, self.field) == value:
                return
        else:
            self._visit.leave()
        self.set_text(value)
        self.show_problem("")
        draft = (drafts or {}).get((record.id, self.field))
        if draft is not None:
            self.set_text(draft)
            self.show_problem(self._storing.problem(self.field, replace(record, **{self.field: draft})))

    def _store(self, text: str) -> None:
        if self._record is not None:
            self.show_problem(self._storing.store(self._record.id, self.field, text, self._visit.token()))
