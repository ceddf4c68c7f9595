"""The ring around whatever has the keyboard, where it cannot draw one itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.surface import paint_ring

_DRAW_THEIR_OWN: Final = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit, QAbstractItemView)
_MARGIN: Final = 4


class _RingStyle(QProxyStyle):
    """Only for the ring itself: it lies above its widget and stands off by the margin."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        /,
        opt: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, opt, widget, returnData)

    def pixelMetric(  # type: ignore[override]  # Qt's own classes name the option in two ways
        self, metric: QStyle.PixelMetric, /, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)


class _Ring(QFocusFrame):
    """The ring; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = _RingStyle("Fusion")
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ring(QPainter(self), self.rect(), current_theme())


class FocusRing(QObject):
    """Follows the keyboard through one window. A widget with the property ``ownFocus`` draws its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring: _Ring | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def around(self) -> QWidget | None:
        """The widget that has the ring."""
        ring = self._living()
        return ring.widget() if ring else None

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        ringed = new is not None and new.window() is self._window and by_keyboard(self._window)
        ring = self._living()
        if new is None or not ringed or draws_its_own(new):
            if ring is not None:
                ring.setWidget(None)  # type: ignore[arg-type]  # which Qt allows
            return
        if ring is None:
            ring = self._ring = _Ring(self._window)
        ring.setWidget(new)
        ring.raise_()

    def _living(self) -> _Ring | None:
        # Qt puts the ring into the scroll area of the widget, and the two go together. This is asked, and not told by
        # the signal "destroyed": that comes also while this object is going, and calling it then ends the program.
        return self._ring if self._ring is not None and isValid(self._ring) else None


def draws_its_own(widget: QWidget) -> bool:
    """Whether fields, lists and painted parts show the keyboard by themselves."""
    return isinstance(widget, _DRAW_THEIR_OWN) or bool(widget.property("ownFocus"))


def by_keyboard(window: QWidget) -> bool:
    """Whether the focus came by Tab or a shortcut; asked once for each change.

    Qt sets the mark and leaves it on, so it is taken off here: the next click then finds it gone.
    """
    found = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    return found
