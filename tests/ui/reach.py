"""What everybody relies on who cannot use a pointer, or needs larger letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from leaderplan.ui.widgets.editable import EditableText
from leaderplan.ui.widgets.text import PlainLabel

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 4 + "x" * 300


def by_tab(page: QWidget, first: QWidget) -> list[QWidget]:
    """What Tab reaches in ``page`` after ``first``, in order."""
    reached: list[QWidget] = []
    widget: QWidget | None = first
    for _step in range(300):
        widget = widget.nextInFocusChain() if widget else None
        if (
            widget
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and page.isAncestorOf(widget)
        ):
            reached.append(widget)
    return reached


def assert_whole(page: QWidget) -> None:
    """Every label and every text in view has the room of its words, but for those that shorten them."""
    for _turn in range(5):
        QApplication.processEvents()
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.fontMetrics().height(), label.text()
            if not (isinstance(label, PlainLabel) and label._shortens):
                room = (label.parentWidget() or page).width()
                assert label.width() >= min(label.sizeHint().width(), room) - 1, label.text()
    for text in page.findChildren(EditableText):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width())
