"""The right side of a comment: who speaks, what they say, what was answered, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Action, CommentKind
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.reviews.acts import Act, first_acts, more_acts
from leaderplan.ui.pages.reviews.fate import FateLine, Todo
from leaderplan.ui.pages.reviews.parts import Behind, Who
from leaderplan.ui.pages.reviews.said import Said, Words
from leaderplan.ui.pages.reviews.spoken import Spoken
from leaderplan.ui.pages.reviews.wording import VERBS, initials, summary
from leaderplan.ui.pages.reviews.writer import Writer
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.link import Link, Why
from leaderplan.ui.widgets.text import Paragraph, PlainLabel


class Right(Behind):
    """``acted`` tells the Act that was pressed; ``ticked`` an action and whether it is done."""

    acted = Signal(object)
    ticked = Signal(object, bool)

    def __init__(self, desk: Desk, said: Said, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(16, 8, parent)
        self._desk, self._said = desk, said
        self._describes = summary(said.comment, desk.language)
        self.buttons: dict[Act, Button | Link] = {}
        self.menu: QMenu | None = None
        self.writer: Writer | None = None
        self._line = QWidget()
        self._show_head(writes)
        if said.replies:
            self.column.addWidget(
                Paragraph(desk.say(_("In answer to “{words}”", words=said.replies)), "small", "muted")
            )
        self.column.addWidget(Spoken(desk, said.words, quiet=bool(said.withdrawn)))
        self._show_versions()
        if said.withdrawn:
            self.column.addWidget(Paragraph(desk.say(_("Withdrawn on {day}.", day=said.withdrawn)), "small", "muted"))
        if said.note is not None:
            self.column.addWidget(Paragraph(desk.say(said.note), "small", "muted"))
        for answer in said.answers:
            self._show_answer(answer)
        for action in said.actions:
            self._show_action(action, writes)
        if not said.waits and not said.withdrawn:
            self.column.addWidget(FateLine(desk, said.fate, said.reason))
        if writes:
            self._show_buttons()
        self.column.addStretch()

    def open_writer(self, writer: Writer) -> None:
        """Let something be written in place of the buttons."""
        self.close_writer()
        self.writer = writer
        self.column.insertWidget(self.column.count() - 1, writer)
        self._line.hide()
        writer.show()  # at once, and not when Qt comes to it: the new height is asked for now
        self.updateGeometry()

    def close_writer(self) -> None:
        """Show the buttons again."""
        if self.writer is not None:
            self.column.removeWidget(self.writer)
            self.writer.hide()
            self.writer.deleteLater()
            self.writer = None
        self._line.setVisible(bool(self.buttons))
        self.updateGeometry()

    def _show_head(self, writes: bool) -> None:
        said = self._said
        verb = said.words.verb if not said.withdrawn else self._desk.say(VERBS[CommentKind.WITHDRAWN])
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(Who(initials(said.author), said.author, verb), 1)
        more = more_acts(said)
        if more and writes:
            head.addWidget(self._more(more))
        self.column.addLayout(head)

    def _more(self, acts: tuple[Act, ...]) -> Button:
        name = self._desk.say(_("More to do about this"))
        dots = Button("", Kind.ICON, "ellipsis", name=name, small=True)
        dots.setAccessibleDescription(self._describes)
        self.menu = QMenu(dots)
        self.menu.setAccessibleName(name)
        for act in acts:
            entry = self.menu.addAction(self._desk.say(act.value))
            entry.triggered.connect(lambda _on=False, act=act: self.acted.emit(act))
        menu = self.menu
        dots.clicked.connect(lambda: menu.popup(dots.mapToGlobal(QPoint(0, dots.height() + 2))))
        return dots

    def _show_versions(self) -> None:
        if not self._said.earlier:
            return
        count = self._said.older
        words = self._desk.say(_n("Edited; the earlier version", "Edited; {count} earlier versions", count))
        why = Why(words)
        before = Behind(12, 6)
        for version in self._said.earlier:
            before.column.addWidget(PlainLabel(f"{version.when}, {version.verb}", "small", "muted"))
            before.column.addWidget(Spoken(self._desk, version, quiet=True))
        if left := count - len(self._said.earlier):
            more = _n("and {count} version before these, in the report",
                      "and {count} versions before these, in the report", left)  # fmt: skip
            before.column.addWidget(Paragraph(self._desk.say(more), "small", "muted"))
        before.hide()
        why.toggled.connect(before.setVisible)
        self.column.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(before)

    def _show_answer(self, answer: Words) -> None:
        kept = Behind(12)
        said = self._desk.say(_("You answered on {day}", day=answer.when))
        kept.column.addWidget(PlainLabel(said, "small", "muted"))
        kept.column.addWidget(Spoken(self._desk, answer))
        self.column.addWidget(kept)

    def _show_action(self, action: Action, writes: bool) -> None:
        todo = Todo(self._desk, action, writes)
        todo.toggled.connect(lambda done: self.ticked.emit(action, done))
        self.column.addWidget(todo)

    def _show_buttons(self) -> None:
        say, flow = self._desk.say, FlowLayout(self._line)
        for act in first_acts(self._said):
            button = Button(say(act.value), Kind.PLAIN, "check" if act in (Act.ACCEPT, Act.CONFIRM) else "")
            self._add(flow, act, button)
        if not self._said.waits and not self._said.withdrawn:
            self._add(flow, Act.REOPEN, Link(say(Act.REOPEN.value), small=True))
        self.column.addWidget(self._line)  # before it is shown, lest it be a window of its own
        self._line.setVisible(bool(self.buttons))

    def _add(self, flow: FlowLayout, act: Act, button: Button | Link) -> None:
        button.setAccessibleDescription(self._describes)
        button.clicked.connect(lambda: self.acted.emit(act))
        flow.addWidget(button)
        self.buttons[act] = button
