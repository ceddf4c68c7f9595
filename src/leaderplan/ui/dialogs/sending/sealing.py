"""What keeps the file closed on its way, and whether a page for a browser goes with it, which nothing keeps closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.passphrase import Advice, PassphraseChoice, Seal
from leaderplan.ui.reviewing import Reviewing
from leaderplan.ui.widgets.check import Check
from leaderplan.ui.widgets.text import Paragraph

_OF_REVIEWS = Advice(
    {
        Seal.WORDS: _("Send these words another way than the file: on the phone, or in person. They are kept nowhere."),
        Seal.OWN: _("Send it another way than the file: on the phone, or in person. It is kept nowhere."),
        Seal.OPEN: _("Whoever gets the file can read it."),
    },
    _("Send it without a passphrase"),
    to_keep=False,
)
_FOR_BROWSERS = _("For a mentor without LeaderPlan. It says the same as the file, with boxes for comments.")
_NEVER_SEALED = _("The page is never sealed: whoever gets it can read all of this, without the passphrase.")


class Sealing(QWidget):
    """Six words unless the person decides otherwise; the page is on by itself only where nothing is sealed."""

    changed = Signal()

    def __init__(self, desk: Desk, reviews: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say, self._desk = desk.say, desk
        self.words = PassphraseChoice(desk, reviews.words(), may_be_open=True, advice=_OF_REVIEWS, anew=reviews.words)
        self.form = Check(say(_("Also make a page for a browser")))
        self._about = Paragraph("", "small", "muted")
        self._sealed = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self._about)
        self.words.changed.connect(self._hear)
        self.form.toggled.connect(self._tell)
        self._tell()

    @property
    def passphrase(self) -> str | None:
        """What seals the file; None where nothing does."""
        return self.words.passphrase

    @property
    def hindrance(self) -> Message | None:
        """Why the file cannot be sealed so."""
        return self.words.weakness

    def _hear(self) -> None:
        sealed = self.passphrase is not None
        if sealed != self._sealed:
            self._sealed = sealed
            self.form.setChecked(not sealed)
        self._tell()

    def _tell(self) -> None:
        warns = self._sealed and self.form.isChecked()
        self._about.setText(self._desk.say(_NEVER_SEALED if warns else _FOR_BROWSERS))
        self._about.set_token("bad" if warns else "muted")
        self.form.setAccessibleDescription(self._about.text())
        self.changed.emit()
