"""What citizens need, what both sides want, and the guess: three texts beside each other."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.ui.pages.collaborations.canvas.fieldtext import FieldText, labelled
from leaderplan.ui.pages.collaborations.canvas.guess import GuessView
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
        need, vision, *self._guess_texts = self.texts
        self.guess = GuessView(say(_("Our guess")))
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for text in self._guess_texts:
            column.addWidget(text)
            text.ended.connect(self._close_soon)
        both = QWidget()
        stack = QVBoxLayout(both)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.guess)
        stack.addWidget(self._lines)
        self.guess.opened.connect(self.open_guess)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 12, 0, 12)
        self._row.setSpacing(8)
        self._row.addWidget(labelled(say(_("What citizens need")), need), 3)
        self._row.addWidget(labelled(say(_("What we both want")), vision), 3)
        self._row.addWidget(labelled(self._guess, both), 4)

    def open_guess(self) -> None:
        """Show the three parts of the guess, the first ready to be typed."""
        self._lines.show()
        self.guess.hide()
        self._guess_texts[0].begin()

    def show_text(self, text: FieldText) -> None:
        """Let a text be seen that is to be edited."""
        if text in self._guess_texts:
            self._lines.show()
            self.guess.hide()

    def _close_soon(self) -> None:
        """Once the keyboard has gone on to where it is going."""
        QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        if not any(text.editing or text.hasFocus() for text in self._guess_texts):
            self._show_guess()

    def _show_guess(self) -> None:
        record = self._sheet.record
        whole = all(getattr(record, text.field).strip() for text in self._guess_texts)
        busy = any(text.editing or text.hasFocus() for text in self._guess_texts)
        say = self._sheet.say
        words = (say(_("If")), say(_("then")), say(_("because")))
        parts = (record.if_, record.then, record.because)
        self.guess.show_pieces(tuple((word, _inside(part)) for word, part in zip(words, parts, strict=True)))
        self.guess.setVisible(whole and not busy)
        self._lines.setVisible(not whole or busy)

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
        self._show_guess()


def _inside(part: str) -> str:
    """A part as it stands within a sentence."""
    return " ".join(part.split()).rstrip(".,;")
