"""A plan from another computer: the archives that are at hand, or any file; and the passphrase that opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import Message, _
from leaderplan.errors import UserError
from leaderplan.ui.care import ArchiveCopy
from leaderplan.ui.desk import sentences
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.start.doors import Doors
from leaderplan.ui.tasks import Tasks
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.row import LineRow, LineWords
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE: Final = 600
_MOST: Final = 6
_SUFFIX: Final = ".leaderplan"


class FindPlan(Sheet):
    """Calls ``bring(path, key)`` once it is known which archive is meant and what opens it."""

    def __init__(
        self,
        window: QWidget,
        doors: Doors,
        language: Language,
        tasks: Tasks,
        bring: Callable[[Path, object], object],
        path: Path | None = None,
    ) -> None:
        self._say = language.say
        super().__init__(window, self._say(_("Bring a plan here")), _WIDE)
        self._parent, self._doors, self._tasks, self._bring = window, doors, tasks, bring
        self._path: Path | None = None
        self.rows: list[LineRow] = []
        self._told = Paragraph("", "body", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        self.choose = Button(self._say(_("Choose a file…")), Kind.PLAIN, "folder-open")
        self.choose.clicked.connect(self._choose_file)
        self.field = QLineEdit()
        self.field.setAccessibleName(self._say(_("Passphrase")))
        self.field.setPlaceholderText(self._say(_("The six words, or your own passphrase")))
        self.wrong = Paragraph("", "small", "bad")
        self.bring_here = Button(self._say(_("Bring it here")), Kind.PRIMARY)
        self.bring_here.clicked.connect(self._go)
        self.bring_here.setDefault(True)  # Enter in the field: without one, it would press the first button, Leave
        self._lay_out()
        if path is None:
            self._told.setText(self._say(_("Looking for archives in the synced folders of this computer …")))
            tasks.start(
                _("Looking for archives"), lambda _progress, _cancelled: doors.archives(), self._offer, quiet=True
            )
        else:
            self._told.setText(path.name)
            self._take(path)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self._say(_("Bring a plan here")), "heading"))
        column.addWidget(self._told)
        column.addLayout(self._list)
        column.addWidget(self.field)
        column.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.addWidget(self.choose)
        foot.addStretch()
        leave = Button(self._say(_("Leave")))
        leave.clicked.connect(self.close)
        foot.addWidget(leave)
        foot.addWidget(self.bring_here)
        column.addLayout(foot)
        for part in (self.field, self.wrong, self.bring_here):
            part.hide()

    def _offer(self, found: Sequence[ArchiveCopy]) -> None:
        if self._path is not None:
            return
        if not found:
            words = _("No archive was found in the synced folders of this computer. Choose the file yourself.")
        else:
            words = _("The newest is most likely the right one.")
        self._told.setText(self._say(words))
        for copy in found[:_MOST]:
            name = self._say(_("{moment}", moment=copy.at))
            row = LineRow(LineWords(name, str(copy.file.parent), mark="archive"), leads=True)
            row.clicked.connect(partial(self._take, copy.file))
            self._list.addWidget(row)
            self.rows.append(row)
        self.fit()

    def _choose_file(self) -> None:
        title = self._say(_("Choose an archive"))
        path, _filter = QFileDialog.getOpenFileName(self, title, str(Path.home()), f"{title} (*{_SUFFIX});;* (*)")
        if path:
            self._take(Path(path))

    def _take(self, path: Path, *_checked: object) -> None:
        """Ask for what opens this archive."""
        try:
            sealed = self._doors.sealed(path)
        except UserError as error:
            self._complain(sentences(error))
            return
        self._path = path
        for row in self.rows:
            row.hide()
        there = self._doors.exists()
        words = _("{file}. The plan that is here now will be set aside.", file=path.name) if there else _(
            "{file}", file=path.name
        )  # fmt: skip
        self._told.setText(self._say(words))
        self.wrong.hide()
        self.field.setVisible(sealed)
        self.bring_here.show()
        (self.field if sealed else self.bring_here).setFocus()
        self.fit()

    def _go(self) -> None:
        if self._path is None:
            return
        path = self._path
        if self.field.isHidden():
            self._finish(path, None)
            return
        typed = self.field.text()
        self._wait(True)
        self._tasks.start(
            _("Trying the passphrase"),
            lambda _progress, _cancelled: self._doors.unlock(path, typed),
            partial(self._finish, path),
            self._refuse,
        )

    def _finish(self, path: Path, key: object) -> None:
        self.close()
        self._bring(path, key)

    def _refuse(self, error: UserError) -> None:
        self._wait(False)
        self._complain(sentences(error))
        self.field.setFocus()
        self.field.selectAll()

    def _wait(self, waiting: bool) -> None:
        for part in (self.field, self.bring_here, self.choose):
            part.setEnabled(not waiting)

    def _complain(self, words: Message) -> None:
        self.wrong.setText(self._say(words))
        self.wrong.show()
        self.fit()
