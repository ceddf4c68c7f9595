"""Two lines that begin with a name in 600."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.text import as_tip, utf16_slice

_LINES: Final = 2


class NamedSentence(QWidget):
    """Plain words: the name in ``text``, the rest in ``muted``. Always as high, so that nothing jumps above it.

    What has no room is shortened, and whole in the tool tip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._rest = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """All of it."""
        return f"{self._name}{self._rest}"

    def say(self, name: str, rest: str) -> None:
        """Say something else; ``rest`` follows the name as it is."""
        self._name, self._rest = " ".join(name.split()), rest.replace("\n", " ")
        self.setAccessibleName(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINES * current_theme().type.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setPen(theme.muted)
        first = self._first(theme)
        first.draw(painter, QPointF(0, 0))
        rest = utf16_slice(self.text(), first.lineAt(0).textLength(), 2**20) if first.lineCount() else ""
        metrics = QFontMetricsF(theme.type.body)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        base = theme.type.line + (theme.type.line - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(theme.type.body)
        painter.drawText(QPointF(0, base), shown)
        self.setToolTip(as_tip(self.text()) if shown != rest else "")

    def _first(self, theme: Theme) -> QTextLayout:
        """The first line; a name that needs more than that goes on in the second one as the rest does."""
        layout = QTextLayout(self.text(), theme.type.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._strong(theme)])
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(max(self.width(), 1))
            line.setPosition(QPointF(0, (theme.type.line - line.height()) / 2))
        layout.endLayout()
        return layout

    def _strong(self, theme: Theme) -> QTextLayout.FormatRange:
        strong, form = QTextLayout.FormatRange(), QTextCharFormat()
        strong.start = 0
        strong.length = len(self._name.encode("utf-16-le", "surrogatepass")) // 2
        form.setFont(theme.type.strong)
        form.setForeground(theme.text)
        strong.format = form
        return strong
