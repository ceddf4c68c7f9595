"""Buttons: primary, plain, quiet (a link), and icon alone; painted from tokens in every state."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance, as_tip


class Kind(Enum):
    """What a button looks like."""

    PRIMARY = auto()
    PLAIN = auto()
    QUIET = auto()
    ICON = auto()
    ADD = auto()  # quiet and small, as the last of a row of chips


class Button(QPushButton):
    """A button with an icon before its words, a count after them, or a chevron where it opens a menu.

    ``name`` is for screen readers and, on an icon alone, the tool tip.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        *,
        name: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon, self._count = kind, icon, ""
        self._small = small or kind is Kind.ADD
        self.setAccessibleName(name or text)
        if kind is Kind.ICON:
            self.setToolTip(as_tip(name))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show a number after the words; None takes it away."""
        self._count = "" if count is None else str(count)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu, name: str) -> None:
        """Open ``menu`` when pressed; ``name`` is what a screen reader calls it."""
        menu.setAccessibleName(name)
        menu.setParent(self, menu.windowFlags())
        self.setMenu(menu)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        high = type_.small_control if self._small else type_.control
        if self._kind is Kind.ICON:
            return QSize(high, high)
        parts = [advance(self.text(), self._font(current_theme()))] if self.text() else []
        if self._icon:
            parts.append(self._icon_size())
        if self._count:
            parts.append(advance(self._count, type_.small))
        if self.menu() is not None:
            parts.append(type_.px(14))
        return QSize(sum(parts) + self._gap() * (len(parts) - 1) + 2 * self._padding() + 2, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and self.isEnabled()
        pressed = (
            bool(option.state & QStyle.StateFlag.State_Sunken) or self.isChecked() or bool(self.property("chosen"))
        )
        self._paint_ground(painter, theme, hovered, pressed)
        self._paint_parts(painter, theme, hovered)

    def _paint_ground(self, painter: QPainter, theme: Theme, hovered: bool, pressed: bool) -> None:
        rect = self.rect()
        enabled = self.isEnabled()
        if self._kind is Kind.PRIMARY:
            if enabled:
                paint_box(painter, rect, theme.accent_hover if hovered or pressed else theme.accent)
            else:
                self._paint_disabled(painter, theme, theme.sunken)
        elif self._kind is Kind.PLAIN:
            if not enabled:
                self._paint_disabled(painter, theme, None)
            elif pressed:
                paint_box(painter, rect, theme.selected, theme.accent)
            else:
                paint_box(painter, rect, theme.hover if hovered else theme.raised, theme.line)
        elif self._kind is Kind.ICON and (hovered or pressed):
            paint_box(painter, rect, theme.selected if pressed else theme.hover)

    def _paint_disabled(self, painter: QPainter, theme: Theme, ground: QColor | None) -> None:
        line = theme.line_strong if theme.dashed_when_disabled else theme.line
        paint_box(painter, self.rect(), ground, line, dashed=theme.dashed_when_disabled)

    def _paint_parts(self, painter: QPainter, theme: Theme, hovered: bool) -> None:
        colour = self._colour(theme)
        middle = self.height() / 2
        size = self._icon_size()
        if self._kind is Kind.ICON:
            icons.paint(
                painter, self._icon, QPointF((self.width() - size) // 2, (self.height() - size) // 2), colour, size
            )
            return
        x = self._padding() + 1
        if self._icon:
            icons.paint(painter, self._icon, QPointF(x, round(middle - size / 2)), colour, size)
            x += size + self._gap()
        font = QFont(self._font(theme))
        font.setUnderline(self._kind in (Kind.QUIET, Kind.ADD) and hovered)
        x += self._paint_word(painter, x, self.text(), font, colour) + self._gap()
        if self._count:
            x += self._paint_word(painter, x, self._count, theme.type.small, theme.muted) + self._gap()
        if self.menu() is not None:
            chevron = theme.type.px(14)
            icons.paint(painter, "chevron-down", QPointF(x, round(middle - chevron / 2)), colour, chevron)

    def _paint_word(self, painter: QPainter, x: int, text: str, font: QFont, colour: QColor) -> int:
        painter.setFont(font)
        painter.setPen(colour)
        wide = advance(text, font)
        rect = QRect(x, 0, wide + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        return wide

    def _font(self, theme: Theme) -> QFont:
        if self._kind is Kind.PRIMARY:
            return theme.type.strong
        return theme.type.small if self._small else theme.type.body

    def _colour(self, theme: Theme) -> QColor:
        if not self.isEnabled():
            return theme.muted
        if self._kind is Kind.PRIMARY:
            return theme.on_accent
        if self._kind in (Kind.QUIET, Kind.ADD):
            return theme.accent
        return theme.muted if self._kind is Kind.ICON else theme.text

    def _padding(self) -> int:
        if self._kind is Kind.PLAIN and not self._small and self.menu() is None:
            return 12
        return 12 if self._kind is Kind.PRIMARY else 8

    def _gap(self) -> int:
        return 4 if self._kind is Kind.ADD else 8

    def _icon_size(self) -> int:
        return current_theme().type.px(13 if self._kind is Kind.ADD else 14 if self._small else 16)
