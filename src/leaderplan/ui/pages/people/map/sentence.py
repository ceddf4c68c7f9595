"""A sentence that begins with a name in 600."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.text import advance


class NamedSentence(QWidget):
    """Plain words that wrap: the name in ``text``, the rest in ``muted``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._rest = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """All of it."""
        return f"{self._name}{self._rest}"

    def say(self, name: str, rest: str) -> None:
        """Say something else; ``rest`` follows the name as it is."""
        self._name, self._rest = " ".join(name.split()), rest.replace("\n", " ")
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(width)[1]

    def sizeHint(self) -> QSize:
        wide = min(advance(self.text(), current_theme().type.strong) + 2, 480)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, current_theme().type.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().muted)
        self._laid(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        theme = current_theme()
        layout = QTextLayout(self.text(), theme.type.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._strong()])
        layout.beginLayout()
        high, line_high = 0, theme.type.line
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, high + (line_high - line.height()) / 2))
            high += line_high
        layout.endLayout()
        return layout, max(high, line_high)

    def _strong(self) -> QTextLayout.FormatRange:
        theme = current_theme()
        strong = QTextLayout.FormatRange()
        strong.start = 0
        strong.length = len(self._name.encode("utf-16-le", "surrogatepass")) // 2
        form = QTextCharFormat()
        form.setFont(theme.type.strong)
        form.setForeground(theme.text)
        strong.format = form
        return strong
