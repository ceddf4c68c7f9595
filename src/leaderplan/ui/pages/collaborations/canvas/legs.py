"""What carries the change: technology, governance and people; and behind a fold more about it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_LEGS: Final[tuple[tuple[str, str, Message, Message, Message], ...]] = (
    ("technology_leg", "cpu", _("Technology"), _("Nobody has said which technology this needs."),
     _("Nobody has said what it runs on.")),
    ("governance_leg", "scale", _("Governance"), _("Nobody has said who decides differently."),
     _("It stops where nobody may decide.")),
    ("people_leg", "users", _("People"), _("Nobody has said what people must learn."),
     _("It seldom lasts without people.")),
)  # fmt: skip

_MORE: Final[tuple[tuple[str, Message], ...]] = (
    ("operating_model", _("Who does what in future, and for whom?")),
    ("front_office", _("What changes at the counter and on the phone?")),
    ("back_office", _("What changes behind the counter?")),
    ("technology_options", _("What could be bought, built or used again?")),
    ("partners", _("Who else has to move?")),
    ("next_door", _("Who has done this already, and what do they say?")),
)


class LegsPart(QWidget):
    """Three legs, each said where it stands; one sentence when a leg is missing."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._missing = ""
        self.texts: dict[str, FieldText] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        column.addLayout(inset(SectionRow(sheet.say(_("What carries it")))))
        for field, icon, title, hint, _warning in _LEGS:
            self.texts[field] = FieldText(sheet, field, hint)
            if len(self.texts) > 1:
                column.addLayout(inset(Hairline()))
            column.addWidget(_leg(icon, sheet.say(title), self.texts[field]))
        self._advice = Paragraph("", "small")
        self._button = Button(sheet.say(_("Add a leg")), small=True)
        self._button.clicked.connect(self._begin)
        self._row = QWidget()
        whole = QVBoxLayout(self._row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("lightbulb"))
        row.addWidget(self._advice, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button)
        whole.addLayout(row)
        column.addLayout(inset(self._row))
        column.addStretch()

    def fill(self) -> None:
        """Show the legs as they stand."""
        record, self._missing = self._sheet.record, ""
        for field, _icon, _title, _hint, warning in reversed(_LEGS):
            if not getattr(record, field).strip():
                self._missing = field
                self._advice.setText(self._sheet.say(warning))
        for text in self.texts.values():
            text.fill()
        self._row.setVisible(bool(self._missing))

    def _begin(self) -> None:
        self.texts[self._missing].begin()


def _leg(icon: str, title: str, text: FieldText) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(OUTSET, 4, 0, 4)
    row.setSpacing(12 - OUTSET)
    mark = QVBoxLayout()
    mark.setContentsMargins(0, 2, 0, 0)
    mark.addWidget(IconLabel(icon))
    mark.addStretch()
    row.addLayout(mark)
    column = QVBoxLayout()
    column.setSpacing(0)
    head = PlainLabel(title, "strong", shortens=True)
    column.addLayout(inset(head))
    column.addWidget(text)
    row.addLayout(column, 1)
    return made


class MorePart(QWidget):
    """*More about this change*: operating model, offices, options, partners, next door; made when it is unfolded."""

    fields = tuple(field for field, _hint in _MORE)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.texts: dict[str, FieldText] = {}
        self._fold = Button(sheet.say(_("More about this change")), Kind.QUIET, "chevron-right")
        self._fold.setCheckable(True)
        self._inner = QWidget()
        self._inner.hide()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(8)
        column.addWidget(self._fold)
        column.addWidget(self._inner)
        self._fold.toggled.connect(self._open)

    def fill(self) -> None:
        """Show the texts as they stand."""
        for text in self.texts.values():
            text.fill()

    def open(self) -> None:
        """Unfold it."""
        self._fold.setChecked(True)

    def _open(self, opened: bool) -> None:
        if opened and not self.texts:
            for field, hint in _MORE:
                self.texts[field] = text = FieldText(self._sheet, field, hint)
                text.fill()
                self._column.addWidget(labelled(text.name, text))
        self._inner.setVisible(opened)
        self._fold.set_icon("chevron-down" if opened else "chevron-right")
