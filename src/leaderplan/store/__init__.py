"""Plans on the disk: a folder with a SQLite file and attachments, opened as a :class:`Workspace`."""

from leaderplan.store.attachments import Attachments
from leaderplan.store.erasing import Erased
from leaderplan.store.failures import Damaged, Overtaken, Refused, Replaced
from leaderplan.store.rows import Progress
from leaderplan.store.search import Hit
from leaderplan.store.steps import Removed, Step, StepKind, Touch, Touched, Version, Wanted
from leaderplan.store.troubles import Trouble
from leaderplan.store.watchers import Watcher
from leaderplan.store.workspace import Workspace

__all__ = [
    "Attachments",
    "Damaged",
    "Erased",
    "Hit",
    "Overtaken",
    "Progress",
    "Refused",
    "Removed",
    "Replaced",
    "Step",
    "StepKind",
    "Touch",
    "Touched",
    "Trouble",
    "Version",
    "Wanted",
    "Watcher",
    "Workspace",
]
