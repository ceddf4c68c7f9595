"""A person at the window: finds things by the names a screen reader says, presses, types and chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)

from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.window import Window

W = TypeVar("W", bound=QWidget)


class Hands:
    """Whatever these find is visible and enabled; what is not there fails the journey."""

    def __init__(self, window: Window, wait: Callable[..., None]) -> None:
        self._window, self._wait = window, wait

    def see(self, name: str, kind: type[W]) -> W:
        """The widget of this kind and name, waited for."""
        found: list[W] = []

        def look() -> None:
            found[:] = [widget for widget in self._all(kind) if fits(widget, name)]
            assert found, f"nothing is called {name!r}; there are {sorted(self.names(kind))}"

        self._wait(look)
        return found[0]

    def names(self, kind: type[QWidget] = QWidget) -> set[str]:
        """What there is, by name."""
        return {widget.accessibleName() for widget in self._all(kind) if widget.accessibleName()}

    def press(self, name: str, *, starting: bool = False) -> None:
        """A button, a chip or a row; with ``starting`` the first whose name starts so."""
        if starting:
            name = next(called for called in sorted(self.names(QAbstractButton)) if called.startswith(name))
        button = self.see(name, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, button: str, *entries: str) -> None:
        """An entry of the menu behind a button, through menus within it."""
        found = self.see(button, QAbstractButton)
        menu = found.menu() if isinstance(found, QPushButton) else None
        if menu is None:
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)
            menu = next(self._all(QMenu))
        for entry in entries[:-1]:
            inner = _entry(menu, entry).menu()
            assert isinstance(inner, QMenu)
            menu = inner
        _entry(menu, entries[-1]).trigger()
        menu.close()

    def write(self, name: str, text: str) -> None:
        """Over what stands in a field, and leave it."""
        field = self._field(name)
        if isinstance(field, EditableText):
            field.begin()
            editor = field.focusProxy()
            assert isinstance(editor, QTextEdit)
            editor.selectAll()
            QTest.keyClicks(editor, text)
            field.end()
            return
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _field(self, name: str) -> QWidget:
        found: list[QWidget] = []

        def look() -> None:
            fields = (*self._all(EditableText), *self._all(QLineEdit))
            found[:] = [field for field in fields if fits(field, name)]
            assert found, f"no field is called {name!r}; there are {[field.accessibleName() for field in fields]}"

        self._wait(look)
        return found[0]

    def letters(self, widget: QWidget, text: str) -> None:
        """Letters for one widget."""
        QTest.keyClicks(widget, text)

    def type_on(self, text: str) -> None:
        """Letters and Enter for whoever has the keyboard."""
        writer = QApplication.focusWidget()
        assert writer is not None
        QTest.keyClicks(writer, text)
        QTest.keyClick(writer, Qt.Key.Key_Return)

    def press_key(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """A key for one widget."""
        QTest.keyClick(widget, key, modifiers)

    def go(self, page: str) -> None:
        """To another page, by its row in the sidebar."""
        rows = self.see("Pages", QAbstractItemView)
        model = rows.model()
        found = next(model.index(at, 0) for at in range(model.rowCount()) if str(model.index(at, 0).data()) == page)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(found).center())

    def done(self) -> None:
        """Close the panel that is open."""
        self.press("Done")

    def keys(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key for whoever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self._window, key, modifiers)

    def _all(self, kind: type[W]) -> Iterator[W]:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        for top in reversed(tops):
            yield from (
                widget for widget in (top, *top.findChildren(kind)) if isinstance(widget, kind) and _there(widget)
            )


def _entry(menu: QMenu, words: str) -> QAction:
    entries = [action for action in menu.actions() if action.text().startswith(words)]
    assert entries, f"no {words!r} among {[action.text() for action in menu.actions()]}"
    return entries[0]


def _there(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def fits(widget: QWidget, name: str) -> bool:
    """Whether a widget is called so; what stands in a field follows its name after a colon."""
    called = widget.accessibleName()
    return called == name or called.startswith(f"{name}:")
