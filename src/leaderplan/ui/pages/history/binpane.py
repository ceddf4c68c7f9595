"""One thing in the bin: what it said, what went with it, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leaderplan.domain.differences import alike
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _
from leaderplan.store.steps import Removed
from leaderplan.ui.days import moment_words
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.erasing import ask_to_erase
from leaderplan.ui.pages.history.binlist import days_left
from leaderplan.ui.pages.history.fieldrow import FieldRow
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.pages.history.pane import Pane
from leaderplan.ui.place import versions_of
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.text import Paragraph


class BinPane(Pane):
    """``put_back`` tells the id of the record that is wanted back."""

    put_back = Signal(str)

    def __init__(self, desk: Desk, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(desk, names, desk.say(_("What lies in the bin")), parent=parent)
        self._shown: Removed | None = None
        self._fills = False
        self._title: Paragraph | None = None
        self.buttons: list[Button] = []

    @property
    def id(self) -> str:
        """The record in view; empty where there is none."""
        return self._shown.record.id if self._shown else ""

    def fill_page(self, fills: bool) -> None:
        self._fills = fills
        if self._title is not None:
            self._title.setVisible(not fills)

    def show_removed(self, one: Removed | None, with_it: Sequence[Removed] = ()) -> None:
        """Show a record that was removed, with what went with it; nothing where None is given."""
        self._begin()
        self._shown, self._title, self.buttons = one, None, []
        if one is not None:
            self._show(one, with_it)
        self._column.addStretch()

    def _show(self, one: Removed, with_it: Sequence[Removed]) -> None:
        column, desk, record = self._column, self._desk, one.record
        self._title = Paragraph(self._names.of(record), "heading")
        column.addWidget(self._title)  # before it is shown, lest it be a window of its own
        self._title.setVisible(not self._fills)
        column.addSpacing(4)
        column.addWidget(Paragraph(self._when(one), "body", "muted"))
        column.addSpacing(12)
        column.addWidget(self._actions(record))
        if with_it:
            column.addSpacing(12)
            column.addWidget(Paragraph(desk.say(_("It comes back with {what}.", what=_counted(with_it)))))
        column.addSpacing(16)
        column.addWidget(Hairline())
        column.addSpacing(8)
        for field in alike(desk.language, self._names, record, record):
            column.addWidget(FieldRow(desk, field))

    def _when(self, one: Removed) -> str:
        say = self._desk.say
        moment = moment_words(one.at, self._desk.today(), self._desk.language)
        removed = say(_("removed {moment}", moment=moment))
        return " · ".join((say(type(one.record).one), removed, say(days_left(one.at, self._desk))))

    def _actions(self, record: Record) -> QWidget:
        """What can be done with it, side by side."""
        say = self._desk.say
        back = Button(say(_("Put back")), Kind.PLAIN, "undo-2")
        back.clicked.connect(lambda: self.put_back.emit(record.id))
        versions = Button(say(_("All versions")), Kind.PLAIN, "history")
        versions.clicked.connect(lambda: self._desk.go(versions_of(record.id)))
        erase = Button(say(_("Erase for good…")), Kind.PLAIN, "trash-2")
        erase.clicked.connect(lambda: ask_to_erase(self._desk, self.window(), record))
        self.buttons = [back, versions] if self._desk.workspace.read_only else [back, versions, erase]
        made = QWidget()
        row = FlowLayout(made)
        for button in self.buttons:
            row.addWidget(button)
        return made


def _counted(with_it: Sequence[Removed]) -> tuple[Message, ...]:
    """``3 Measures``, ``1 Claim``."""
    kinds = Counter(type(one.record) for one in with_it)
    return tuple(
        _("{count} {kind}", count=count, kind=kind.one if count == 1 else kind.many) for kind, count in kinds.items()
    )
