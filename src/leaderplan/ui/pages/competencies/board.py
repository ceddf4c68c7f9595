"""The left side of the page: the legend, a word on how to begin, and the matrix."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.competencies.cells import INSET
from leaderplan.ui.pages.competencies.legend import Legend
from leaderplan.ui.pages.competencies.model import MatrixModel
from leaderplan.ui.pages.competencies.table import MatrixTable
from leaderplan.ui.widgets.text import Paragraph

_LEFT = 32


class Board(QWidget):
    """The matrix keeps its current cell, by competency and level, however its rows change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sought = desk, ""
        self.model = MatrixModel(desk.language, self)
        self.table = MatrixTable(self.model, desk.say(_("Competencies by level")))
        self._legend = Legend(desk)
        texts = assets.read_toml("templates/en.toml")["empty_pages"]["competencies"]
        self._begin = Paragraph(f"{texts['first_step']}. {texts['sentence']}", "body", "muted")
        self._nothing = Paragraph(desk.say(_("No competency holds these words.")), "body", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT - INSET, 16, 16, 8)
        column.setSpacing(8)
        words = QVBoxLayout()
        words.setContentsMargins(INSET, 0, INSET, 0)
        words.setSpacing(12)
        for widget in (self._legend, self._begin, self._nothing):
            words.addWidget(widget)
        column.addLayout(words)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: Plan, sought: str) -> None:
        """Look at the whole plan; the same cell stays current where it is still in view."""
        competency, cell = self.table.competency, self.table.cell
        self._sought = sought
        self.model.show_plan(plan, self._desk.today(), sought)
        if not self.table.competency and not (
            competency and self.table.go(competency, cell.level.rank if cell else None)
        ):
            self._go_first()
        self.show_words()

    def update_rows(self, plan: Plan, ids: set[str]) -> None:
        """Look again at some competencies."""
        self.model.update_rows(plan, self._desk.today(), ids)
        self.show_words()

    def show_words(self) -> None:
        """Say what the marks mean, and how to begin while nothing is rated."""
        self._legend.show_model(self.model)
        rows = self.model.rows
        self._begin.setVisible(bool(rows) and not self._sought and all(r.standing.self_rating is None for r in rows))
        self._nothing.setVisible(not rows)

    def go_unrated(self) -> None:
        """The first competency without an own rating, at the expected level."""
        for row in self.model.rows:
            if row.standing.self_rating is None:
                first = row.cells[0].level.rank if row.cells else None
                self.table.go(row.competency.id, row.standing.expected or first)
                return

    def _go_first(self) -> None:
        """The first competency in which something is missing, else the first of all."""
        rows = self.model.rows
        if rows:
            stands = next((row for row in rows if row.standing.gap), rows[0]).standing
            self.table.go(stands.competency.id, stands.expected)
