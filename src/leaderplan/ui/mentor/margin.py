"""The comments beside one part of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.records import Comment
from leaderplan.ui.dress import current_theme
from leaderplan.ui.mentor.card import WIDTH, Card


class Margin(QWidget):
    """A column of cards, 316 wide beside its text, or as wide as there is room below it."""

    turned = Signal()
    """Another card has the keyboard, or none has."""
    finished = Signal()
    remove_wanted = Signal(str)

    def __init__(self, make: Callable[[Comment], Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(12)
        self._column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_wide(True)

    def set_wide(self, wide: bool) -> None:
        """Beside the text, or below it."""
        if wide:
            self.setFixedWidth(current_theme().type.px(WIDTH))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(current_theme().type.px(2 * WIDTH))

    def show_comments(self, comments: Sequence[Comment]) -> bool:
        """Show these; whether other cards came or went."""
        wanted = [comment.id for comment in comments]
        shown = [card.id for card in self.cards]
        for card in [card for card in self.cards if card.id not in wanted]:
            self.cards.remove(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, comment in enumerate(comments):
            card = self.card_of(comment.id) or self._take_in(self._make(comment))
            card.refresh()
            self._column.insertWidget(place, card)
            card.show()  # now, and not with the next turn of the event loop: it is to take the keyboard
        self.cards.sort(key=lambda card: wanted.index(card.id))
        return shown != wanted

    def card_of(self, id: str) -> Card | None:
        """The card of a comment."""
        return next((card for card in self.cards if card.id == id), None)

    def _take_in(self, card: Card) -> Card:
        self.cards.append(card)
        card.focused.connect(self.turned)
        card.left.connect(self.turned)
        card.finished.connect(self.finished)
        card.remove_wanted.connect(self.remove_wanted)
        return card
