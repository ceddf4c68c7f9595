"""LeaderPlan until its window is painted for the first time, before the plan is opened."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from leaderplan import app as leaderplan
from leaderplan.ui.dress import dress
from leaderplan.ui.settings import Settings

app = leaderplan.application()
dress(app, "light")
window = leaderplan.Application(Path(sys.argv[1]), Settings()).window
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
