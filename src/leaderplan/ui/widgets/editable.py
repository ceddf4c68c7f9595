"""Words that are read as on a page and edited where they stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.editor import Editor
from leaderplan.ui.widgets.keyboard import note_focus, wants_ring
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import Role, font_of, line_of, paint_lines, wrapped

OUTSET: Final = 8
"""How far its ground reaches beyond its words on each side: give it a column that much wider."""
_PAUSE: Final = 600  # milliseconds without a key
_PENCIL: Final = 14
_LABEL, _GAP = 72, 16


class EditableText(QWidget):
    """Words that become an editor by a click, Enter or F2, and words again by Esc or leaving.

    ``edited`` tells the text after a pause and on leaving, never twice the same. With ``label`` it is a row of a
    story: the label stands 72 wide before the words. ``hint`` is shown where there are no words yet.
    """

    edited = Signal(str)
    begun = Signal()
    ended = Signal()

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        *,
        name: str,
        label: str = "",
        hint: str = "",
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._text = self._told = text
        self._name, self._label, self._hint, self._problem = name, label, hint, ""
        self._one_line = one_line
        self._editor: Editor | None = None
        self._heights: dict[int, int] = {}  # Qt asks for the same width again and again
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_it()

    @property
    def editing(self) -> bool:
        """Whether it is an editor now."""
        return self._editor is not None

    def text(self) -> str:
        """The words as they stand, told or not."""
        return self._editor.toPlainText() if self._editor else self._text

    def set_text(self, text: str) -> None:
        """Show other words; while it is edited, by the smallest change."""
        self._text = self._told = text
        if self._editor is not None:
            self._editor.take(text)
            self._pause.stop()
        self._name_it()
        self._reshape()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show something else where there are no words yet."""
        if hint != self._hint:
            self._hint = hint
            self._name_it()
            self._reshape()
            self.update()

    def show_problem(self, sentence: str) -> None:
        """Say below the words why they cannot be stored; empty when all is well."""
        self._problem = sentence
        self._name_it()
        self._reshape()
        self.update()

    def begin(self) -> None:
        """Become an editor."""
        if self._editor is not None:
            return
        self._editor = Editor(self._role, one_line=self._one_line, parent=self)
        self._editor.setAccessibleName(self._name)
        self._editor.setPlaceholderText("")
        self._editor.show_text(self._text)
        self._place_editor()
        self._editor.document().contentsChanged.connect(self._typed)
        self._editor.ended.connect(self._end_by_key)
        self._editor.left.connect(self.end)
        self.setTabOrder(self, self._editor)  # else it comes last of all, and Tab leads out of the page
        self.setFocusProxy(self._editor)
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()
        self.begun.emit()

    def end(self) -> None:
        """Become words again, after telling what was typed."""
        if self._editor is None:
            return
        self._text = self._editor.toPlainText()
        self.settle()
        editor, self._editor = self._editor, None
        self.setFocusProxy(None)  # type: ignore[arg-type]  # which Qt allows
        editor.hide()
        editor.deleteLater()
        self._name_it()
        self._reshape()
        self.update()
        self.ended.emit()

    def settle(self) -> None:
        """Tell what was typed, if it was not told yet."""
        self._pause.stop()
        self._tell()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height_at(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, line_of(self._role, current_theme().type) + 8)

    def resizeEvent(self, event) -> None:
        self._place_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            place = event.position()
            self.begin()
            if self._editor is not None:
                point = self._editor.viewport().mapFrom(self, place.toPoint())
                self._editor.setTextCursor(self._editor.cursorForPosition(point))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        note_focus(self, event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        self._paint_ground(painter, theme)
        if self._label:
            lift = (line_of(self._role, theme.type) - theme.type.line) // 2 + 2
            colour = theme.muted
            label = self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, theme.type.px(_LABEL) + 8)
            paint_lines(painter, [label], OUTSET, 4 + lift, theme.type.small_line, theme.type.small, colour)
        type_, left = theme.type, self._left()
        height = line_of(self._role, type_)
        if self._editor is None:
            shown, colour = (self._text, theme.text) if self._text else (self._hint, theme.muted)
            lines = wrapped(shown, font_of(self._role, type_), self._room(self.width()))
            paint_lines(painter, lines, left, 4, height, font_of(self._role, type_), colour)
            if self.underMouse():
                size = type_.px(_PENCIL)
                corner = QPointF(self.width() - OUTSET - size, 4 + (type_.line - size) // 2)
                icons.paint(painter, "pencil", corner, theme.muted, size)
        if self._problem:
            lines = self._problem_lines(self.width())
            top = self.height() - 4 - len(lines) * type_.small_line
            icons.paint(painter, "circle-alert", QPointF(left, top + 1), theme.bad, type_.px(14))
            paint_lines(painter, lines, left + type_.px(14) + 6, top, type_.small_line, type_.small, theme.bad)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._reshape()
            self._place_editor()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        if self._editor is not None:
            paint_box(painter, self.rect(), theme.raised, theme.bad if self._problem else theme.focus, width=2)
        elif self._problem:
            paint_box(painter, self.rect(), None, theme.bad)
        elif wants_ring(self):
            paint_box(painter, self.rect(), theme.hover if self.underMouse() else None, theme.focus, width=2)
        elif self.underMouse():
            paint_box(painter, self.rect(), theme.hover)

    def _left(self) -> int:
        return OUTSET + (current_theme().type.px(_LABEL) + _GAP if self._label else 0)

    def _room(self, width: int) -> int:
        return max(width - self._left() - OUTSET - current_theme().type.px(_PENCIL) - 8, 40)

    def _height_at(self, width: int) -> int:
        type_ = current_theme().type
        lines = len(wrapped(self.text() or self._hint, font_of(self._role, type_), self._room(width)))
        high = max(lines, 1) * line_of(self._role, type_) + 8
        return high + (len(self._problem_lines(width)) * type_.small_line + 4 if self._problem else 0)

    def _reshape(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def _problem_lines(self, width: int) -> list[str]:
        type_ = current_theme().type
        return wrapped(self._problem, type_.small, max(self._room(width) - type_.px(14) - 6, 40))

    def _place_editor(self) -> None:
        if self._editor is not None:
            top = 4 + self._editor.lift()
            high = max(self.height() - 4 - top, 1)
            self._editor.setGeometry(QRect(self._left(), top, self._room(self.width()), high))

    def _typed(self) -> None:
        self._pause.start()
        self._reshape()

    def _tell(self) -> None:
        text = self.text()
        if text != self._told:
            self._text = self._told = text
            self.edited.emit(text)

    def _end_by_key(self) -> None:
        self.end()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_it(self) -> None:
        said = f"{self._name}: {self._text or self._hint}"
        self.setAccessibleName(said.rstrip(": "))
        self.setAccessibleDescription(self._problem)
