"""Saving the plan as one file: what seals it, then where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.exchange.archive import SUFFIX
from leaderplan.ui.asking import ask_target
from leaderplan.ui.care import Care
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.passphrase import PassphraseChoice
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 600
_WHAT = _("All of your plan goes into one file: every record, its history and its attachments.")


class ArchiveSheet(Sheet):
    """Sealed with six words unless the person decides otherwise."""

    def __init__(self, desk: Desk, care: Care, window: QWidget) -> None:
        say = desk.say
        super().__init__(window, say(_("Save an archive")), _WIDE)
        self._desk, self._care = desk, care
        self.words = PassphraseChoice(desk, care.words(), may_be_open=True)
        self.words.changed.connect(self._judge)
        self.leave = Button(say(_("Leave")))
        self.leave.clicked.connect(self.close)
        self.save = Button(say(_("Choose where to…")), Kind.PRIMARY)
        self.save.setDefault(True)  # Enter in the field of a passphrase
        self.save.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(say(_("Save an archive")), "heading", shortens=True))
        column.addWidget(Paragraph(say(_WHAT), "body", "muted"))
        column.addWidget(Scrolled(self.words, say(_("Passphrase"))))
        column.addLayout(foot)
        self._judge()

    def _ask(self) -> None:
        name = f"leaderplan-{self._desk.today().isoformat()}{SUFFIX}"
        say = self._desk.say
        target = ask_target(self, say(_("Save an archive")), name, say(_("Archives")), SUFFIX)
        if target is not None and self.words.is_ready:
            save_archive(self._desk, self._care, target, self.words.passphrase)
            self.close()

    def _judge(self) -> None:
        self.save.setEnabled(self.words.is_ready)
        self.fit_soon()


def save_archive(desk: Desk, care: Care, target: Path, passphrase: str | None) -> None:
    """Write it in a task, and say what came of it."""

    def done(missing: int) -> None:
        if missing:
            words = _n(
                "Saved as {file}, without one attachment that is missing.",
                "Saved as {file}, without {count} attachments that are missing.",
                missing,
                file=target.name,
            )
        else:
            words = _("Saved as {file}, and read back.", file=target.name)
        desk.toast(words, undo=False)

    desk.tasks.start(
        _("Saving {file}", file=target.name),
        lambda progress, _cancelled: care.save_archive(target, passphrase, progress),
        done,
        desk.trouble,
    )
