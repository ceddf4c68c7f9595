"""The left side: the backups by day, and what lies among them that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.store.snapshot import Snapshot
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.settings.backups.model import SnapshotModel
from leaderplan.ui.pages.sidelist import SideList
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.text import Paragraph, as_tip

_NAMED = 3


class Listing(SideList):
    """Nothing narrows it, so that there is no list without rows."""

    model: SnapshotModel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.say(_("Backups")), parent)
        self.model = SnapshotModel(desk.language, self)
        self.view.setModel(self.model)
        self._odd = Paragraph("", "small", "muted")
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(32, 8, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(IconLabel("circle-alert", "warn", 14))
        foot.addWidget(self._odd, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._none)
        column.addWidget(self._foot)

    @property
    def current(self) -> str | None:
        """The name of the backup that is chosen, as long as there is one."""
        return self._id if self.model.holds(self._id) else None

    def show_backups(self, snapshots: Sequence[Snapshot], unreadable: Sequence[Path]) -> None:
        """Show these; the one that was chosen stays so."""
        self._keeping(lambda: self.model.show_snapshots(snapshots, self._desk.today()))
        names = [file.name for file in unreadable]
        self._foot.setVisible(bool(names))
        shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        self._odd.setText(
            self._desk.say(_n("One file among the backups cannot be read: {names}",
                              "{count} files among the backups cannot be read: {names}", len(names), names=shown))
        )  # fmt: skip
        self._odd.setToolTip(as_tip("\n".join(names)))

    def clear(self) -> None:
        """All are shown always."""
