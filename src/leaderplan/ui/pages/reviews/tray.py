"""What stands at the foot of the page until it is empty: comments whose text is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.domain.records import Comment
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.reviews.acts import Act
from leaderplan.ui.pages.reviews.lost import Lost
from leaderplan.ui.pages.reviews.pane import empty
from leaderplan.ui.pages.reviews.writer import Writer
from leaderplan.ui.widgets.button import Button, Kind
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.hairline import Hairline
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.link import Link
from leaderplan.ui.widgets.markedtext import Mark, MarkedText
from leaderplan.ui.widgets.scrolled import Scrolled
from leaderplan.ui.widgets.text import PlainLabel, as_tip

_AT_FIRST: Final = 30
_MOST_OF_PAGE: Final = 0.4
_WIDEST: Final = 948
_INSET: Final = 8  # how far the fold button reaches beyond its sign


class LostRow(QWidget):
    """One of them, with what can be done about it."""

    def __init__(self, desk: Desk, lost: Lost, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self.lost = lost
        self.writer: Writer | None = None
        parts = [(Mark.PLAIN, f"“{lost.said}” "), (Mark.QUIET, lost.about)]
        if lost.elsewhere:
            parts.append((Mark.QUIET, f" ({lost.elsewhere})"))
        self.words = MarkedText(parts)
        self.place = Button(say(_("Place…")), small=True)
        self.decline = Button(say(_("Decline…")), small=True)
        self.restore = Button(say(_("Put it back")), small=True)
        self.buttons = (self.restore, self.place, self.decline)
        self._acts = QWidget()
        flow = FlowLayout(self._acts)
        for button in self.buttons:
            button.setAccessibleDescription(self.words.text())
            flow.addWidget(button)
        self.restore.setVisible(bool(lost.lying))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout(self)
        pad = (current_theme().type.row - current_theme().type.small_control) // 2
        self.column.setContentsMargins(0, pad, _INSET, pad)
        self.column.addLayout(line)
        self._acts.setVisible(writes)  # not before it has its place, lest it be a window of its own

    def open_writer(self, writer: Writer) -> None:
        """Let a reason be written below."""
        self.close_writer()
        self.writer = writer
        self.column.addWidget(writer)
        self._acts.hide()
        writer.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_writer(self) -> None:
        """Show the buttons again."""
        if self.writer is not None:
            self.writer.hide()
            self.writer.deleteLater()
            self.writer = None
            self._acts.show()


class Tray(QWidget):
    """``place_wanted`` tells the comment that needs a place, ``restore_wanted`` the id of what it was about,
    ``declined`` the comment and the reason.
    """

    place_wanted = Signal(object)
    restore_wanted = Signal(str)
    declined = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._open, self._all = desk, True, False
        self._shown: tuple[Lost, ...] | None = None
        self.rows: list[LostRow] = []
        self._title = PlainLabel(desk.say(_("Unplaced")), "strong")
        self._sentence = PlainLabel("", "small", "muted", shortens=True)
        self.fold_button = Button("", Kind.ICON, "chevron-down", small=True)
        self.fold_button.clicked.connect(lambda: self.fold(self._open))
        inner = self._inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._area = Scrolled(inner, desk.say(_("Unplaced")))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("inbox"))
        head.addWidget(self._title)
        head.addWidget(self._sentence, 1)
        head.addWidget(self.fold_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 9, 24, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area)
        self.fold(False)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return self._open

    def show_lost(self, found: Sequence[Lost]) -> None:
        """Show these; hidden where there are none."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        words = _n("{count} comment whose text is gone. It stays here until it has a place or a reason.",
                   "{count} comments whose text is gone. They stay here until each has a place or a reason.",
                   len(found))  # fmt: skip
        self._sentence.setText(self._desk.say(words))
        self._fill()
        self.setVisible(bool(found))

    def fold(self, folded: bool) -> None:
        """Show one line alone, or all rows."""
        self._open = not folded
        self._area.setVisible(self._open)
        say = self._desk.say
        self.fold_button.set_icon("chevron-down" if self._open else "chevron-up")
        self.fold_button.setAccessibleName(say(_("Fold")) if self._open else say(_("Unfold")))
        self.fold_button.setToolTip(as_tip(self.fold_button.accessibleName()))

    def enter(self, key: str) -> bool:
        """Put the keyboard on a comment; whether it is here."""
        if not any(each.key == key for each in self._shown or ()):
            return False
        self.fold(False)
        if not any(row.lost.key == key for row in self.rows):
            self._show_all()
        row = next(row for row in self.rows if row.lost.key == key)
        row.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row)
        return True

    def settle(self) -> None:
        """Keep what is being written."""
        for row in self.rows:
            if row.writer is not None:
                row.writer.settle()

    def limit(self, high: int) -> None:
        """How high the page is of which this is the foot."""
        self._area.setMaximumHeight(max(round(high * _MOST_OF_PAGE), current_theme().type.row))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, self.width(), 1, theme.line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._open and event.button() == Qt.MouseButton.LeftButton:
            self.fold(False)

    def _fill(self) -> None:
        self._inner.setMaximumWidth(current_theme().type.px(_WIDEST))
        had = next((place for place, row in enumerate(self.rows) if _has_focus(row)), -1)
        empty(self._rows)
        found = self._shown or ()
        shown = found if self._all else found[:_AT_FIRST]
        writes = not self._desk.workspace.read_only
        self.rows = []
        for lost in shown:
            self._rows.addLayout(_rule())
            row = LostRow(self._desk, lost, writes)
            row.place.clicked.connect(lambda _on=False, lost=lost: self.place_wanted.emit(lost.comment))
            row.restore.clicked.connect(lambda _on=False, lost=lost: self.restore_wanted.emit(lost.lying))
            row.decline.clicked.connect(lambda _on=False, row=row: self._write(row))
            self._rows.addWidget(row)
            self.rows.append(row)
        if len(shown) < len(found):
            more = Link(self._desk.say(_("Show all {count}", count=len(found))), small=True)
            more.clicked.connect(self._show_all)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if had >= 0 and self.rows:
            self.rows[min(had, len(self.rows) - 1)].place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _write(self, row: LostRow) -> None:
        writer = Writer(self._desk, Act.DECLINE, row.lost.comment)
        comment: Comment = row.lost.comment
        writer.written.connect(lambda text, _due: self._decline(writer, comment, text))
        writer.closed.connect(lambda: self._close(row))
        row.open_writer(writer)

    def _decline(self, writer: Writer, comment: Comment, text: str) -> None:
        writer.forget()
        self.declined.emit(comment, text)

    def _close(self, row: LostRow) -> None:
        row.close_writer()
        row.decline.setFocus(Qt.FocusReason.OtherFocusReason)


def _rule() -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, _INSET, 0)
    made.addWidget(Hairline())
    return made


def _has_focus(row: QWidget) -> bool:
    focused = row.window().focusWidget()
    return focused is not None and row.isAncestorOf(focused)
