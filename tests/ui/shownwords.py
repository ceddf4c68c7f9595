"""Everything that a window says, and whether any of it is more than words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from leaderplan.ui.widgets.text import Paragraph

HIDDEN = "\u202e\u2066\x1b\x07\ufeff\u2028\r\x00"
"""Signs of the corpus that turn a text round, end it or are not seen; a window shows none of them."""
SPY = (255, 0, 254)
"""A colour that nothing of LeaderPlan has, of the picture that a text names."""


def words_of(window: QWidget) -> Iterator[str]:
    """All texts in a window as they are seen and as a screen reader says them; nothing that is hidden away."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            yield from (str(model.index(row, 0).data() or "") for row in range(model.rowCount()))
        elif isinstance(widget, Paragraph | QLabel | QLineEdit | QAbstractButton):
            yield widget.text()
        if widget.accessibleName():  # of what is drawn by hand it is the text itself
            yield widget.accessibleName()


def said_by(window: QWidget) -> str:
    """All of it as one text."""
    return "\n".join(words_of(window))


def rich_in(window: QWidget) -> list[str]:
    """Where a text is, or could be taken for, more than plain words."""
    return list(_rich(window))


def _rich(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        name = type(widget).__name__
        if Qt.mightBeRichText(widget.toolTip()) or Qt.mightBeRichText(widget.whatsThis()):
            yield f"{name} has a rich tip: {widget.toolTip()}"
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{name} guesses whether it is rich: {widget.text()}"
        elif isinstance(widget, QLabel) and widget.openExternalLinks():
            yield f"{name} opens links"
        elif isinstance(widget, QTextEdit | QPlainTextEdit) and _is_rich(widget.document()):
            yield f"{name} shows a rich text: {widget.toPlainText()}"
        elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            tips = (model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount()))
            yield from (f"{name} has a rich tip: {tip}" for tip in tips if tip and Qt.mightBeRichText(str(tip)))


def _is_rich(document: QTextDocument) -> bool:
    """Whether there is a link, a picture, a table or a frame in it."""
    kinds = (form for form in document.allFormats())
    return any(form.isImageFormat() or form.isTableFormat() or form.toCharFormat().isAnchor() for form in kinds)


def shows_the_spy(window: QWidget) -> bool:
    """Whether a picture that no text may load is on the window."""
    image = window.grab().toImage()
    red, green, blue = SPY
    wanted = bytes((blue, green, red, 255))
    return wanted in bytes(image.convertToFormat(image.Format.Format_RGB32).constBits())


def hidden_in(text: str) -> set[str]:
    """What stands in a text and is not seen."""
    return set(HIDDEN) & set(text)
