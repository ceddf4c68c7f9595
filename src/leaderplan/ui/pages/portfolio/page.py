"""Portfolio: what a panel will read, chosen at the left, previewed at the right as the very pages that are exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from leaderplan import assets
from leaderplan.domain.changes import ChangeSet
from leaderplan.domain.messages import _
from leaderplan.domain.records import Achievement, Profile
from leaderplan.report.choosing import prepared
from leaderplan.report.writing import write_file
from leaderplan.ui import asking
from leaderplan.ui.asking import AskTarget
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.example import example_row
from leaderplan.ui.pages.page import Page, PageAction
from leaderplan.ui.pages.portfolio.about import AboutPane
from leaderplan.ui.pages.portfolio.choosing import LAYOUT, set_up
from leaderplan.ui.pages.portfolio.choosing_pane import ContentsPane
from leaderplan.ui.pages.portfolio.preview import Preview
from leaderplan.ui.pages.portfolio.printing import Press, Proof
from leaderplan.ui.place import Place
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.choice import ChoiceButton
from leaderplan.ui.widgets.empty import EmptyRow, EmptyState, EmptyWords

_PDF = ".pdf"
_LIST = 356
_BOTH_FROM = 760


class Portfolio(Page):
    """Prints again after each change while it is in view; *Export* writes what is shown."""

    key, group, title, icon = "portfolio", _("Promote"), _("Portfolio"), "briefcase"
    sentence = _("What a panel will read: your stories, as the pages that you hand in.")

    def __init__(self, desk: Desk, parent: QWidget | None = None, ask_target: AskTarget | None = None) -> None:
        super().__init__(desk, parent)
        self._ask_target = ask_target or asking.ask_target
        self._proof: Proof | None = None
        self._wanted: Path | None = None
        self._made: tuple[QWidget, ...] = ()
        self._empty = self._empty_state()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.contents = ContentsPane(desk)
        self.about = AboutPane(desk)
        self.preview = Preview(desk)
        self._stack.addWidget(self._working())
        self._press = Press(desk, self)
        self._press.proofed.connect(self._take)
        desk.signals.changed.connect(self._hear)

    @property
    def primary(self) -> PageAction:
        """Export, once there is something to show."""
        nothing = _("There is nothing to export yet.")
        return PageAction(_("Export"), "file-output", self.ask_and_export, self._has_something(), nothing)

    @property
    def export(self) -> PageAction:
        """The same by Ctrl+E."""
        return self.primary

    def header_buttons(self) -> Sequence[QWidget]:
        """The page, and whether it is anonymous."""
        if not self._made:
            say = self.desk.say
            self._paper = ChoiceButton(say(_("Page")), [("A4", "A4"), ("Letter", "Letter")])
            self._paper.chosen.connect(lambda page: self.desk.commit(set_up(self.desk.plan, page=page), self))
            self._anonymous = Button(say(_("Anonymous")), name=say(_("Leave out name, contact and employers")))
            self._anonymous.setCheckable(True)
            self._anonymous.clicked.connect(lambda on: self.desk.commit(set_up(self.desk.plan, anonymous=on), self))
            self._made = (self._paper, self._anonymous)
            self._show_set_up()
        return self._made

    def search(self, text: str) -> None:
        """Filter what could go in."""
        self.contents.search(text)

    def show_record(self, record: str, field: str | None = None) -> None:
        """A record in the list."""
        row = self.contents.model.row_of(record)
        if row >= 0:
            self.contents.list.setCurrentIndex(self.contents.model.index(row))

    def refresh(self) -> None:
        """Show and print the plan as it is now."""
        some = self._has_something()
        self._stack.setCurrentIndex(1 if some else 0)
        if some:
            self.contents.show_plan()
            self._show_set_up()
            self._press.print_now()
        self.header_changed.emit()

    def ask_and_export(self) -> None:
        """Ask where, then write the PDF: the pages that are shown, or those being set once they are ready."""
        name = self.desk.plan.all(Profile)[0].name or self.desk.say(_("My portfolio"))
        title = self.desk.say(_("Export the portfolio"))
        target = self._ask_target(self, title, f"{name} – portfolio{_PDF}", "PDF", _PDF)
        if target is None:
            return
        self._wanted = target
        if self._proof is not None and self._press.up_to_date:
            self._write(self._proof)
        else:
            self._press.print_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= current_theme().type.px(_BOTH_FROM)
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _working(self) -> QWidget:
        say = self.desk.say
        self._sides = QStackedWidget()
        self._sides.addWidget(self.contents)
        self._sides.addWidget(self.about)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(32, 12, 16, 8)
        tabs.setSpacing(8)
        self._tabs = (Button(say(_("Stories"))), Button(say(_("About you"))))
        for place, tab in enumerate(self._tabs):
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, place=place: self._show_side(place))
            tabs.addWidget(tab)
        tabs.addStretch()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self._sides, 1)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.preview)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([current_theme().type.px(_LIST), 716])
        self._show_side(0)
        return self._splitter

    def _show_side(self, place: int) -> None:
        self._sides.setCurrentIndex(place)
        for other, tab in enumerate(self._tabs):
            tab.setChecked(other == place)

    def _empty_state(self) -> EmptyState:
        say = self.desk.say
        texts = assets.read_toml("templates/en.toml")["empty_pages"]["portfolio"]
        go = EmptyRow(
            "trophy",
            say(_("Write down what you did")),
            say(_("the portfolio is made of your achievements")),
            say(_("Go to Achievements")),
            lambda: self.desk.go(Place("achievements")),
        )
        return EmptyState(
            EmptyWords("briefcase", texts["first_step"], texts["sentence"]), (example_row(self.desk, self.key), go)
        )

    def _has_something(self) -> bool:
        return bool(self.desk.plan.all(Achievement))

    def _show_set_up(self) -> None:
        if self._made:
            document = prepared(self.desk.plan, LAYOUT)
            self._paper.set_value((document.page if document else "") or "A4")
            self._anonymous.setChecked(bool(document and document.anonymous))

    def _hear(self, _edit: ChangeSet, _by: object) -> None:
        if not self.isVisible():
            return
        if self._stack.currentIndex() != int(self._has_something()):
            self.refresh()
            return
        self.contents.show_plan()
        self._show_set_up()
        self._press.print_soon()

    def _take(self, proof: Proof) -> None:
        self._proof = proof
        self.preview.show_proof(proof)
        if self._wanted is not None:
            self._write(proof)

    def _write(self, proof: Proof) -> None:
        path, self._wanted = self._wanted, None
        assert path is not None
        self.desk.tasks.start(
            _("Exporting"),
            lambda progress, cancelled: write_file(path, proof.printed.pdf),
            lambda _done: self.desk.toast(
                _("{file} is written: {pages} pages.", file=path.name, pages=proof.printed.pages), undo=False
            ),
        )
