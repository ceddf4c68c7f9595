"""What the document of a review consists of: parts one below the other, each with its comments."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Part(QWidget):
    """A part may say something about a record, show what is said about it, or only be read."""

    removed = Signal(str)
    """A comment with this id was taken back by hand."""

    def set_wide(self, wide: bool) -> None:
        """Whether there is room for comments beside the text."""

    def refresh(self) -> None:
        """Show the comments as they stand now."""

    def settle(self) -> None:
        """Forget what was begun and says nothing."""

    def stops(self) -> list[QWidget]:
        """Where Tab comes, in the order in which one reads."""
        return []

    def first_stop(self) -> QWidget | None:
        """Where one reads: the passage, or the first field."""
        return next(iter(self.stops()), None)

    def margin_stop(self) -> QWidget | None:
        """The first comment."""
        return None
