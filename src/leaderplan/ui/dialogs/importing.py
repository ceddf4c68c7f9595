"""Bringing in a file: what would change is shown first, then it is one step that undo takes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from leaderplan.domain.changes import Imported
from leaderplan.domain.ids import new_id
from leaderplan.domain.messages import Message, _, _n
from leaderplan.errors import UserError
from leaderplan.exchange.archive import SUFFIX
from leaderplan.exchange.guard import read_file
from leaderplan.exchange.importers import IMPORTERS, importer_for
from leaderplan.exchange.preview import preview
from leaderplan.store import backups
from leaderplan.store.folder import PLAN
from leaderplan.store.snapshot import Reason
from leaderplan.store.steps import now
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 600
_LINES = 400


class ImportPreview(Sheet):
    """Counts by kind of record, a line for each record, what could not be kept; *Bring in* or *Leave*."""

    def __init__(self, desk: Desk, window: QWidget, name: str, imported: Imported) -> None:
        say = desk.say
        super().__init__(window, say(_("Bring in {file}", file=name)), _WIDE)
        self._desk, self._imported, self._name = desk, imported, name
        found = preview(imported)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(say(_("Bring in {file}", file=name)), "heading", shortens=True))
        column.addWidget(
            Paragraph(self._summary([(c.title, c.added, c.altered) for c in found.counts]), "body", "muted")
        )
        lines = QListWidget()
        lines.setAccessibleName(say(_("What would change")))
        lines.setUniformItemSizes(True)
        lines.setMinimumHeight(180)
        for line in found.lines[:_LINES]:
            lines.addItem(QListWidgetItem(say(line)))
        if len(found.lines) > _LINES:
            lines.addItem(QListWidgetItem(say(_("and {count} more", count=len(found.lines) - _LINES))))
        if found.lines:
            column.addWidget(lines)
        for note in imported.notes:
            column.addWidget(Paragraph(say(note), "small", "muted"))
        row = QHBoxLayout()
        row.addStretch()
        leave = Button(say(_("Leave")))
        leave.clicked.connect(self.close)
        self.bring_in = Button(say(_("Bring in")), Kind.PRIMARY)
        self.bring_in.setEnabled(bool(imported.edit))
        self.bring_in.clicked.connect(self._begin)
        row.addWidget(leave)
        row.addWidget(self.bring_in)
        column.addLayout(row)

    def _summary(self, counts: list[tuple[Message, int, int]]) -> str:
        parts = []
        for title, added, altered in counts:
            if added:
                parts.append(self._desk.say(_("{count} new: {kind}", count=added, kind=title)))
            if altered:
                parts.append(self._desk.say(_("{count} changed: {kind}", count=altered, kind=title)))
        return ". ".join(parts) or self._desk.say(_("Everything in this file is in the plan already."))

    def _begin(self) -> None:
        """Take a backup first, where the plan is one that is backed up, then store."""
        folder = self._desk.workspace.folder
        if self._desk.care is None:
            self._store()
            return
        self.bring_in.setEnabled(False)
        self._desk.tasks.start(
            _("Backing up before the import"),
            lambda progress, _cancelled: backups.take(folder, Reason.IMPORT, now(), progress),
            lambda _made: self._store(),
            self._refuse,
        )

    def _refuse(self, error: UserError) -> None:
        self._desk.trouble(error)
        self.bring_in.setEnabled(True)

    def _store(self) -> None:
        if self._desk.commit(self._imported.edit, self):
            count = len(self._imported.edit.changes)
            self._desk.toast(
                _n("{count} record of {file} is in the plan.", "{count} records of {file} are in the plan.",
                   count, file=self._name)
            )  # fmt: skip
            self.close()


def choose_and_import(desk: Desk, window: QWidget) -> None:
    """Ask for a file, read it in a task, and show what it would change."""
    endings = " ".join(
        sorted({f"*{suffix}" for importer in IMPORTERS for suffix in importer.suffixes} | {f"*{SUFFIX}"})
    )
    title = desk.say(_("Bring in a CV, a spreadsheet or other records"))
    path, _filter = QFileDialog.getOpenFileName(window, title, str(Path.home()), f"{title} ({endings});;* (*)")
    if path:
        read_and_show(desk, window, Path(path))


def read_and_show(desk: Desk, window: QWidget, path: Path) -> None:
    """Read a file in a task; what is wrong with it is said, and nothing is stored."""
    if path.suffix.lower() == SUFFIX:
        desk.signals.archive_wanted.emit(path)
        return
    plan, today, own = desk.plan, desk.today(), desk.workspace.folder / PLAN

    def work(_progress: object, _cancelled: object) -> Imported:
        if path.exists() and own.exists() and path.samefile(own):  # reading it here would let go of SQLite's lock
            raise UserError(_("This file is the plan itself."), _("Choose another file."))
        data = read_file(path)
        importer = importer_for(data, path.name)
        return importer.read(data, path.name, plan, today=today, new_id=new_id)

    desk.tasks.start(
        _("Reading {file}", file=path.name),
        work,
        lambda imported: ImportPreview(desk, window, path.name, imported).come_up(),
        desk.trouble,
    )
