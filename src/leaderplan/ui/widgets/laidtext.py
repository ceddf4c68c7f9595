"""A text of which parts look different, on lines of the height of its role, as high as it needs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.text import Role, font_of, line_of

LINE = "\u2028"
"""Qt's own sign for a new line within a paragraph."""


class LaidText(QWidget):
    """Plain text; subclasses say what its parts look like. ``name`` is what a screen reader says of it."""

    def __init__(
        self, text: str, name: str, role: Role = "body", token: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role, self._token = role, token
        self._heights: dict[int, int] = {}  # Qt asks for the same width again and again
        self.lay(text, name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lay(self, text: str, name: str) -> None:
        """Show this text."""
        self._laid = text.replace("\n", LINE)
        self._heights.clear()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @abstractmethod
    def formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        """What the parts look like, counted as Qt counts, in UTF-16 units."""

    def text(self) -> str:
        """Everything that it shows."""
        return self._laid.replace(LINE, "\n")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            layout = self._layout(width)
            self._heights[width] = max(layout.lineCount(), 1) * line_of(self._role, current_theme().type)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, line_of(self._role, current_theme().type))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(current_theme().colour(self._token))
        self._layout(self.width()).draw(painter, QPointF(0, 0))

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._heights.clear()
            self.updateGeometry()

    def _layout(self, width: int) -> QTextLayout:
        theme = current_theme()
        high = line_of(self._role, theme.type)
        layout = QTextLayout(self._laid, font_of(self._role, theme.type))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self.formats(theme))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y + (high - line.height()) / 2))
            y += high
        layout.endLayout()
        return layout


def ranges(parts: Sequence[tuple[str, QTextCharFormat | None]]) -> list[QTextLayout.FormatRange]:
    """The places of parts that stand one after the other and have a look of their own."""
    made, start = [], 0
    for text, look in parts:
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if look is not None:
            marked = QTextLayout.FormatRange()
            marked.start, marked.length, marked.format = start, length, look
            made.append(marked)
        start += length
    return made
