"""From a declared field to the widget that edits it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from leaderplan.domain.fields import Kind, Record, Spec
from leaderplan.domain.messages import _
from leaderplan.domain.records import BY_TABLE, Person, Profile, Service
from leaderplan.ui.desk import Desk
from leaderplan.ui.forms.choices import ChoicesField
from leaderplan.ui.forms.numbers import NumberField
from leaderplan.ui.forms.reference import ReferenceField
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.dates import DateField
from leaderplan.ui.widgets.editable import EditableText

MADE_BY_NAME: tuple[type[Record], ...] = (Person, Service)
"""Types of which a new record needs nothing but a name."""


@dataclass(frozen=True)
class Editor:
    """A widget with the ways in and out: ``show`` a value; ``tell`` is called by it with a new one."""

    widget: QWidget
    show: Callable[[Any], None]
    draft: Callable[[str], None] | None = None


@dataclass(frozen=True)
class Ears:
    """What an editor calls: a value to store, a text that is no value, a name of which a record is to be made."""

    edited: Callable[[Any], None]
    drafted: Callable[[str], None]
    left: Callable[[], None]
    wanted: Callable[[str], None]


def editor_for(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    """The editor of a field of this kind. Raises KeyError for a kind that has none (attachments, moments)."""
    return _MAKERS[spec.kind](desk, spec, ears)


def _text(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    name = desk.say(spec.label)
    widget = EditableText(name=name, hint=desk.say(_("Add…")), one_line=spec.kind is not Kind.PROSE)
    widget.edited.connect(ears.edited)
    widget.ended.connect(ears.left)
    return Editor(widget, lambda value: widget.set_text(value or ""), widget.set_text)


def _date(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    widget = DateField(desk.language, desk.say(spec.label))
    widget.edited.connect(ears.edited)
    widget.drafted.connect(ears.drafted)
    return Editor(widget, widget.set_value, widget.set_draft)


def _number(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    widget = NumberField(desk.language, desk.say(spec.label), whole=spec.whole)
    widget.edited.connect(ears.edited)
    widget.drafted.connect(ears.drafted)
    return Editor(widget, widget.set_value, widget.set_draft)


def _choice(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    choices = [(member, desk.say(member.label)) for member in spec.choices or ()]
    return _menu(desk, spec, ears, choices)


def _level(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    steps = [(step, desk.language.number(step)) for step in range(spec.lowest, spec.highest + 1)]
    return _menu(desk, spec, ears, steps)


def _menu(desk: Desk, spec: Spec, ears: Ears, choices: list[tuple[Any, str]]) -> Editor:
    widget = ChoiceButton(desk.say(_("Choose")), choices, none=desk.say(_("None")))
    name = desk.say(spec.label)

    def show(value: Any) -> None:
        widget.set_value(value)
        widget.setAccessibleName(f"{name}: {widget.text()}")

    widget.chosen.connect(ears.edited)
    return Editor(widget, show)


def _choices(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    widget = ChoicesField([(member, desk.say(member.label)) for member in spec.choices or ()], desk.say(spec.label))
    widget.edited.connect(ears.edited)
    return Editor(widget, widget.set_value)


def _flag(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    widget = QCheckBox()
    widget.setAccessibleName(desk.say(spec.label))
    widget.clicked.connect(ears.edited)
    return Editor(widget, widget.setChecked)


def _tags(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    name = desk.say(spec.label)
    widget = EditableText(name=name, hint=desk.say(_("Add, parted by commas")), one_line=True)
    widget.edited.connect(lambda text: ears.edited(tuple(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))))
    widget.ended.connect(ears.left)
    return Editor(widget, lambda value: widget.set_text(", ".join(value)))


def _reference(desk: Desk, spec: Spec, ears: Ears) -> Editor:
    widget = ReferenceField(desk.say(spec.label), desk.say(_("Type a name")))

    def show(value: str | None) -> None:
        widget.offer([(r, words_for(desk, r)) for table in spec.refers_to for r in desk.plan.of_table(table)])
        target = desk.plan.find(value)
        widget.set_value(value, words_for(desk, target) if target else "")

    widget.chosen.connect(ears.edited)
    widget.wanted.connect(ears.wanted)
    return Editor(widget, show)


def words_for(desk: Desk, record: Record) -> str:
    """How a record is called where it can be chosen; the planner is called "me"."""
    if isinstance(record, Profile):
        return desk.say(_("Me"))
    return record.heading or desk.say(type(record).one)


def made_by_name(spec: Spec) -> type[Record] | None:
    """The type of record that a reference makes from a name alone."""
    types = [BY_TABLE[table] for table in spec.refers_to]
    return next((kind for kind in types if kind in MADE_BY_NAME), None)


_MAKERS: dict[Kind, Callable[[Desk, Spec, Ears], Editor]] = {
    Kind.TEXT: _text,
    Kind.PROSE: _text,
    Kind.ADDRESS: _text,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.LEVEL: _level,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.TAGS: _tags,
    Kind.REFERENCE: _reference,
}
