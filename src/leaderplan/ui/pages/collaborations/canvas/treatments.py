"""How the treatments of steps look: their icon, their ground, their colour, and the bar of their shares."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from leaderplan.domain.messages import Message, _, _n
from leaderplan.domain.records import ServiceStep, Treatment
from leaderplan.ui.dress import current_theme

ICONS: Final = {
    Treatment.REMOVED: "circle-x",
    Treatment.MERGED: "merge",
    Treatment.AUTOMATED: "cpu",
    Treatment.REDESIGNED: "pencil-ruler",
    Treatment.ONLY_DIGITISED: "monitor",
    Treatment.UNTOUCHED: "minus",
}
LITTLE: Final = (Treatment.ONLY_DIGITISED, Treatment.UNTOUCHED)
"""The treatments that citizens hardly notice."""
_BAR, _GAP = 8, 2


def token_of(treatment: Treatment | None) -> str:
    """The colour token of a treatment; with ``_soft`` after it that of its ground."""
    if treatment is Treatment.UNTOUCHED:
        return "run"
    return "change" if treatment is Treatment.ONLY_DIGITISED else "transform"


def share_in_words(steps: tuple[ServiceStep, ...]) -> Message | None:
    """``2 of 6 untouched or only digitised``; None without steps."""
    little = sum(step.treatment in LITTLE for step in steps)
    if not steps:
        return None
    return _("{count} of {all} untouched or only digitised", count=little, all=len(steps))


class ShareBar(QWidget):
    """One piece for each treatment, as long as its share of the steps; steps without one come last."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[tuple[Treatment | None, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[ServiceStep, ...], say) -> None:
        """Draw the shares of these steps."""
        order = (*Treatment, None)
        counted = [(each, sum(step.treatment is each for step in steps)) for each in order]
        self._counts = [(each, count) for each, count in counted if count]
        self.setAccessibleName(say(_("Steps by treatment")))
        words = [_n("{count} {name}", "{count} {name}", n, name=say(_label(each))) for each, n in self._counts]
        self.setAccessibleDescription(", ".join(map(say, words)))
        self.setVisible(bool(steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, current_theme().type.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = sum(count for _each, count in self._counts) or 1
        room, x = self.width() - _GAP * (len(self._counts) - 1), 0.0
        for treatment, count in self._counts:
            wide = room * count / whole
            painter.setBrush(theme.colour(token_of(treatment)) if treatment else theme.line)
            painter.drawRoundedRect(QRectF(x, 0, wide, self.height()), 2, 2)
            x += wide + _GAP


def _label(treatment: Treatment | None) -> Message:
    return treatment.label if treatment else _("not decided")
