"""Writing the file of a round once more: what seals it, then where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.opening import safe_name
from leaderplan.domain.records import Round
from leaderplan.exchange.review.layout import SUFFIX
from leaderplan.ui import asking
from leaderplan.ui.asking import AskTarget
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.passphrase import Advice, PassphraseChoice, Seal
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.reviewing import Reviewing
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 600
_WHAT: Final = _(
    "It is the very file that was sent then, not your plan as it is now. Answers to either copy come into this round."
)
_OF_REVIEWS: Final = Advice(
    {
        Seal.WORDS: _("Send these words another way than the file: on the phone, or in person. They are kept nowhere."),
        Seal.OWN: _("Send it another way than the file: on the phone, or in person. It is kept nowhere."),
        Seal.OPEN: _("Whoever gets the file can read it."),
    },
    _("Save it without a passphrase"),
    to_keep=False,
)


class SaveAgainSheet(Sheet):
    """Sealed where the round was sealed, unless the person decides otherwise."""

    def __init__(
        self, desk: Desk, reviews: Reviewing, window: QWidget, round: Round, ask_target: AskTarget | None = None
    ) -> None:
        say = desk.say
        super().__init__(window, say(_("Save the file again")), _WIDE)
        self._desk, self._reviews, self._round = desk, reviews, round
        self._ask_target = ask_target or asking.ask_target
        self.words = PassphraseChoice(desk, reviews.words(), may_be_open=True, advice=_OF_REVIEWS, anew=reviews.words)
        self.words.choose(Seal.WORDS if round.identity else Seal.OPEN)
        self.words.changed.connect(self._judge)
        self.leave = Button(say(_("Leave")))
        self.leave.clicked.connect(self.close)
        self.save = Button(say(_("Choose where to…")), Kind.PRIMARY)
        self.save.setDefault(True)
        self.save.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        title = say(_("Save the file of {title} again", title=round.title))
        column.addWidget(PlainLabel(title, "heading", shortens=True))
        column.addWidget(Paragraph(say(_WHAT), "body", "muted"))
        column.addWidget(Scrolled(self.words, say(_("Passphrase"))))
        column.addLayout(foot)
        self._judge()

    def _ask(self) -> None:
        say = self._desk.say
        name = f"{safe_name(self._round.title)}{SUFFIX}"
        target = self._ask_target(self, self.windowTitle(), name, say(_("Review files")), SUFFIX)
        if target is not None and self.words.is_ready:
            self._write(target)
            self.close()

    def _write(self, target: Path) -> None:
        desk, reviews, round, passphrase = self._desk, self._reviews, self._round, self.words.passphrase
        desk.tasks.start(
            _("Saving {file}", file=target.name),
            lambda progress, _cancelled: reviews.save_again(round, target, passphrase, progress),
            lambda _nothing: desk.toast(_("Saved as {file}.", file=target.name), undo=False),
            desk.trouble,
        )

    def _judge(self) -> None:
        self.save.setEnabled(self.words.is_ready)
        self.fit_soon()
