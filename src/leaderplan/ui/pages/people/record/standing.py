"""Where a person stands: tier, influence, interest, readiness for risk, and how often to be in touch."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.fields import specs
from leaderplan.domain.messages import _
from leaderplan.domain.records import Person, Tier
from leaderplan.domain.rules.losing_touch import Contact
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.forms.numbers import NumberField
from leaderplan.ui.forms.storing import Storing
from leaderplan.ui.pages.people.map.dots import HIGHEST, LOWEST
from leaderplan.ui.pages.people.record.labelled import Labelled
from leaderplan.ui.pages.people.touch import READY_FOR_RISK, ago, is_losing_touch
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.editable import OUTSET
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.text import PlainLabel


class Standing(QWidget):
    """Each choice is stored by the click that makes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, ""
        self._storing = Storing(desk, self)
        say, label = desk.say, {name: desk.say(spec.label) for name, spec in specs(Person).items()}
        steps = range(LOWEST, HIGHEST + 1)
        ready = [(step, say(word)) for step, word in enumerate(READY_FOR_RISK)]
        self.choices = {
            "tier": self._choice("tier", [(tier, say(tier.label)) for tier in Tier]),
            "influence": self._choice("influence", [(step, f"{label['influence']} {step}") for step in steps]),
            "interest": self._choice("interest", [(step, f"{label['interest']} {step}") for step in steps]),
            "risk_readiness": self._choice(
                "risk_readiness", [(step, f"{label['risk_readiness']}: {word}") for step, word in ready]
            ),
        }
        self.agent = Chip(label["change_agent"])
        self.agent.setCheckable(True)
        self.agent.clicked.connect(lambda on: self._store("change_agent", on))
        self.days = NumberField(desk.language, label["keep_in_touch_days"], whole=True)
        self.days.edited.connect(lambda value: self._store("keep_in_touch_days", value))
        self.days.drafted.connect(lambda text: desk.workspace.draft(self._id, "keep_in_touch_days", text))
        self.days.setMaximumWidth(current_theme().type.px(120))
        self._ago = PlainLabel("", "small", "muted", shortens=True)
        self._lay_out()

    def show_contact(self, touch: Contact) -> None:
        """Show where this person stands."""
        person = touch.person
        other = person.id != self._id
        self._id = person.id
        for name, button in self.choices.items():
            button.set_value(getattr(person, name))
            button.setProperty("chosen", False)  # what is known stands here as words, not as a filter that is on
            words, label = button.text(), self._desk.say(specs(Person)[name].label)
            button.setAccessibleName(words if words.startswith(label) else f"{label}: {words}")
        self.agent.setChecked(person.change_agent)
        if other or not self.days.wrong:
            self.days.set_value(person.keep_in_touch_days)
        if other:
            self._show_draft()
        self._ago.setText(self._desk.say(ago(touch)))
        self._ago.set_token("warn" if is_losing_touch(touch) else "muted")

    def focus(self, field: str) -> None:
        """Put the keyboard on one of the fields."""
        widgets: dict[str, QWidget] = {
            **self.choices,
            "change_agent": self.agent,
            "keep_in_touch_days": self.days,
        }
        widgets[field].setFocus()

    def holds(self, field: str) -> bool:
        """Whether a field stands here."""
        return field in self.choices or field in ("change_agent", "keep_in_touch_days")

    def _choice(self, name: str, choices: list[tuple[Any, str]]) -> ChoiceButton:
        label = self._desk.say(specs(Person)[name].label)
        button = ChoiceButton(label, choices, none=self._desk.say(_("Not known")), small=True)
        button.chosen.connect(lambda value: self._store(name, value))
        return button

    def _store(self, name: str, value: Any) -> None:
        sentence = self._storing.store(self._id, name, value)
        if sentence:
            self._desk.toast(_("{problem}", problem=sentence), undo=False)

    def _show_draft(self) -> None:
        text = self._desk.workspace.drafts().get((self._id, "keep_in_touch_days"))
        if text is not None:
            self.days.set_draft(text)

    def _lay_out(self) -> None:
        say, small = self._desk.say, current_theme().type.small_control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Labelled(say(_("Tier")), _row(self.choices["tier"]), small))
        on_map = QWidget()
        flow = FlowLayout(on_map)
        flow.setContentsMargins(OUTSET, 0, 0, 0)
        for name in ("influence", "interest", "risk_readiness"):
            flow.addWidget(self.choices[name])
        flow.addWidget(self.agent)
        column.addWidget(Labelled(say(_("On the map")), on_map, small))
        every = PlainLabel(say(_("every")))
        touch = _row(every, self.days, PlainLabel(say(_("days"))))
        row = touch.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertSpacing(3, 8)
        row.insertWidget(4, self._ago, 1)
        column.addWidget(Labelled(say(_("Keep in touch")), touch, current_theme().type.control))


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(OUTSET, 0, OUTSET, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    if len(widgets) == 1:
        line.addStretch()
    return made
