"""The stages of a collaboration as discs on a line; pressing one moves it there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.messages import Message, _
from leaderplan.domain.records import Stage
from leaderplan.ui import icons
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.collaborations.canvas.sheet import Sheet
from leaderplan.ui.theme import Theme
from leaderplan.ui.widgets.flow import FlowLayout
from leaderplan.ui.widgets.keyboard import wants_ring
from leaderplan.ui.widgets.pressed import PressedArea
from leaderplan.ui.widgets.surface import paint_box
from leaderplan.ui.widgets.text import advance

_DISC, _LINE, _GAP = 14, 20, 8
_SAID: Final[dict[str, Message]] = {
    "past": _("{stage}, done"),
    "now": _("{stage}, where it is now"),
    "ahead": _("{stage}, still ahead"),
}


class StageButton(PressedArea):
    """One stage: a line from the one before, a disc, and its word."""

    def __init__(self, word: str, *, first: bool) -> None:
        super().__init__()
        self.setText(word)
        self._first, self._state = first, "ahead"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str, said: str) -> None:
        """``past``, ``now`` or ``ahead``; ``said`` is its name for a screen reader."""
        if (state, said) == (self._state, self.accessibleName()):
            return
        self._state = state
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        type_ = current_theme().type
        return QSize(self._start() + type_.px(_DISC) + _GAP + advance(self.text(), type_.strong) + 9, type_.line + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle, left = theme.type.px(_DISC), self.height() / 2, self._start()
        ground = self.rect().adjusted(left - 4, 0, 0, 0)
        if wants_ring(self):
            paint_box(painter, ground, None, theme.focus, width=2)
        elif self.underMouse():
            paint_box(painter, ground, theme.hover)
        if not self._first:
            painter.setPen(QPen(theme.line_strong, 1))
            painter.drawLine(QPointF(0, middle), QPointF(_LINE, middle))
        self._paint_disc(painter, QRectF(left, middle - size / 2, size, size), theme)
        painter.setFont(theme.type.strong if self._state == "now" else theme.type.body)
        painter.setPen(theme.text if self._state == "now" else theme.muted)
        words = self.rect().adjusted(left + size + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())

    def _paint_disc(self, painter: QPainter, disc: QRectF, theme: Theme) -> None:
        filled = self._state != "ahead"
        painter.setPen(QPen(theme.accent if filled else theme.line_strong, 1.4))
        painter.setBrush(theme.accent if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if self._state == "past":
            size = round(disc.width() * 0.72)
            corner = disc.center() - QPointF(size / 2, size / 2)
            icons.paint(painter, "check", corner, theme.on_accent, size)

    def _start(self) -> int:
        return 8 if self._first else _LINE + _GAP


class StageLine(QWidget):
    """All stages in their order; a narrow one goes on below."""

    chosen = Signal(object)
    """The Stage that was pressed."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._buttons: dict[Stage, StageButton] = {}
        row = FlowLayout(self, gap=0)
        for stage in Stage:
            button = StageButton(sheet.say(stage.label), first=not self._buttons)
            button.clicked.connect(lambda _checked=False, stage=stage: self.chosen.emit(stage))
            self._buttons[stage] = button
            row.addWidget(button)
        self.setAccessibleName(sheet.say(_("Stage")))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def button(self, stage: Stage) -> StageButton:
        """The button of a stage."""
        return self._buttons[stage]

    def fill(self) -> None:
        """Show which stage it is."""
        order = list(Stage)
        now = order.index(self._sheet.record.stage or Stage.SPOTTED)
        for place, (stage, button) in enumerate(self._buttons.items()):
            state = "past" if place < now else "now" if place == now else "ahead"
            said = _SAID[state]
            button.set_state(state, self._sheet.say(Message(said.id, (("stage", stage.label),))))
