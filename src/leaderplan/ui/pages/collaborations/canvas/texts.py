"""What citizens need, what both sides want, and the guess: three texts beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.widgets.text import PlainLabel


class TextsPart(QWidget):
    """Side by side where there is room, else one below the other."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        say = sheet.say
        self._sheet = sheet
        self._guess = PlainLabel("", "small", "muted", shortens=True)
        self.texts = (
            FieldText(sheet, "citizen_need", _("Which day of whose life is this about?")),
            FieldText(sheet, "shared_vision", _("What would you and the manager both be proud of?")),
            FieldText(sheet, "if_", _("what you would change"), label=say(_("If"))),
            FieldText(sheet, "then", _("what citizens would notice"), label=say(_("then"))),
            FieldText(sheet, "because", _("why you think so"), label=say(_("because"))),
        )
        need, vision, *guess = self.texts
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text in guess:
            column.addWidget(text)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 12, 0, 12)
        self._row.setSpacing(8)
        self._row.addWidget(labelled(say(_("What citizens need")), need), 3)
        self._row.addWidget(labelled(say(_("What we both want")), vision), 3)
        self._row.addWidget(labelled(self._guess, lines), 4)

    def spread(self, wide: bool) -> None:
        """Side by side, or one below the other."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def fill(self) -> None:
        """Show the texts as they stand."""
        ambition = self._sheet.record.ambition
        words = _("Our guess, a {ambition}", ambition=ambition.label) if ambition else _("Our guess")
        self._guess.setText(self._sheet.say(words))
        for text in self.texts:
            text.fill()
