"""The title of a page, which can be typed over where it is the title of a record."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.settling import PlanUndo
from leaderplan.ui.widgets.text import PlainLabel


class TitleLine(PlainLabel):
    """Shortens like any title. Where it may be renamed, a click, Enter or F2 makes it a field; Esc or leaving ends it.

    ``renamed`` tells the new title, never an empty one.
    """

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "title", shortens=True, parent=parent)
        self._field: QLineEdit | None = None
        self._name = ""

    @property
    def field(self) -> QLineEdit | None:
        """The field, while the title is being typed."""
        return self._field

    def let_rename(self, name: str) -> None:
        """Let it be renamed, ``name`` is what a screen reader calls the field; an empty one ends that."""
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor if name else Qt.CursorShape.ArrowCursor)
        if not name and self._field is not None:
            self._close()

    def begin(self) -> None:
        """Become a field in which the whole title is selected."""
        if not self._name:
            return
        if self._field is None:
            self._field = QLineEdit(self.text(), self.parentWidget())
            self._field.setFont(current_theme().type.title)
            self._field.setAccessibleName(self._name)
            self._field.installEventFilter(self)
            PlanUndo(self._field)
            self._field.editingFinished.connect(self._end)
            self._place()
            self.setTabOrder(self, self._field)  # else it comes last of all, and Tab leads to the first
            self._field.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Tell what was typed, if it was not told yet."""
        typed = " ".join(self._field.text().split()) if self._field else ""
        if typed and typed != self.text():
            self.setText(typed)
            self.renamed.emit(typed)

    def resizeEvent(self, event) -> None:
        self._place()

    def moveEvent(self, event) -> None:
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.settle()
        self._close()

    def _close(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            had = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had and self._name:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if self._field is not None:
            high = current_theme().type.title_line + 4
            self._field.setGeometry(self.x() - 9, self.y() - 2, self.width() + 9, high)
