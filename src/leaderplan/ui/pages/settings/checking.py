"""What the check of a plan found: that all is well, or each trouble with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leaderplan.domain.messages import _, _n
from leaderplan.store.troubles import Trouble
from leaderplan.store.workspace import Workspace
from leaderplan.ui.desk import Desk
from leaderplan.ui.dress import current_theme
from leaderplan.ui.widgets.icon import IconLabel
from leaderplan.ui.widgets.insets import clear
from leaderplan.ui.widgets.text import Paragraph

_MOST = 50


def check(desk: Desk) -> Sequence[Trouble]:
    """Look everything over through a connection of its own: nobody who writes waits while attachments are read."""
    workspace = desk.workspace
    if workspace.read_only:
        return workspace.check()
    with Workspace.open(workspace.folder) as own:
        return own.check()


class CheckResult(QWidget):
    """Empty before anything was checked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_troubles(self, troubles: Sequence[Trouble]) -> None:
        """Say what was found."""
        say = self._desk.say
        clear(self._column)
        if not troubles:
            self._add("check", "good", say(_("Everything is as it was written.")))
            return
        for trouble in troubles[:_MOST]:
            self._add("circle-alert", "warn", say(trouble.what), f"{trouble.where} · {say(trouble.do)}")
        if len(troubles) > _MOST:
            self._add("circle-alert", "warn", say(_n("and one more", "and {count} more", len(troubles) - _MOST)))

    def _add(self, icon: str, token: str, words: str, more: str = "") -> None:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = IconLabel(icon, token)
        sign.setMinimumHeight(current_theme().type.line)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.addWidget(Paragraph(words))
        if more:
            said.addWidget(Paragraph(more, "small", "muted"))
        row.addLayout(said, 1)
        self._column.addWidget(made)
