"""A field whose words are read as a value: a date, a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from leaderplan.ui.widgets.field import mark_wrong
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import Paragraph

T = TypeVar("T")


class ReadField(QWidget, Generic[T]):
    """What cannot be read stays in the ``line`` as it was typed, with ``sentence`` below, which says what to write.

    ``read`` gives the value of a text, None for no words at all, and raises ValueError; ``write`` gives its words.
    """

    edited = Signal(object)
    """Another value, or None when it was emptied."""
    drafted = Signal(str)
    """The text that cannot be read, after leaving."""

    def __init__(
        self,
        line: QLineEdit,
        name: str,
        sentence: str,
        read: Callable[[str], T | None],
        write: Callable[[T], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line, self._sentence, self._read, self._write = line, sentence, read, write
        self._value: T | None = None
        self._line.setAccessibleName(name)
        self._problem = Paragraph("", "small", "bad")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._problem)
        self.setFocusProxy(self._line)
        self._line.editingFinished.connect(self.settle)
        self._line.textEdited.connect(lambda: self._show_problem(False))
        PlanUndo(self._line)

    @property
    def value(self) -> T | None:
        """The last value that could be read."""
        return self._value

    @property
    def wrong(self) -> bool:
        """Whether what stands in it cannot be read."""
        return not self._problem.isHidden()

    def text(self) -> str:
        """What stands in it."""
        return self._line.text()

    def set_value(self, value: T | None) -> None:
        """Show a value."""
        self._value = value
        self._line.setText("" if value is None else self._write(value))
        self._line.setCursorPosition(0)
        self._show_problem(False)

    def set_draft(self, text: str) -> None:
        """Show what was typed before and cannot be read."""
        self._line.setText(text)
        self._show_problem(True)

    def settle(self) -> None:
        """Read what was typed and tell it."""
        try:
            value = self._read(self._line.text())
        except ValueError:
            if not self.wrong:
                self._show_problem(True)
                self.drafted.emit(self._line.text())
            return
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.edited.emit(value)

    def _show_problem(self, wrong: bool) -> None:
        self._problem.setText(self._sentence if wrong else "")
        self._problem.setVisible(wrong)
        self._line.setAccessibleDescription(self._sentence if wrong else "")
        self._mark(wrong)

    def _mark(self, wrong: bool) -> None:
        mark_wrong(self._line, wrong)
