"""One text field of the collaboration, edited where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.fields import specs
from leaderplan.domain.messages import Message
from leaderplan.domain.records import Collaboration
from leaderplan.ui.forms.visit import Visit
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.editable import OUTSET, EditableText
from leaderplan.ui.widgets.text import PlainLabel


class FieldText(EditableText):
    """Stores what it holds; what cannot be stored stays beside its sentence, kept as a draft."""

    def __init__(self, sheet: Sheet, field: str, hint: Message, *, name: str = "", label: str = "") -> None:
        self.name = name or sheet.say(specs(Collaboration)[field].label)
        super().__init__(name=self.name, hint=sheet.say(hint), label=label)
        self._sheet, self._field = sheet, field
        self._visit = Visit()
        self._shown: str | None = None
        self.edited.connect(self._store)
        self.ended.connect(self._visit.leave)

    @property
    def field(self) -> str:
        """The name of its field."""
        return self._field

    def fill(self) -> None:
        """Show the field as it stands; at first, a draft that was left from before."""
        text = str(getattr(self._sheet.record, self._field))
        if self._shown is None:
            self.set_text(text)
            self._take_up_draft()
        elif text != self._shown:
            self.set_text(text)
            self.show_problem("")
        self._shown = text

    def _take_up_draft(self) -> None:
        draft = self._sheet.desk.workspace.drafts().get((self._sheet.id, self._field))
        if draft is not None:
            self.set_text(draft)
            self.show_problem(self._sheet.problem(self._field, draft))

    def _store(self, text: str) -> None:
        workspace, problem = self._sheet.desk.workspace, self._sheet.problem(self._field, text)
        self.show_problem(problem)
        if problem:
            workspace.draft(self._sheet.id, self._field, text)
            return
        workspace.forget_draft(self._sheet.id, self._field)
        self._shown = text
        self._sheet.store(self._field, text, self._visit.token())


def labelled(label: QWidget | str, text: QWidget) -> QWidget:
    """Small words above a text whose words begin at the same edge."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QVBoxLayout()
    head.setContentsMargins(OUTSET, 0, OUTSET, 0)
    head.addWidget(PlainLabel(label, "small", "muted", shortens=True) if isinstance(label, str) else label)
    column.addLayout(head)
    column.addWidget(text)
    column.addStretch()
    return made
