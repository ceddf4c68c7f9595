"""What happened since the person was last here: the newest steps, each leading to its record."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leaderplan.domain.messages import _
from leaderplan.domain.plan import Plan
from leaderplan.ui.desk import Desk
from leaderplan.ui.pages.home.lines import fill
from leaderplan.ui.pages.home.wording import away, moment
from leaderplan.ui.where import icon_of, where
from leaderplan.ui.widgets.insets import inset
from leaderplan.ui.widgets.row import LineWords
from leaderplan.ui.widgets.section import SectionRow

_MOST = 3
_KEPT = "home.last_here"


class SinceLastHere(QWidget):
    """Remembers when Home was built last; hidden where nothing has happened since."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._since = _read(desk.settings.text(_KEPT))
        desk.settings.keep(_KEPT, datetime.now(UTC).isoformat())
        self._title = SectionRow(desk.say(_("Since you were last here")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(inset(self._title))
        column.addLayout(self._rows)

    def show_plan(self, plan: Plan) -> None:
        """Look at the newest steps again."""
        since, desk = self._since, self._desk
        if since is None:
            self.hide()
            return
        steps = [step for step in desk.workspace.history(limit=_MOST) if step.at > since and not step.undone]
        today = desk.today()
        rows = []
        for step in steps:
            touched = filter(None, (plan.find(entry.id) for entry in step.touched))
            place = next(filter(None, (where(plan, record) for record in touched)), None)
            table = step.touched[0].table if step.touched else ""
            words = LineWords(
                desk.say(step.label),
                aside=desk.say(away(step.at.astimezone().date(), today)),
                mark=icon_of(table),
            )
            rows.append((words, place))
        self._title.set_aside(moment(since, today, desk.language))
        fill(self._rows, rows, desk)
        self.setVisible(bool(rows))


def _read(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
