"""Pictures of every page of the window, without a display."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from leaderplan.app.application import Application
from leaderplan.app.running import application
from leaderplan.domain.messages import _
from leaderplan.errors import UserError
from leaderplan.ui.contents import CONTENTS
from leaderplan.ui.dress import dress
from leaderplan.ui.pictures import Painter, View
from leaderplan.ui.settings import Settings


def paint(
    folder: Path, output: Path, pages: Sequence[str], themes: Sequence[str], sizes: Sequence[tuple[int, int]]
) -> list[Path]:
    """Write pages of the window on the plan in ``folder`` as PNG files; the paths written."""
    app = application()
    unknown = set(pages) - {card.key for card in CONTENTS}
    if unknown:
        known = ", ".join(card.key for card in CONTENTS)
        raise UserError(
            _("There is no page “{name}”.", name=min(unknown)), _("Take one of these: {names}.", names=known)
        )
    made: list[Path] = []
    for theme in themes:
        dress(app, theme)
        leaderplan = Application(folder, Settings())
        _open(leaderplan)
        if leaderplan.window.desk is None:
            raise UserError(_("The plan could not be opened."), _("Look at it with “leaderplan check”."))
        keys = pages or [card.key for card in CONTENTS]
        views = [View(key, theme, size) for key in keys for size in sizes]
        painter = Painter(leaderplan.window, views, output)
        loop = QEventLoop()
        painter.finished.connect(loop.quit)
        painter.start()
        loop.exec()
        made += painter.written
        leaderplan.window.close()
    return made


def _open(leaderplan: Application) -> None:
    """Come back when the plan is shown, or cannot be."""
    loop = QEventLoop()
    leaderplan.opened.connect(loop.quit)
    leaderplan.waiting.connect(loop.quit)
    QTimer.singleShot(0, leaderplan.open)
    loop.exec()
