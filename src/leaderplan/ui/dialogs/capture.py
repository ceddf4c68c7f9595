"""Quick capture: one line from anywhere; what was understood stands below it as chips that can be taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.capture import KnownPerson, MeasureFound, Piece, Understood, When, keep, understand
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Mode, Person
from leaderplan.domain.trend import written
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.captureline import CaptureLine
from leaderplan.ui.dialogs.keys import KeyRow
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.chip import Chip
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 720
_ICONS = {"date": "calendar", "person": "user", "measure": "ruler", "tag": "tag", "no such day": "circle-alert"}


class Capture(Sheet):
    """Stays until it is kept or left; keeps nothing by itself."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        say = desk.say
        super().__init__(window, say(_("Capture")), _WIDE)
        self._desk = desk
        self._understood: Understood | None = None
        self.line = CaptureLine(say(_("What did you do?")))
        self.line.changed.connect(self._read)
        self.line.kept_line.connect(self._keep)
        self._chips = FlowLayout()
        self._title = PlainLabel("", shortens=True)
        self._note = Paragraph("", "small", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 12)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(IconLabel("pencil-line", "accent"))
        top.addWidget(self.line, 1)
        column.addLayout(top)
        column.addLayout(_indented(self._chips))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._label = PlainLabel(say(_("Title")), token="muted")
        row.addWidget(self._label)
        row.addWidget(self._title, 1)
        column.addLayout(_indented(row))
        column.addLayout(_indented(self._note))
        column.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(say(_("Saved as a captured achievement")), "small", "muted"))
        foot.addStretch()
        foot.addWidget(
            KeyRow([("Enter", say(_("keep"))), ("Ctrl Enter", say(_("keep and open"))), ("Esc", say(_("leave")))])
        )
        column.addLayout(foot)
        self._read("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, text: str) -> None:
        desk = self._desk
        people = [KnownPerson(person.id, person.name) for person in desk.plan.all(Person)]
        self._understood = found = understand(text, desk.today(), people, self.line.kept)
        shown = [piece for piece in found.pieces if piece.kind != "mention"]
        self.line.underline((piece.start, piece.end) for piece in shown if piece.kind != "no such day")
        self._show_chips(shown)
        self._title.setText(found.title)
        self._label.setVisible(bool(found.title))
        notes = [desk.say(note) for note in found.notes]
        if found.ahead:
            notes.append(desk.say(_("That day lies ahead. It is kept as it was typed.")))
        self._note.setText(" ".join(notes))
        self._note.setVisible(bool(notes))
        self.fit()

    def _show_chips(self, pieces: list[Piece]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for piece in pieces:
            words, mark, ground = self._worded(piece)
            chip = Chip(
                words, mark, ground=ground, removable=True, name=self._desk.say(_("{what}, remove", what=words))
            )
            chip.removed.connect(lambda span=(piece.start, piece.end): self.line.keep_as_words(span))
            chip.clicked.connect(lambda span=(piece.start, piece.end): self.line.keep_as_words(span))
            self._chips.addWidget(chip)
            chip.show()

    def _worded(self, piece: Piece) -> tuple[str, str, str]:
        language, value = self._desk.language, piece.value
        doubt = " ?" if piece.doubt else ""
        if piece.kind == "mode":
            mode = Mode(str(value))
            return self._desk.say(mode.label), mode.value, f"{mode.value}_soft"
        if isinstance(value, When):
            return language.span(value.started, value.ended, long=True) + doubt, _ICONS["date"], "selected"
        if isinstance(value, MeasureFound):
            return self._measured(value) + doubt, _ICONS["measure"], "selected"
        if piece.kind == "person":
            return self._person(piece) + doubt, _ICONS["person"], "selected"
        if piece.note is not None:
            return self._desk.say(piece.note), _ICONS["no such day"], "bad_soft"
        return str(value), _ICONS.get(piece.kind, "tag"), "selected"

    def _measured(self, found: MeasureFound) -> str:
        language = self._desk.language
        if found.before is None or found.after is None:
            known = (value for value in (found.change, found.after, found.before) if value is not None)
            return written(next(known, 0.0), found.unit, language)
        return f"{language.number(found.before)} → {written(found.after, found.unit, language)}"

    def _person(self, piece: Piece) -> str:
        found = piece.value
        known = self._desk.plan.get(Person, getattr(found, "id", None))
        if known is None:
            return self._desk.say(_("{name}, new", name=str(getattr(found, "words", ""))))
        return ", ".join(filter(None, (known.name, known.service_area)))

    def _keep(self, open_it: bool) -> None:
        found = self._understood
        if found is None or not (found.title or found.people or found.tags):
            return
        edit = keep(self._desk.plan, found, self._desk.today(), new_id)
        if not self._desk.commit(edit, self):
            return
        story = next(change.after for change in edit if isinstance(change.after, Achievement))
        self.close()
        if open_it:
            self._desk.go(Place("achievements", story.id, "situation"))  # its title is told: there the story begins
        else:
            self._desk.toast(_("“{title}” is kept.", title=story.title))


def _indented(content: QWidget | QHBoxLayout | FlowLayout) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(32, 0, 0, 0)
    if isinstance(content, QWidget):
        made.addWidget(content)
    else:
        made.addLayout(content, 1)
    return made
