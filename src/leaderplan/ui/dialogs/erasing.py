"""Erasing for good: what goes, what it cannot reach, and the one question that is asked before anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.edits import called
from leaderplan.domain.fields import Record
from leaderplan.domain.messages import Message, _, _n
from leaderplan.store.erasing import BEYOND, Erased
from leaderplan.ui.desk import Desk
from leaderplan.ui.dialogs.erasureextent import copies, losing, reached, sent
from leaderplan.ui.dialogs.sheet import Sheet
from leaderplan.ui.naming import counted, name_of
from leaderplan.ui.shortening import short
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.check import Check
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import Paragraph, PlainLabel

_WIDE = 600
_LINES = 40
_LONG = 100
_WHAT = _(
    "It goes from the plan, from every earlier version of it, from the search, from the attachments and from the "
    "backups on this computer. No backup brings it back."
)


class EraseSheet(Sheet):
    """About one record, in the plan or in its bin, and all that hangs on it."""

    def __init__(self, desk: Desk, window: QWidget, record: Record) -> None:
        say, name = desk.say, called(record)
        super().__init__(window, say(_("Erase {name} for good", name=name)), _WIDE)
        self._desk, self._over, self._record = desk, window, record
        self._reached = reached(desk, record)
        self.going = tuple(self._reached.gone.values())
        self._beyond = (*sent(desk, self._reached), *BEYOND)
        self.sure = Check(say(_("I know that this cannot be undone")))
        self.erase = Button(say(_("Erase for good")), Kind.PRIMARY, "trash-2")
        self.leave = Button(say(_("Leave it")))
        self.erase.setEnabled(False)
        self.leave.setDefault(True)
        self.sure.toggled.connect(self.erase.setEnabled)
        self.leave.clicked.connect(self.close)
        self.erase.clicked.connect(self._erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(say(_("Erase {name} for good", name=name)), "heading", shortens=True))
        column.addWidget(Scrolled(self._told(), say(_("What goes"))))
        column.addWidget(self.sure)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.erase)
        column.addLayout(foot)

    def come_up(self) -> None:
        """With the keyboard on the way out."""
        super().come_up()
        self.leave.setFocus()

    def _told(self) -> QWidget:
        """What goes, what that means, and what stays."""
        say, language = self._desk.say, self._desk.language
        kinds = counted(Counter(each.table for each in self.going), language)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Paragraph(say(_("What goes: {records}", records=kinds)), "strong"))
        self.lines = Paragraph("\n".join(self._lines()), "body", "muted")
        column.addWidget(self.lines)
        column.addWidget(Paragraph(say(_WHAT)))
        for note in self._notes():
            column.addWidget(Paragraph(say(note), "small", "muted"))
        column.addStretch()
        return made

    def _lines(self) -> list[str]:
        """One for each record; what is called the same stands in one line."""
        desk, found = self._desk, Counter[str]()
        known = {each.id: each for each in self.going}
        for each in self.going:
            name = _in_one_line(name_of(each, known.get, desk.language))
            found[f"{desk.say(type(each).one)} · {name}" if each.heading.strip() else name] += 1
        lines = [f"{line} × {count}" if count > 1 else line for line, count in found.items()]
        more = [desk.say(_("and {count} more", count=len(lines) - _LINES))] if len(lines) > _LINES else []
        return lines[:_LINES] + more

    def _notes(self) -> Sequence[Message]:
        """What else goes, who only loses a link to it, and which copies nobody can reach from here."""
        holding = {each.id for each in self._reached.copies}
        count = len(losing(self._desk.plan, self.going) - holding)
        links = _n("{count} other record stays and loses its link to it.",
                   "{count} other records stay and lose their links to it.", count)  # fmt: skip
        return (*copies(self._reached), *([links] if count else []), *self._beyond)

    def _erase(self) -> None:
        if self.sure.isChecked():
            erase(self._desk, self._over, self._record, self._beyond)
            self.close()


def _in_one_line(name: str) -> str:
    """A name as it stands in a list: that of a comment is all of its text."""
    return short(name, _LONG)


class UnreachedSheet(Sheet):
    """What an erasure could not reach."""

    def __init__(self, desk: Desk, window: QWidget, erased: Erased) -> None:
        say = desk.say
        super().__init__(window, say(_("Erased")), _WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(say(_done(erased)), "heading", shortens=True))
        column.addWidget(
            Paragraph(say(_("Copies that LeaderPlan cannot reach are yours to look after:")), "body", "muted")
        )
        for each in erased.unreachable:
            column.addWidget(Paragraph(say(each)))
        self.close_button = Button(say(_("Close")))
        self.close_button.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        column.addLayout(foot)


def ask_to_erase(desk: Desk, window: QWidget, record: Record) -> EraseSheet:
    """Ask whether a record is to go for good."""
    sheet = EraseSheet(desk, window, record)
    sheet.come_up()
    return sheet


def erase(desk: Desk, window: QWidget, record: Record, said: Collection[Message] = BEYOND) -> None:
    """Erase in a task, then say that it is done, or what could not be reached beyond what was ``said`` before."""
    workspace = desk.workspace

    def done(erased: Erased) -> None:
        desk.signals.erased.emit()
        if set(erased.unreachable) <= set(said):
            desk.toast(_done(erased), undo=False)
        else:
            UnreachedSheet(desk, window, erased).come_up()

    desk.tasks.start(
        _("Erasing"),
        lambda _progress, _cancelled: workspace.erase([record.id], desk),
        done,
        desk.trouble,
    )


def _done(erased: Erased) -> Message:
    return _n("{count} record is gone for good.", "{count} records are gone for good.", sum(erased.records.values()))
