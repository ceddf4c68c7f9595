"""Words on the window, always plain text: labels, labels that shorten, paragraphs with room between the lines."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, Qt, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from leaderplan.ui.dress import current_theme
from leaderplan.ui.fonts import Type

Role = Literal["title", "heading", "body", "strong", "small", "small_strong"]


def font_of(role: Role, type_: Type) -> QFont:
    """The font of a role."""
    font: QFont = getattr(type_, role)
    return font


def line_of(role: Role, type_: Type) -> int:
    """The height of one line in a role."""
    lines = {"title": type_.title_line, "heading": type_.heading_line, "body": type_.line, "strong": type_.line}
    return lines.get(role, type_.small_line)


class PlainLabel(QLabel):
    """One line of words in a role and the colour of a token; never rich text. Shortens when told to."""

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        token: str = "text",
        *,
        shortens: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role: Role = role
        self._token = token
        self._shortens = shortens
        if shortens:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.setMinimumWidth(1)
        self.setText(text)
        self._dress()

    def setText(self, text: str) -> None:
        """One line: breaks become spaces, and ``&`` is a letter, not a mnemonic."""
        super().setText(" ".join(text.split()) if "\n" in text else text)
        if self._shortens:
            self.setAccessibleName(text)

    def set_token(self, token: str) -> None:
        """Change the colour."""
        self._token = token
        self._dress()

    def set_role(self, role: Role) -> None:
        """Change the font."""
        self._role = role
        self._dress()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        return QSize(wide, line_of(self._role, type_))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(1, hint.height()) if self._shortens else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = self.text()
        if self._shortens:
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            self.setToolTip(as_tip(self.text()) if text != self.text() else "")
        painter.drawText(self.rect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        self.setFont(font_of(self._role, theme.type))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, theme.colour(self._token))
        self.setPalette(colours)


class Paragraph(QWidget):
    """Words that wrap, on lines of the given height; as high as they need."""

    def __init__(self, text: str = "", role: Role = "body", token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._token = token
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def setText(self, text: str) -> None:
        """Say something else."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_token(self, token: str) -> None:
        """Change the colour."""
        self._token = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * line_of(self._role, current_theme().type)

    def sizeHint(self) -> QSize:
        wide = min(self._advance(), 480)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, line_of(self._role, current_theme().type))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        colour = theme.colour(self._token)
        height, font = line_of(self._role, theme.type), font_of(self._role, theme.type)
        paint_lines(painter, self._lines(self.width()), 0, 0, height, font, colour)

    def _lines(self, width: int) -> list[str]:
        return wrapped(self._text, font_of(self._role, current_theme().type), max(width, 1))

    def _advance(self) -> int:
        font = font_of(self._role, current_theme().type)
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(max(len(self._text), 1))
        layout.endLayout()
        return int(line.naturalTextWidth()) + 2


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The lines into which ``text`` breaks at ``width``; a word longer than a line breaks anywhere."""
    lines: list[str] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(utf16_slice(paragraph, line.textStart(), line.textLength()))
        layout.endLayout()
    return lines


def utf16_slice(text: str, start: int, length: int) -> str:
    """A part of ``text`` counted as Qt counts, in UTF-16 units."""
    if text.isascii():
        return text[start : start + length]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def paint_lines(
    painter: QPainter, lines: list[str], x: float, y: float, height: int, font: QFont, colour: QColor
) -> None:
    """Draw lines one below the other, each centred in ``height``."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = painter.fontMetrics()
    baseline = y + (height - metrics.height()) // 2 + metrics.ascent()
    for number, line in enumerate(lines):
        painter.drawText(QPointF(x, baseline + number * height), line)


def paint_words(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Draw one line of words, centred from top to bottom, that shortens at the right; how wide it came out."""
    if not text or rect.width() <= 4:
        return 0
    painter.setFont(font)
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return advance(shown, font)


def advance(text: str, font: QFont) -> int:
    """How wide one line of ``text`` is, rounded up."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text))


def as_tip(text: str) -> str:
    """A tool tip that Qt cannot take for rich text: an invisible joiner after ``<`` and ``&`` keeps them letters."""
    return text.replace("<", "<\u2060").replace("&", "&\u2060") if Qt.mightBeRichText(text) else text
