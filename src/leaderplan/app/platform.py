"""Qt's part for the display, tried before Qt needs it: where it is missing, Qt would end the process on the spot."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibrary, QLibraryInfo

from leaderplan.domain.messages import _
from leaderplan.errors import UserError


def demand_platform(plugins: Path | None = None) -> None:
    """Raise UserError where what Qt needs for X does not load, as where a system lacks one of its libraries."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return  # another one was chosen, or is tried before
    plugins = plugins or Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    part = QLibrary(str(plugins / "platforms" / "libqxcb.so"))
    if not part.load():
        raise UserError(
            _("Qt cannot start here: {reason}.", reason=part.errorString()),
            _("Install what it names. Commands other than “open” and “pictures” work without it."),
        )
