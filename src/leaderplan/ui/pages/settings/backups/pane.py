"""How the plan differs from a backup: the records that can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from leaderplan.domain.comparison import Comparison
from leaderplan.domain.messages import _, _n
from leaderplan.errors import UserError
from leaderplan.ui.desk import Desk, sentences
from leaderplan.ui.dress import current_theme
from leaderplan.ui.pages.settings.backups.comparing import Comparing
from leaderplan.ui.pages.settings.backups.differences import DifferencesModel, ids_of
from leaderplan.ui.pages.settings.backups.takingback import take_back
from leaderplan.ui.widgets.button import Button
from leaderplan.ui.widgets.rows import RecordList
from leaderplan.ui.widgets.section import SectionRow
from leaderplan.ui.widgets.text import Paragraph

_ROWS = 3


class DifferencesPane(QWidget):
    """Says that it is being looked, then lists what can be taken back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = desk.say
        self._desk = desk
        self._found: Comparison | None = None
        self.comparing = Comparing(desk, self)
        self.model = DifferencesModel(desk, self)
        self.list = RecordList(say(_("What can be taken back")))
        self.list.setModel(self.model)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.button = Button(say(_("Take it back")), icon="undo-2", small=True)
        self.button.clicked.connect(self._take_back)
        title = SectionRow(say(_("What is different now")))
        title.add(self.button)
        self.said = Paragraph("", "body", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        inner = QVBoxLayout()
        inner.setContentsMargins(32, 0, 32, 0)
        inner.setSpacing(4)
        inner.addWidget(title)
        inner.addWidget(self.said)
        self._column.addLayout(inner)
        self._column.addWidget(self.list, 1)
        self._rest = QWidget()
        self._column.addWidget(self._rest, 1)
        self.comparing.compared.connect(self._show)
        self.comparing.failed.connect(self._fail)
        self.list.selectionModel().selectionChanged.connect(lambda *_rows: self._show_button())

    def wait(self) -> None:
        """Show nothing yet."""
        self._found = None
        self._say(self._desk.say(_("Comparing it with the plan as it is now.")), empty=True)

    def _show(self, found: Comparison) -> None:
        chosen = set(self._chosen())
        self._found = found
        self.model.show_comparison(found)
        self._say(self._summary(found), empty=not self.model.ids)
        rows = [self.model.row_of(id) for id in self.model.ids if id in chosen]
        for row in rows or ([self.model.row_of(self.model.ids[0])] if self.model.ids else []):
            self.list.selectionModel().select(self.model.index(row), QItemSelectionModel.SelectionFlag.Select)
        self._show_button()

    def _fail(self, error: UserError) -> None:
        self._say(self._desk.say(sentences(error)), empty=True)

    def _summary(self, found: Comparison) -> str:
        say = self._desk.say
        same = not found.gone and not found.altered
        parts = [
            _("Nothing of it is missing, and nothing is different.")
            if same
            else _("What you take back comes in as one step; everything else stays as it is.")
        ]
        if found.added:
            parts.append(
                _n("{count} record came since and is not in it.", "{count} records came since and are not in it.",
                   found.added)
            )  # fmt: skip
        return " ".join(say(part) for part in parts)

    def _say(self, words: str, empty: bool) -> None:
        self.said.setText(words)
        self.list.setVisible(not empty)
        self._rest.setVisible(empty)
        self.button.setVisible(not empty)
        row = current_theme().type.two_line_row
        self.list.setMinimumHeight(row * min(len(self.model.ids) + 1, _ROWS))

    def _chosen(self) -> list[str]:
        return ids_of(self.list.selectionModel().selectedIndexes())

    def _show_button(self) -> None:
        count = len(self._chosen())
        words = _("Take it back") if count < 2 else _("Take back {count}", count=count)
        self.button.setText(self._desk.say(words))
        self.button.setAccessibleName(self._desk.say(words))
        self.button.setEnabled(bool(count))
        self.button.updateGeometry()

    def _take_back(self) -> None:
        if self._found is not None:
            take_back(self._desk, self._found, self._chosen(), self)
