"""What a page of the window is: a widget below the header, and what the header shows for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.ui.desk import Desk
from leaderplan.ui.heading import Heading, PageAction
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.settling import settle_within

__all__ = ["Heading", "Page", "PageAction"]


class Page(QWidget):
    """One page. Built when first shown; told of every change of the plan through ``desk.signals.changed``.

    Emit ``header_changed`` when the heading, the primary action or the header buttons changed.
    """

    key: ClassVar[str]
    group: ClassVar[Message | None] = None
    title: ClassVar[Message]
    sentence: ClassVar[Message]
    icon: ClassVar[str]
    search_hint: ClassVar[Message | None] = _("Search this page")
    """None for a page without a filter."""
    at_foot: ClassVar[bool] = False
    """Whether it sticks to the foot of the sidebar, as the settings do."""

    header_changed = Signal()
    title_wanted = Signal()
    """The title in the header is to be typed over now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    @property
    def primary(self) -> PageAction | None:
        """The one primary action, which is also Ctrl+N; None where there is none."""
        return None

    @property
    def export(self) -> PageAction | None:
        """What Ctrl+E does here; None where nothing can be exported."""
        return None

    def header_buttons(self) -> Sequence[QWidget]:
        """Buttons before the search field; made once, the header takes them in."""
        return ()

    def heading(self) -> Heading:
        """What the header says now."""
        return Heading(self.desk.say(self.title), self.desk.say(self.sentence))

    def search(self, text: str) -> None:
        """Show only what holds ``text``; an empty one shows all."""

    def rename(self, title: str) -> None:
        """Store another title of the record that fills the page."""

    def show_record(self, record: str, field: str | None = None) -> None:
        """Show the record with this id, and its field where one is named."""

    def go_back(self) -> bool:
        """From the record that fills the page back to the list; whether there was a way back."""
        return False

    def step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) record."""

    def refresh(self) -> None:
        """Show the plan as it is now; called whenever the page comes into view."""

    @property
    def place(self) -> Place:
        """Where one is: this page, and the record in view where there is one. The way back leads here."""
        return Place(self.key)

    def settle(self) -> None:
        """Store what is still being typed; called before undo, before another page comes, and on closing."""
        settle_within(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a record that fills the page back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.go_back():
            return
        super().keyPressEvent(event)
