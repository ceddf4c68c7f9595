"""The right side of the page: a column to read that scrolls, by pointer and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.history.naming import Names
from leaderplan.ui.widgets.hairline import Hairline


class Pane(QWidget):
    """Subclasses put what they show into ``_column``, and anew for each thing; ``above`` does not scroll with it,
    and is made before it, so that Tab comes there first."""

    wide = 720
    """The most that a line of it is long, at 100 %."""

    def __init__(
        self, desk: Desk, names: Names, name: str, above: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._names = desk, names
        inner = QWidget()
        inner.setMaximumWidth(current_theme().type.px(self.wide) + 64)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(0)
        self.area = QScrollArea()
        self.area.setAccessibleName(name)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if above is not None:
            whole.addWidget(above)
            whole.addWidget(Hairline())
        whole.addWidget(self.area, 1)

    def fill_page(self, fills: bool) -> None:
        """Whether it fills the page, whose header then says the title."""

    def _begin(self) -> None:
        """Take away what was shown, and begin at the top."""
        _empty(self._column)
        self.area.verticalScrollBar().setValue(0)


def _empty(layout: QLayout) -> None:
    """Take the parts of a layout away, those of the layouts in it too."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
        elif widget := item.widget():
            widget.hide()
            widget.deleteLater()
