"""Competencies: the matrix at the left, the competency in view at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Assessment, Claim, Evidence, Measure
from leaderplan.domain.rules.chosen_framework import framework
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.competencies.beginning import Beginning
from leaderplan.ui.pages.competencies.board import Board
from leaderplan.ui.pages.competencies.cellmenu import cell_menu, claims_menu, story_of
from leaderplan.ui.pages.competencies.doing import Doing
from leaderplan.ui.pages.competencies.headerbuttons import FrameworksButton, RoleButton
from leaderplan.ui.pages.competencies.matrix import Cell, Row, touched
from leaderplan.ui.pages.competencies.panel import WIDE, SidePanel
from leaderplan.ui.pages.competencies.target import TargetPanel
from leaderplan.ui.pages.page import Heading, Page, PageAction
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.hairline import Hairline

_SIDE_BY_SIDE, _LITTLE_ROOM = 884, 760
_ANY = 16777215  # as wide as there is room
_STORIES = (Achievement, Claim, Evidence, Measure)


class Competencies(Page):
    """Under 1000 the panel fills the page when a competency is opened, with a way back."""

    key, group, title, icon = "competencies", _("Grow"), _("Competencies"), "grid-3x3"
    sentence = _("What a digital leader is expected to show, and what your record shows.")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._sought, self._opened = "", False
        self._made: tuple[RoleButton, FrameworksButton] | None = None
        self._doing = Doing(desk, self)
        self.board = Board(desk)
        self.table = self.board.table
        self.panel = SidePanel(desk)
        self._line = Hairline(upright=True)
        self.beginning = Beginning(desk)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._working())
        self._stack.addWidget(self.beginning)
        self._connect()
        desk.signals.changed.connect(self._hear)

    @property
    def primary(self) -> PageAction:
        """Rate what is not rated yet."""
        known = framework(self.desk.plan) is not None
        return PageAction(_("Rate"), "circle-check", self.rate_next, known, _("Choose a framework first."))

    @property
    def place(self) -> Place:
        """With the competency in view."""
        return Place(self.key, self.table.competency or None)

    def header_buttons(self) -> Sequence[QWidget]:
        """For which role, and against which framework."""
        if self._made is None:
            role = RoleButton(self.desk, self.change_role, self._doing.expect_everywhere)
            self._made = (role, FrameworksButton(self.desk, self._doing.use, self._doing.remove))
            role.show_plan(self.desk.plan)
            role.shorten(self._little_room)
        return () if self._fills else self._made

    def heading(self) -> Heading:
        """The page, or the competency that fills it."""
        row = self._row
        if not self._fills or row is None:
            return super().heading()
        return Heading(row.competency.title, back=self.desk.say(self.title), steps=True)

    def search(self, text: str) -> None:
        """Only the competencies that hold the words."""
        if text.strip() != self._sought:
            self._sought = text.strip()
            self.refresh()

    def show_record(self, record: str, field: str | None = None) -> None:
        """A competency at the level in view, or the same cell where it is none."""
        if self._sought and self.board.model.row_of(record) < 0:
            self.search("")
        row = self.board.model.row_at(self.board.model.row_of(record))
        if row is None:
            return
        if self.table.competency != record:
            self.table.go(record, row.standing.expected)
        self._open(record)
        if field == f"+{Assessment.table}":
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """From the competency that fills the page to the matrix."""
        was, self._opened = self._fills, False
        self._arrange()
        if was:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def step(self, by: int) -> None:
        """The next or the previous competency, at the same level."""
        rows = [row.competency.id for row in self.board.model.rows]
        if self.table.competency in rows:
            place = rows.index(self.table.competency) + by
            if 0 <= place < len(rows):
                cell = self.table.cell
                self.table.go(rows[place], cell.level.rank if cell else None)
                self.header_changed.emit()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        plan = self.desk.plan
        known = framework(plan) is not None
        if known:
            self.board.show_plan(plan, self._sought)
            self._show_panel(stories=True)
        else:
            self.beginning.show_plan(plan)
        self._stack.setCurrentIndex(0 if known else 1)
        if self._made is not None:
            self._made[0].show_plan(plan)
        self._arrange()

    def rate_next(self) -> None:
        """Put the keyboard on the first competency without an own rating."""
        self.go_back()
        self.board.go_unrated()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change_role(self) -> TargetPanel:
        """Open the panel of the target role."""
        panel = TargetPanel(self.desk, self)
        panel.open()
        panel.form.focus("target_role")
        return panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from the panel to the matrix, whether the panel stands beside it or fills the page."""
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        if event.key() == Qt.Key.Key_Escape and self._wide and inside:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _wide(self) -> bool:
        return self.width() >= current_theme().type.px(_SIDE_BY_SIDE)

    @property
    def _little_room(self) -> bool:
        return self.width() < current_theme().type.px(_LITTLE_ROOM)

    @property
    def _fills(self) -> bool:
        """Whether the competency fills the page."""
        return self._opened and not self._wide

    @property
    def _row(self) -> Row | None:
        return self.board.model.row_at(self.table.currentIndex().row())

    def _cell(self, row: Row) -> Cell | None:
        """The level in view; on a title the expected one, else the next above the own rating."""
        if self.table.cell is not None:
            return self.table.cell
        stands = row.standing
        rank = stands.expected or min((stands.self_rating or 0) + 1, len(row.cells))
        return next((cell for cell in row.cells if cell.level.rank == rank), next(iter(row.cells), None))

    def _working(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.board, 1)
        row.addWidget(self._line)
        row.addWidget(self.panel)
        return made

    def _connect(self) -> None:
        table, panel, doing = self.table, self.panel, self._doing
        table.rated.connect(doing.rate)
        table.expected.connect(doing.expect)
        table.moved.connect(self._show_panel)
        table.opened.connect(self._open_by_hand)
        table.claims_opened.connect(self._open_claims)
        table.menu_wanted.connect(self._show_menu)
        panel.stepped.connect(self._step_level)
        panel.rated.connect(lambda: self._with_cell(doing.rate))
        panel.expected.connect(lambda: self._with_cell(doing.expect))
        panel.claimed.connect(lambda story, level: doing.claim(story, table.competency, level))
        self.beginning.chosen.connect(doing.use)

    def _with_cell(self, act) -> None:
        row = self._row
        cell = self._cell(row) if row else None
        if row is not None and cell is not None:
            act(row.competency.id, cell.level.id)

    def _step_level(self, by: int) -> None:
        row = self._row
        cell = self._cell(row) if row else None
        if row is not None and cell is not None:
            place = row.cells.index(cell) + by
            if 0 <= place < len(row.cells):
                self.table.go(row.competency.id, row.cells[place].level.rank)

    def _open_by_hand(self, competency: str) -> None:
        by_key = self.table.hasFocus() and bool(self.table.property("byKeyboard"))
        self._open(competency)
        if by_key or self._fills:
            self.panel.focus_first()

    def _open(self, _competency: str) -> None:
        self._opened = True
        self._arrange()

    def _open_claims(self, claims: tuple[Claim, ...], at: QPoint) -> None:
        if len(claims) == 1:
            self.desk.go(Place("achievements", story_of(self.desk.plan, claims[0]).id))
        else:
            claims_menu(self.desk, claims, self.table).popup(at)

    def _show_menu(self, at: QPoint) -> None:
        row = self._row
        if row is not None:
            slots = (
                lambda: self._with_cell(self._doing.rate),
                lambda: self._with_cell(self._doing.expect),
                self.panel.mentors.add,
                lambda: self._open(row.competency.id),
            )
            cell_menu(self.desk, row, self.table.cell, slots, self.table).popup(at)

    def _show_panel(self, stories: bool = False) -> None:
        row = self._row
        cell = self._cell(row) if row else None
        if row is not None and cell is not None:
            self.panel.show_row(self.desk.plan, row, cell, self.board.model, stories=stories)

    def _arrange(self) -> None:
        wide = current_theme().type.px(WIDE)
        self.panel.setMinimumWidth(wide if self._wide else 0)
        self.panel.setMaximumWidth(wide if self._wide else _ANY)
        self.panel.fill(not self._wide)
        some = bool(self.board.model.rows)
        self.board.setVisible(not self._fills)
        self.panel.setVisible((self._wide or self._fills) and some)
        self._line.setVisible(self._wide and some)
        if self._made is not None:
            self._made[0].shorten(self._little_room)
        self.header_changed.emit()

    def _hear(self, edit: ChangeSet, _by: object) -> None:
        if not self.isVisible():
            return
        ids = touched(edit)
        known = framework(self.desk.plan) is not None
        if ids is None or self._stack.currentIndex() != (0 if known else 1):
            self.refresh()
            return
        stories = any(edit.touches(kind.table) for kind in _STORIES)
        if ids:
            self.board.update_rows(self.desk.plan, ids)
        if ids or stories or edit.touches("dismissal"):
            self._show_panel(stories=stories)
