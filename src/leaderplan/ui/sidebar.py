"""The sidebar: the brand and the pages in groups, folded to icons where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leaderplan.domain.language import Language
from leaderplan.domain.messages import _
from leaderplan.ui.brand import paint_brand
from leaderplan.ui.contents import PageCard
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pagelist import PageDelegate, PageList, PageListModel

WIDTH: Final = 208
FOLDED_WIDTH: Final = 56


class Sidebar(QWidget):
    """The brand, the pages, and what sticks to the foot."""

    chosen = Signal(str)
    """The key of the page that was asked for."""

    def __init__(self, pages: Sequence[PageCard], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = PageDelegate(self)
        name = language.say(_("Pages"))
        self._models = [PageListModel((), language, self), PageListModel((), language, self)]
        self._lists = [PageList(model, self._delegate, name, self) for model in self._models]
        for each in self._lists:
            each.chosen.connect(self.chosen)
        self._lists[0].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self.list_pages(pages)

    def list_pages(self, pages: Sequence[PageCard]) -> None:
        """List these pages and no others."""
        for model, foot in zip(self._models, (False, True), strict=True):
            model.list_pages([page for page in pages if page.at_foot is foot])
        self._lists[1].setVisible(self._models[1].rowCount() > 0)
        self._fit()

    def select(self, key: str) -> None:
        """Mark the page that is shown."""
        for each in self._lists:
            each.select(key)

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page; 0 takes it away."""
        for model in self._models:
            model.set_count(key, count)

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._delegate.folded

    def fold(self, folded: bool) -> None:
        """Show icons alone, or icons and words."""
        if folded != self._delegate.folded:
            self._delegate.folded = folded
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
        scale = theme.type.scale
        middle = 16 + theme.type.px(28) / 2
        x = (self.width() - 18 * scale) / 2 if self.folded else 16
        paint_brand(painter, x, middle - 9 * scale, theme)
        if not self.folded:
            painter.setFont(theme.type.strong)
            painter.setPen(theme.text)
            rect = QRect(round(24 + 18 * scale), 16, self.width(), theme.type.px(28))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, "LeaderPlan")

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        for each in self._lists:
            column.addWidget(each)
        self._fit()

    def _fit(self) -> None:
        type_ = current_theme().type
        self.setFixedWidth(type_.px(FOLDED_WIDTH if self.folded else WIDTH))
        column = self.layout()
        if column is None:
            return
        column.setContentsMargins(8, 16 + type_.px(28) + 12, 9, 12)
        self._lists[1].setFixedHeight(self._lists[1].height_of_rows())
        for each in self._lists:
            each.scheduleDelayedItemsLayout()
        self.update()
